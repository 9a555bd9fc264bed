import Agreements
import Documents
import Rules

/// The template of pages that show figures.
enum FigurePages {
    static let template = Template("figures", PackageResources.figures_mustache)
}

extension Visit {
    /// A page whose content depends on the register, the day, the language and the address alone,
    /// so that it is worked out once for all who ask.
    ///
    /// - Parameter question: What of the address was understood; never what came as it came, or
    ///   anybody could fill the shelf.
    func figurePage(
        _ frame: Frame, question: String, make: @escaping @Sendable () async throws -> HTML
    ) async throws -> Reply {
        let key = "\(language.rawValue) \(today) \(question)"
        let content = try await site.figures.content(key, make: make)
        return page("figures", frame, content.markup)
    }

    /// A sheet as the address asks for it, `?format=csv` or `xlsx`; nil for a page.
    func download(_ name: String, _ sheet: () throws -> Sheet) throws -> Reply? {
        switch query["format"] {
        case "csv":
            return .attachment(
                Array(SheetCSV(try sheet()).write().utf8), type: SheetCSV.mediaType,
                name: "\(name).csv")
        case "xlsx":
            return .attachment(
                Array(try Workbook([try sheet()], createdAt: now).write()),
                type: Workbook.mediaType, name: "\(name).xlsx")
        default: return nil
        }
    }
}

/// Links to the same page as files.
struct Downloads {
    let words: Words
    /// With its query, if it has one.
    let path: String

    var html: HTML {
        let join = path.contains("?") ? "&" : "?"
        return """
            <p class="row-actions downloads"><a href="\(path)\(join)format=xlsx">\
            \(words["as_xlsx"])</a> <a href="\(path)\(join)format=csv">\(words["as_csv"])</a></p>
            """
    }
}
