import Agreements
import GRDB
import Register

/// What becomes of a planned meeting: held, postponed, cancelled.
enum MeetingStepPages {
    private static let write = Access.right(.write, .meeting, .record(.meeting))

    static let routes: [Route] =
        PromisePages.forms("/meetings/:key/hold", write, hold)
        + PromisePages.forms("/meetings/:key/postpone", write, postpone)
        + PromisePages.forms("/meetings/:key/cancel", write, cancel)

    private static func log(_ visit: Visit, _ db: Database) -> WorkLog {
        WorkLog(db, author: visit.author, at: visit.now)
    }

    private static func hold(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try MeetingPages.meeting(visit)
        let fields = under.fields
        let planned = min(record.line.plannedOn, visit.today)
        let shown = [
            fields.field("held_on", .day, planned.description, isRequired: true),
            fields.field("minutes", .area(rows: 8), "", hint: visit.words["hint_text"]),
        ]
        let form = MeetingPages.form(
            under, record, "hold_meeting", "hold", submit: "hold_meeting")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, String?)? in
            let day = reader.day("held_on", fields.name("held_on"), isRequired: true)
            let minutes = reader.text("minutes", fields.name("minutes"), limit: 20_000)
            return day.map { ($0, minutes) }
        } write: { db, typed, _ in
            try log(visit, db).hold(meeting: record.line.id, on: typed.0, minutes: typed.1)
            return record.line.path + "?said=saved"
        }
    }

    private static func postpone(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try MeetingPages.meeting(visit)
        let fields = under.fields
        let shown = [
            fields.field("moved_to", .day, nil, isRequired: true),
            fields.field("decided_on", .day, visit.today.description, isRequired: true),
            fields.field(
                "reason", .area(rows: 2), "", hint: visit.words["hint_text"], isRequired: true),
        ]
        let form = MeetingPages.form(
            under, record, "postpone_meeting", "postpone", submit: "postpone_meeting")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, Day, String)? in
            let day = reader.day("moved_to", fields.name("moved_to"), isRequired: true)
            let decidedOn = reader.day(
                "decided_on", fields.name("decided_on"), isRequired: true)
            let reason = reader.text("reason", fields.name("reason"), isRequired: true)
            guard let day, let decidedOn, let reason else { return nil }
            return (day, decidedOn, reason)
        } write: { db, typed, _ in
            try log(visit, db).postpone(
                meeting: record.line.id, to: typed.0, decidedOn: typed.1, reason: typed.2)
            return record.line.path + "?said=saved"
        }
    }

    private static func cancel(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try MeetingPages.meeting(visit)
        let form = MeetingPages.form(
            under, record, "cancel_meeting", "cancel", submit: "cancel_meeting")
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try log(visit, db).cancel(meeting: record.line.id, on: visit.today)
            return record.line.path + "?said=saved"
        }
    }
}
