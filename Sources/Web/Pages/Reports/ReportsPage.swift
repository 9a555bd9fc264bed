import Agreements
import GRDB
import Register

/// The reports' editions: what was issued, when, with which checksum, and as which files.
enum ReportsPage: Section {
    static let templates = [Template("reports", PackageResources.reports_mustache)]

    static let vocabulary = Vocabulary(ReportsWords.texts)

    static let routes: [Route] = [
        .get("/reports", .right(.read, .report, .some), show),
        .get("/reports/files/:key", .right(.read, .report, .some), file),
    ]

    struct Line: Sendable {
        let name: String
        let period: String
        let issued: String
        let rules: String
        let checksum: String
        let files: [File]
    }

    struct File: Sendable {
        let name: String
        let path: String
        let about: String
    }

    /// Editions on the page, at most: ten years of monthly reports.
    private static let most = 150

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let lines = try visit.read { db in
            try ReportShelf(db).editions().suffix(most).reversed().map { edition in
                Line(
                    name: edition.name.replacing("/", with: " · "),
                    period: words.texts.period(edition.period),
                    issued: words[edition.isIssued ? "issued" : "begun"],
                    rules: edition.rulesVersion,
                    checksum: edition.checksum.map { String($0.prefix(16)) } ?? "",
                    files: try files(of: edition, in: db))
            }
        }
        return visit.page(
            "reports", .init(title: words["title"], menu: "nav_reports", help: "reports"),
            ["editions": lines])
    }

    private static func files(of edition: ReportShelf.Edition, in db: Database) throws -> [File] {
        let stem = "reports/\(edition.name.replacing("/", with: "-edition-"))."
        return try Row.fetchAll(
            db,
            sql: """
                SELECT key, path FROM document
                WHERE path >= ? AND path < ? ORDER BY path LIMIT 20
                """, arguments: [stem, "\(stem)\u{7F}"]
        ).map { row in
            let path: String = row[1]
            let ending = String(path.dropFirst(stem.count))
            return File(
                name: ending.uppercased(), path: "/reports/files/\(row[0] as Int64)",
                about: "\(edition.name.replacing("/", with: " ")) \(ending.uppercased())")
        }
    }

    /// Only reports: evaluations and whatever else is kept have addresses of their own.
    private static func file(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        let row = try visit.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT path, media_type, body FROM document
                    WHERE key = ? AND path >= 'reports/' AND path < 'reports0'
                    """, arguments: [key])
        }
        guard let row else { throw PageError.notFound }
        let (path, body): (String, [UInt8]) = (row[0], try row.bytes(at: 2))
        return .attachment(
            body, type: row[1], name: String(path.split(separator: "/").last ?? "report"))
    }
}

extension Row {
    /// Empty for NULL.
    fileprivate func bytes(at index: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: index) { $0.map(Array.init) ?? [] }
    }
}
