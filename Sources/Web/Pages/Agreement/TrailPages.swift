import Agreements
import GRDB
import Register
import Rules

/// What was and will be told of an agreement, and everything that was changed in it.
enum TrailPages {
    static let routes: [Route] = [
        .page("/agreements/:agreement/reminders", .right(.read, .agreement, .agreement), reminders),
        .page("/agreements/:agreement/history", .right(.read, .agreement, .agreement), history),
    ]

    /// Entries on a page of the history.
    private static let historyLimit = 100

    private static func reminders(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let (head, reminders) = try visit.read { db in
            let head = try AgreementHead(id, in: db)
            return (
                head,
                try AgreementReminders(
                    head, rulebook: visit.site.rulebook, on: visit.today, in: db)
            )
        }
        let view = AgreementHeadView(visit: visit, head: head, tab: .reminders)
        let lines = ReminderView(
            words: visit.words, rulebook: visit.site.rulebook, reminders: reminders)
        return visit.page(
            "agreement_reminders", view.frame,
            ["head": view.model, "coming": lines.coming, "past": lines.past] as [String: Any])
    }

    private static func history(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let before = Int64(visit.query["before"]) ?? .max
        let (head, changes) = try visit.read { db in
            let head = try AgreementHead(id, in: db)
            return (
                head,
                try AgreementTrail(db).changes(
                    of: head.key, before: before, limit: historyLimit + 1)
            )
        }
        let view = AgreementHeadView(visit: visit, head: head, tab: .history)
        let page = changes.prefix(historyLimit)
        let text = ChangeText(words: visit.words)
        var model: [String: Any] = [
            "head": view.model,
            "changes": page.map { change -> [String: Any] in
                [
                    "when": visit.words.instant(change.at), "who": change.actor,
                    "what": visit.words.known("table_\(change.row.table)") ?? change.row.table,
                    "subject": change.subject ?? "",
                    "is_addition": change.isAddition, "lines": change.fields.map(text.sentence),
                ]
            },
        ]
        if changes.count > historyLimit, let last = page.last {
            model["older_path"] = "\(head.path("history"))?before=\(last.seq)"
        }
        return visit.page("agreement_history", view.frame, model)
    }
}
