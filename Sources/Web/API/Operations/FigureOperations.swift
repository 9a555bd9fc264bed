import Agreements
import Coordination
import Documents
import Register
import Rules

/// What is worked out of the register: what is due, notices and reports.
enum FigureOperations {
    static let all: [APIOperation] = [
        APIOperation("listDue", .read(.agreement), due),
        APIOperation("listNotices", .read(.rules), notices),
        APIOperation("report", .read(.report), report),
    ]

    private static func due(_ call: APICall) throws -> Reply {
        let items = try call.site.register.due(
            upTo: call.day("on") ?? call.today, unit: call.word("unit"),
            person: call.query["person"]?.text)
        return .json(
            .list(
                items.map { item in
                    .object([
                        .init("kind", .text(item.kind)), .init("subject", .text(item.subject)),
                        .init("title", .text(item.title)),
                        .init("agreement", .text(item.agreement)), .init("unit", .text(item.unit)),
                        .init("responsible", .optional(item.responsible)),
                        .init("due_on", .text(item.dueOn.description)),
                    ])
                }))
    }

    private static func notices(_ call: APICall) throws -> Reply {
        let day = call.day("on") ?? call.today
        let rulebook = call.site.rulebook
        let facts = try call.read { db in
            try Facts(forNoticesOf: day, after: day.adding(days: -1), rulebook, in: db)
        }
        let notices = Notices(facts: facts, rulebook: rulebook).due(on: day)
        return .json(
            .list(
                notices.map { notice in
                    .object([
                        .init("rule", .text(notice.key.rule.rawValue)),
                        .init("subject", .text(notice.key.subject)),
                        .init("due_on", .text(notice.key.dueOn.description)),
                        .init("stage", .integer(Int64(notice.key.stage))),
                        .init("recipients", .list(notice.recipients.map { .text($0) })),
                    ])
                }))
    }

    private static func report(_ call: APICall) throws -> Reply {
        guard let from = call.day("from"), let to = call.day("to"),
            let period = Period(from: from, to: to)
        else {
            let sentence = "The last day is before the first: give the first day first."
            throw Problem(.invalid, sentence, faults: [FieldFault("to", sentence)])
        }
        let facts = try call.site.register.facts(for: .report(period))
        let report = Indicators(facts: facts, period: period, rulebook: call.site.rulebook)
            .consolidated
        return .json(.written(ReportJSON(report, unit: call.word("unit")).render()))
    }
}
