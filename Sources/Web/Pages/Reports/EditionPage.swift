import Agreements
import Coordination
import Documents
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// One edition of a report: what it says of itself, its files, its figures with the records behind
/// each, and what is otherwise than in the edition before.
enum EditionPage {
    static let routes: [Route] = [
        .get("\(ReportsPage.path)/editions/:key", ReportsPage.read, show)
    ]

    static func path(of edition: ReportShelf.Edition) -> String { path(of: edition.key) }

    static func path(of key: Int64) -> String { "\(ReportsPage.path)/editions/\(key)" }

    /// What the register holds of an edition.
    struct Held {
        let edition: ReportShelf.Edition
        let content: String?
        let problems: [String]
        let files: [ReportShelf.File]
        let changes: String?

        init?(_ key: Int64, in db: Database) throws {
            let shelf = ReportShelf(db)
            guard let edition = try shelf.edition(key: key) else { return nil }
            self.edition = edition
            content = try shelf.content(of: edition)
            problems = try shelf.problems(of: edition)
            files = try shelf.files(of: edition)
            changes = try shelf.changes(of: edition)
        }
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let key = try visit.key()
        guard let held = try visit.read({ db in try Held(key, in: db) }) else {
            throw PageError.notFound
        }
        let report = try held.content.map {
            try JSONDecoder().decode(ReportOrder.self, from: Data($0.utf8)).content
        }
        let changes = try held.changes.flatMap { text -> EditionChanges? in
            // Editions of earlier versions name figures alone.
            guard text.contains("\"since\"") else { return nil }
            return try JSONDecoder().decode(EditionChanges.self, from: Data(text.utf8))
        }
        let view = EditionView(words: words, held: held, report: report, changes: changes)
        let edition = held.edition
        return visit.page(
            "edition",
            ReportsPage.frame(visit, EditionName(words: words).text(edition)),
            view.model)
    }
}
