import Agreements
import GRDB
import Register
import Rules

extension AgreementReminders {
    init(_ head: AgreementHead, rulebook: Rulebook, on day: Day, in db: Database) throws {
        titles = try Self.titles(of: head, in: db)
        let history = try titles.keys.sorted().flatMap { subject in
            try NoticeLedger.history(of: subject, person: nil, on: nil, in: db)
        }
        let known = Set(
            history.compactMap { notice in
                NoticeRule(rawValue: notice.rule).map {
                    NoticeKey(
                        rule: $0, subject: notice.subject, dueOn: notice.dueOn,
                        stage: notice.stage)
                }
            })
        past = Array(
            history.sorted { ($0.on, $0.subject) > ($1.on, $1.subject) }.prefix(Self.pastLimit))
        coming = Self.foretell(
            try Facts(for: .agreement(head.id), in: db), rulebook: rulebook, from: day,
            without: known)
        let named = Set(past.compactMap(\.recipient) + coming.flatMap(\.recipients))
        let users = try Row.fetchAll(db, sql: "SELECT id, name FROM user")
        people = Dictionary(
            users.map { ($0[0] as String, $0[1] as String) }.filter { named.contains($0.0) }
        ) { first, _ in first }
    }

    private static func titles(of head: AgreementHead, in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, coalesce(theme, planned_on) FROM meeting WHERE agreement = :key
                UNION ALL SELECT id, title FROM followup WHERE agreement = :key
                UNION ALL SELECT id, title FROM measure WHERE agreement = :key
                """, arguments: ["key": head.key])
        return Dictionary(
            rows.map { ($0[0] as String, $0[1] as String) } + [(head.id, head.title)]
        ) { first, _ in first }
    }
}
