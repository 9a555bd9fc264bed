import Agreements
import GRDB
import Register

/// What becomes of a promise: done, cancelled, or given another day.
enum PromiseStepPages {
    static let routes: [Route] = [
        (Promise.Kind.followUp, "/followups", Access.right(.write, .followUp, .record(.followup))),
        (.measure, "/measures", .right(.write, .measure, .record(.measure))),
    ].flatMap { kind, path, access in
        PromisePages.forms("\(path)/:key/done", access) { try finish($0, kind, isPosted: $1) }
            + PromisePages.forms("\(path)/:key/cancel", access) {
                try cancel($0, kind, isPosted: $1)
            }
            + PromisePages.forms("\(path)/:key/reschedule", access) {
                try reschedule($0, kind, isPosted: $1)
            }
    }

    /// What each of the forms begins with.
    private struct Step {
        let under: UnderAgreement
        let held: Promise
        let version: RecordVersion?

        init(_ visit: Visit, _ kind: Promise.Kind) throws {
            let key = try visit.key()
            under = try UnderAgreement(visit, of: kind == .measure ? .measure : .followup)
            held = try visit.read { try Promise.held(kind, key: key, in: $0) }
            version = try under.version(kind.rawValue, key)
        }

        func form(_ name: String, _ title: String) -> RecordForm {
            var form = under.form(
                title, action: "\(held.path)/\(name)", back: under.head.path("promises"),
                submit: title, version: version)
            form.intro = held.title
            return form
        }

        var back: String { under.head.path("promises") + "?said=saved" }
    }

    private static func log(_ visit: Visit, _ db: Database) -> WorkLog {
        WorkLog(db, author: visit.author, at: visit.now)
    }

    private static func finish(_ visit: Visit, _ kind: Promise.Kind, isPosted: Bool) throws
        -> Reply
    {
        let step = try Step(visit, kind)
        let fields = step.under.fields
        var shown = [fields.field("done_on", .day, visit.today.description, isRequired: true)]
        if kind == .measure {
            shown.append(
                fields.field(
                    "result", .area(rows: 3), step.held.result,
                    hint: visit.words["hint_text"]))
        }
        var form = step.form("done", "finish_promise")
        form.other = (visit.words["cancel_promise"], "\(step.held.path)/cancel")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, String?)? in
            let day = reader.day("done_on", fields.name("done_on"), isRequired: true)
            let result = reader.text("result", fields.name("result"), limit: 4000)
            return day.map { ($0, result) }
        } write: { db, typed, _ in
            switch kind {
            case .followUp: try log(visit, db).finish(followUp: step.held.id, on: typed.0)
            case .measure:
                try log(visit, db).finish(
                    measure: step.held.id, on: typed.0, result: typed.1)
            }
            return step.back
        }
    }

    private static func cancel(_ visit: Visit, _ kind: Promise.Kind, isPosted: Bool) throws
        -> Reply
    {
        let step = try Step(visit, kind)
        let form = step.form("cancel", "cancel_promise")
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            switch kind {
            case .followUp: try log(visit, db).cancel(followUp: step.held.id, on: visit.today)
            case .measure: try log(visit, db).cancel(measure: step.held.id, on: visit.today)
            }
            return step.back
        }
    }

    private static func reschedule(_ visit: Visit, _ kind: Promise.Kind, isPosted: Bool) throws
        -> Reply
    {
        let step = try Step(visit, kind)
        let fields = step.under.fields
        let shown = [
            fields.field("due_on", .day, step.held.dueOn.description, isRequired: true),
            fields.field(
                "reason", .area(rows: 2), "", hint: visit.words["hint_text"], isRequired: true),
        ]
        let form = step.form("reschedule", "reschedule")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, String)? in
            let day = reader.day("due_on", fields.name("due_on"), isRequired: true)
            let reason = reader.text("reason", fields.name("reason"), isRequired: true)
            guard let day, let reason else { return nil }
            return (day, reason)
        } write: { db, typed, version in
            switch kind {
            case .followUp:
                try FollowUpDeeds(db, author: visit.author, at: visit.now).reschedule(
                    step.held.id, to: typed.0, reason: typed.1, expecting: version)
            case .measure:
                try PlanDeeds(db, author: visit.author, at: visit.now).reschedule(
                    measure: step.held.id, to: typed.0, reason: typed.1, expecting: version)
            }
            return step.back
        }
    }
}
