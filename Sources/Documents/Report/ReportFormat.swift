import Agreements

/// The forms that a report is written in.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
    case text
    case json
    case csv
    case html
    case xlsx
    case pdf

    /// The ending of a file's name, without its dot.
    package var fileEnding: String { self == .text ? "txt" : rawValue }

    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .xlsx: Workbook.mediaType
        case .pdf: PDFPrinter.mediaType
        }
    }

    /// Whether a terminal cannot show it.
    package var isBinary: Bool { self == .xlsx || self == .pdf }
}
