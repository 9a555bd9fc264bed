import GRDB
import Rules

/// What people call the subjects of notices, and the agreements that they belong to.
package struct SubjectTitles: Sendable {
    /// Titles by the agreement's id.
    package let agreements: [String: String]
    private let meetings: [String: String]
    private let followUps: [String: String]
    private let measures: [String: String]

    /// Reads the titles of these notices, and no others.
    package init(of notices: [Notice], in db: Database) throws {
        func titles(_ sql: String, of ids: some Sequence<String>) throws -> [String: String] {
            let statement = try db.cachedStatement(sql: sql)
            var found: [String: String] = [:]
            for id in Set(ids) {
                found[id] = try String.fetchOne(statement, arguments: [id])
            }
            return found
        }
        func subjects(of rules: Set<NoticeRule>) -> some Sequence<String> {
            notices.lazy.filter { rules.contains($0.key.rule) }.map(\.key.subject)
        }
        agreements = try titles(
            "SELECT title FROM agreement WHERE id = ?", of: notices.compactMap(\.agreement))
        meetings = try titles(
            "SELECT theme FROM meeting WHERE id = ? AND theme IS NOT NULL",
            of: subjects(of: [.meetingUpcoming, .meetingOutcome]))
        followUps = try titles(
            "SELECT title FROM followup WHERE id = ?", of: subjects(of: [.followUpDue]))
        measures = try titles(
            "SELECT title FROM measure WHERE id = ?", of: subjects(of: [.measureDue]))
    }

    /// Nil where the agreement's title says it.
    package func title(of notice: NoticeKey) -> String? {
        switch notice.rule {
        case .meetingUpcoming, .meetingOutcome: meetings[notice.subject]
        case .followUpDue: followUps[notice.subject]
        case .measureDue: measures[notice.subject]
        case .meetingMissing, .planMissing, .evaluationDue, .agreementExpiry, .agreementExpired,
            .settlementMissing:
            nil
        }
    }
}
