import Agreements
import Foundation
import GRDB
import Register

/// Follow-ups from their promise to their end, and the log of activities.
enum FollowUpOperations {
    private static let followUps = RecordOperations.followUps

    static let all: [APIOperation] = [
        APIOperation("addFollowUp", .write(.followUp, .agreementInBody), add),
        deed("changeFollowUp", change),
        deed("rescheduleFollowUp") { db, id, call in
            try FollowUpDeeds(db, author: call.author, at: call.now).reschedule(
                id, to: try call.body.neededDay("due_on"),
                reason: try call.body.needed("reason"), expecting: call.version)
        },
        deed("reassignFollowUp") { db, id, call in
            try FollowUpDeeds(db, author: call.author, at: call.now).reassign(
                id, to: try call.body.needed("responsible"), expecting: call.version)
        },
        deed("finishFollowUp") { db, id, call in
            try WorkLog(db, author: call.author, at: call.now).finish(
                followUp: id, on: try call.body.neededDay("done_on"))
        },
        deed("cancelFollowUp") { db, id, call in
            try WorkLog(db, author: call.author, at: call.now).cancel(
                followUp: id, on: try call.body.neededDay("cancelled_on"))
        },
        APIOperation("logActivity", .write(.activity, .eitherInBody), log),
    ]

    private static func add(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let id = try FollowUpDeeds(db, author: call.author, at: call.now).add(
                to: try body.needed("agreement"), meeting: body.string("meeting"),
                title: try body.needed("title"), by: try body.neededWord("by"),
                responsible: body.string("responsible"), dueOn: try body.neededDay("due_on"))
            return try followUps.created(id: id, in: db)
        }
    }

    private static func change(_ db: Database, _ id: String, _ call: APICall) throws {
        let body = call.body
        let held = try Row.fetchOne(
            db,
            sql: """
                SELECT title, side, user.id FROM followup
                LEFT JOIN user ON user.key = responsible WHERE followup.id = ?
                """, arguments: [id])
        guard let held, let side = Side(rawValue: held[1]) else { throw APICall.nothing }
        try FollowUpDeeds(db, author: call.author, at: call.now).edit(
            id, title: body.string("title") ?? held[0], by: body.word("by") ?? side,
            responsible: body.has("responsible") ? body.string("responsible") : held[2],
            expecting: call.version)
    }

    private static func deed(
        _ operation: String, _ body: @escaping @Sendable (Database, String, APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(operation, .write(.followUp, .record(.followup))) { call in
            try call.write { db in
                try body(db, try followUps.identifier(call, in: db), call)
                return try followUps.reply(key: try call.key(), in: db)
            }
        }
    }

    private static func log(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let (agreement, party) = (body.string("agreement"), body.string("party"))
            let id = "\(agreement ?? party ?? "")/\(UUID().uuidString.lowercased())"
            try WorkLog(db, author: call.author, at: call.now).add(
                Activity(
                    id: id, agreement: agreement, party: party,
                    on: try body.neededDay("on"), kind: try body.neededWord("kind"),
                    theme: body.string("theme"), subGoal: body.word("sub_goal"),
                    participants: body.number("participants"), outcome: body.string("outcome")))
            return try RecordOperations.activities.created(id: id, in: db)
        }
    }
}
