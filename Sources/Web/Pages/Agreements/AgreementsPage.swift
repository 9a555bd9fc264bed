import Agreements
import Documents
import Foundation
import GRDB
import Register
import Rules

/// The list of agreements: found as somebody types, filtered by its address, kept as views, and
/// taken along as a file.
enum AgreementsPage: Section {
    static let templates = [
        Template("agreements", PackageResources.agreements_mustache),
        Template("assign", PackageResources.assign_mustache),
    ]

    static let vocabulary = Vocabulary(AgreementsWords.texts)

    static let routes: [Route] =
        [
            .page("/agreements", .right(.read, .agreement, .some), show),
            .get("/agreements.csv", .right(.read, .agreement, .some), csv),
            .get("/agreements.xlsx", .right(.read, .agreement, .some), xlsx),
            .post("/agreements/views", .right(.write, .savedView, .oneself), saveView),
            .post(
                "/agreements/views/:key/remove", .right(.write, .savedView, .oneself), removeView),
        ] + AssignPage.routes

    /// Rows of a page.
    static let rows = 50
    /// By which `SavedViews` knows the page.
    static let name = "agreements"

    private static func show(_ visit: Visit) throws -> Reply {
        try show(visit, problem: nil)
    }

    private static func show(_ visit: Visit, problem: String?) throws -> Reply {
        let request = AgreementRequest(visit.query)
        let list = request.list(on: visit.today)
        let reader = try visit.reader
        let (page, views, people) = try visit.read { db in
            (
                try list.page(
                    request.position(in: list), limit: rows, rulebook: visit.site.rulebook, in: db),
                try SavedViews(db).all(of: reader.id, page: name),
                try Colleagues(db).all(of: reader.unit, and: request.filter.person)
            )
        }
        let view = AgreementsView(
            visit: visit, reader: reader, request: request, page: page, views: views,
            people: people, problem: problem)
        return visit.page(
            "agreements", .init(title: visit.words["title"], menu: "nav_agreements", help: "list"),
            view, status: problem == nil ? .ok : .unprocessableContent)
    }

    // MARK: Files

    private static func csv(_ visit: Visit) throws -> Reply {
        let text = SheetCSV(try sheet(visit, format: "csv")).write()
        return .attachment(
            Array(text.utf8), type: SheetCSV.mediaType, name: fileName(visit, "csv"))
    }

    private static func xlsx(_ visit: Visit) throws -> Reply {
        let workbook = Workbook([try sheet(visit, format: "xlsx")], createdAt: visit.now)
        return .attachment(
            Array(try workbook.write()), type: Workbook.mediaType, name: fileName(visit, "xlsx"))
    }

    private static func fileName(_ visit: Visit, _ ending: String) -> String {
        "\(visit.words["title"].lowercased())-\(visit.today).\(ending)"
    }

    /// The whole list with every column; that it was taken along is kept in the audit trail.
    private static func sheet(_ visit: Visit, format: String) throws -> Sheet {
        let request = AgreementRequest(visit.query)
        var sheet = AgreementSheet(words: visit.words)
        try visit.read { db in
            try request.list(on: visit.today).forEach(rulebook: visit.site.rulebook, in: db) {
                sheet.add($0)
            }
        }
        try visit.write { db in
            try AuditTrail(db, author: visit.author, at: visit.now).recordEvent(
                entity: "export", subject: name,
                details: ["format": format, "query": request.savedQuery])
        }
        return sheet.sheet
    }

    // MARK: Views

    private static func saveView(_ visit: Visit) throws -> Reply {
        var reader = visit.formReader
        let request = AgreementRequest(URLEncoded.read(visit.form["query"].utf8) ?? Form())
        let name = reader.text("name", visit.words["view_name"], isRequired: true, limit: 60)
        guard let name else { return try show(visit, problem: reader.errors["name"]) }
        let user = try visit.reader.id
        let isSaved = try visit.write { db in
            try SavedViews(db).save(
                name, query: request.savedQuery, of: user, page: Self.name)
        }
        guard isSaved else {
            return try show(
                visit, problem: visit.words["view_too_many", String(SavedViews.most)])
        }
        return .redirect(to: address(request.savedQuery, said: "view_saved"))
    }

    private static func removeView(_ visit: Visit) throws -> Reply {
        let (key, user) = (try visit.key(), try visit.reader.id)
        try visit.write { try SavedViews($0).remove(key, of: user) }
        return .redirect(to: address("", said: "view_removed"))
    }

    static func address(_ query: String, said: String) -> String {
        query.isEmpty ? "/agreements?said=\(said)" : "/agreements?\(query)&said=\(said)"
    }
}

/// People whom agreements may be given to.
struct Colleagues {
    struct Person: Hashable, Sendable {
        let id: String
        let name: String
    }

    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Active people of the unit by name, and one more whatever their unit.
    func all(of unit: OwningUnit, and other: String? = nil) throws -> [Person] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, name FROM user WHERE (unit = ? AND active AND role NOT IN
                        ('administrator', 'auditor')) OR id = ?
                    ORDER BY name, id LIMIT 500
                    """), arguments: [unit.rawValue, other]
        ).map { Person(id: $0[0], name: $0[1]) }
    }
}
