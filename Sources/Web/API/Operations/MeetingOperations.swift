import Agreements
import GRDB
import Register

/// Meetings: planned, prepared, moved, held and cancelled.
enum MeetingOperations {
    private static let meetings = RecordOperations.meetings

    static let all: [APIOperation] = [
        APIOperation("planMeeting", .write(.meeting, .agreementInBody), plan),
        deed("prepareMeeting") { db, id, call in
            try MeetingDeeds(db, author: call.author, at: call.now).prepare(
                id, theme: call.body.string("theme"), agenda: call.body.string("agenda"),
                expecting: call.version)
        },
        deed("postponeMeeting") { db, id, call in
            try WorkLog(db, author: call.author, at: call.now).postpone(
                meeting: id, to: try call.body.neededDay("to"),
                decidedOn: call.body.day("decided_on") ?? call.today,
                reason: try call.body.needed("reason"))
        },
        deed("holdMeeting") { db, id, call in
            try WorkLog(db, author: call.author, at: call.now).hold(
                meeting: id, on: try call.body.neededDay("held_on"),
                minutes: call.body.string("minutes"))
        },
        deed("cancelMeeting") { db, id, call in
            try WorkLog(db, author: call.author, at: call.now).cancel(
                meeting: id, on: try call.body.neededDay("cancelled_on"))
        },
    ]

    private static func plan(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let id = try MeetingDeeds(db, author: call.author, at: call.now).plan(
                try body.needed("agreement"), level: try body.neededWord("level"),
                on: try body.neededDay("planned_on"), theme: body.string("theme"),
                agenda: body.string("agenda"))
            return try meetings.created(id: id, in: db)
        }
    }

    private static func deed(
        _ operation: String, _ body: @escaping @Sendable (Database, String, APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(operation, .write(.meeting, .record(.meeting))) { call in
            try call.write { db in
                try body(db, try meetings.identifier(call, in: db), call)
                return try meetings.reply(key: try call.key(), in: db)
            }
        }
    }
}
