import Agreements
import GRDB
import Register
import Rules

/// Everything that one person was told or not told, and why, the latest first.
struct NoticeTimeline: Sendable {
    /// One share of one notice.
    struct Line: Sendable {
        let history: NoticeHistory
        /// Nil for a rule that this version does not know.
        let key: NoticeKey?
        let title: String
        let timesPutOff: Int
    }

    let lines: [Line]
    let hasMore: Bool

    /// The most that is shown.
    private static let limit = 200

    init(of user: String, in db: Database) throws {
        let all = try NoticeLedger.history(of: nil, person: user, on: nil, in: db)
            .sorted { ($0.on, $0.subject, $0.rule) > ($1.on, $1.subject, $1.rule) }
        hasMore = all.count > Self.limit
        let shown = all.prefix(Self.limit)
        let keys = shown.map { history in
            NoticeRule(rawValue: history.rule).map {
                NoticeKey(
                    rule: $0, subject: history.subject, dueOn: history.dueOn,
                    stage: history.stage)
            }
        }
        let titles = try SubjectTitles(
            of: keys.compactMap(\.self).map {
                Notice(key: $0, stagedOn: $0.dueOn, unit: .central, agreement: $0.subject)
            }, in: db)
        lines = try zip(shown, keys).map { history, key in
            Line(
                history: history, key: key,
                title: key.flatMap { titles.title(of: $0) } ?? titles.agreements[history.subject]
                    ?? history.subject,
                timesPutOff: try key.map { try NoticeAnswers.timesPutOff($0, in: db) } ?? 0)
        }
    }
}
