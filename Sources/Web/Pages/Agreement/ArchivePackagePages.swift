import Agreements
import Checksum
import Documents
import Register

/// The package that the archive gets of an agreement's year: made and fetched in one step, with a
/// receipt in the audit trail, and the receipts of those that were made.
enum ArchivePackagePages {
    private static let path = "/agreements/:agreement/package"
    private static let write = Access.right(.write, .document, .agreement)

    static let routes: [Route] = [
        .get(path, write) { try page($0) }, .post(path, write, make),
    ]

    private static let years = 1990...2100

    private static func page(_ visit: Visit, _ reader: FormReader? = nil, problem: String? = nil)
        throws -> Reply
    {
        let words = visit.words
        let under = try UnderAgreement(visit)
        let receipts = try visit.read { db in
            try ArchiveReceipts(db).all(of: under.head.id)
        }
        var year = FormField("year", words["package_year"], .number)
        year.value = String(visit.today.year - 1)
        year.isRequired = true
        let columns = ["package_year", "package_at", "package_by", "package_checksum"]
            .map { words[$0] }
        let rows = receipts.map { receipt in
            TableView.row(
                columns, [String(receipt.year), receipt.at, receipt.actor, receipt.sha256])
        }
        var model: [String: Any] = [
            "intro": words["package_intro"],
            "form": visit.formView(
                action: under.head.path("package"), fields: reader?.filled([year]) ?? [year],
                submit: words["do_package"], cancel: under.head.path(), problem: problem),
        ]
        if !rows.isEmpty {
            model["table"] = TableView(words["package_receipts"], columns: columns, rows: rows)
        }
        let frame = AgreementHeadView(visit: visit, head: under.head, tab: .documents)
            .frame(of: words["do_package"])
        guard reader == nil, problem == nil else {
            return visit.incomplete("package", frame, model)
        }
        return visit.page("package", frame, model)
    }

    private static func make(_ visit: Visit) async throws -> Reply {
        var reader = visit.formReader
        guard
            let year = reader.number(
                "year", visit.words["package_year"], in: years, isRequired: true)
        else { return try page(visit, reader) }
        let id = try visit.parameter("agreement")
        let (content, documents) = try visit.read { db in
            (
                try AgreementYear.read(
                    id, year: year, on: visit.today, rulebook: visit.site.rulebook, in: db),
                try ArchiveReceipts.contents(of: id, year: year, in: db)
            )
        }
        let package = ArchivePackage(
            content,
            documents: documents.map { held, body in
                ArchivePackage.Document(
                    name: held.name, mediaType: held.mediaType, kind: held.kind.rawValue,
                    content: body)
            }, language: visit.language, checksum: { Checksum.hexadecimal(of: $0) })
        do {
            let (archive, files) = try await package.write(printer: visit.site.settings.printer)
            try visit.write { db in
                try ArchiveReceipts(db).record(
                    id, year: year, sha256: Checksum.hexadecimal(of: archive),
                    size: archive.count, files: files.count + 1, author: visit.author,
                    at: visit.now)
            }
            return .attachment(
                Array(archive), type: "application/zip", name: "\(id)-\(year).zip")
        } catch let error as PrintError {
            let key = error.isMissing ? "package_no_program" : "package_not_written"
            return try page(visit, reader, problem: visit.words[key])
        }
    }
}

extension PrintError {
    /// Whether an administrator has to install or switch on something.
    fileprivate var isMissing: Bool {
        switch self {
        case .missing, .switchedOff: true
        case .tookTooLong, .notWritten: false
        }
    }
}
