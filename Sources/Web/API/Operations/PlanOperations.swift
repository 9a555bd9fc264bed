import Agreements
import GRDB
import Register

/// Action plans and their measures.
enum PlanOperations {
    private static let plans = RecordOperations.plans
    private static let measures = RecordOperations.measures

    static let all: [APIOperation] = [
        APIOperation("draftPlan", .write(.plan, .agreementInBody), draft),
        plan("adoptPlan", APIAccess(action: .approve, kind: .plan, scope: .record(.plan))) {
            deeds, agreement, year, call in
            try deeds.adopt(
                agreement, year: year, on: try call.body.neededDay("adopted_on"),
                expecting: call.version)
        },
        plan("closePlan", .write(.plan, .record(.plan))) { deeds, agreement, year, _ in
            try deeds.close(agreement, year: year)
        },
        APIOperation("addMeasure", .write(.measure, .agreementInBody), addMeasure),
        APIOperation("changeMeasure", .write(.measure, .record(.measure)), changeMeasure),
        measure("rescheduleMeasure") { deeds, id, call in
            try deeds.reschedule(
                measure: id, to: try call.body.neededDay("due_on"),
                reason: try call.body.needed("reason"), expecting: call.version)
        },
        measure("reassignMeasure") { deeds, id, call in
            try deeds.reassign(
                measure: id, to: try call.body.needed("responsible"), expecting: call.version)
        },
        work("beginMeasure") { log, id, _ in try log.begin(measure: id) },
        work("finishMeasure") { log, id, call in
            try log.finish(
                measure: id, on: try call.body.neededDay("done_on"),
                result: call.body.string("result"))
        },
        work("cancelMeasure") { log, id, call in
            try log.cancel(measure: id, on: try call.body.neededDay("cancelled_on"))
        },
    ]

    // MARK: Plans

    private static func draft(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let (agreement, year) = (try body.needed("agreement"), body.number("year") ?? 0)
            try PlanDeeds(db, author: call.author, at: call.now).draft(
                agreement, year: year, copyingLast: body.truth("copy_last") ?? false)
            let key = try Int64.fetchOne(
                db,
                sql: """
                    SELECT key FROM plan
                    WHERE agreement = (SELECT key FROM agreement WHERE id = ?) AND year = ?
                    """, arguments: [agreement, year])
            return try plans.created(key: key ?? 0, in: db)
        }
    }

    private static func plan(
        _ id: String, _ access: APIAccess,
        _ body: @escaping @Sendable (PlanDeeds, String, Int, APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(id, access) { call in
            try call.write { db in
                let key = try call.key()
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT agreement.id, year FROM plan
                        JOIN agreement ON agreement.key = agreement WHERE plan.key = ?
                        """, arguments: [key])
                guard let row else { throw APICall.nothing }
                try body(
                    PlanDeeds(db, author: call.author, at: call.now), row[0], row[1], call)
                return try plans.reply(key: key, in: db)
            }
        }
    }

    // MARK: Measures

    private static func addMeasure(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let id = try PlanDeeds(db, author: call.author, at: call.now).add(
                PlanDeeds.MeasureTerms(
                    title: try body.needed("title"), subGoal: body.word("sub_goal"),
                    by: try body.neededWord("by"), responsible: body.string("responsible"),
                    dueOn: try body.neededDay("due_on")),
                to: try body.needed("agreement"), year: body.number("year") ?? 0)
            return try measures.created(id: id, in: db)
        }
    }

    private static func changeMeasure(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let id = try measures.identifier(call, in: db)
            let held = try Row.fetchOne(
                db,
                sql: """
                    SELECT title, sub_goal, side, user.id FROM measure
                    LEFT JOIN user ON user.key = responsible WHERE measure.id = ?
                    """, arguments: [id])
            guard let held, let side = Side(rawValue: held[2]) else { throw APICall.nothing }
            let subGoal = (held[1] as String?).flatMap(SubGoal.init(rawValue:))
            try PlanDeeds(db, author: call.author, at: call.now).edit(
                measure: id, title: body.string("title") ?? held[0],
                subGoal: body.has("sub_goal") ? body.word("sub_goal") : subGoal,
                by: body.word("by") ?? side,
                responsible: body.has("responsible") ? body.string("responsible") : held[3],
                expecting: call.version)
            return try measures.reply(key: try call.key(), in: db)
        }
    }

    private static func measure(
        _ operation: String,
        _ body: @escaping @Sendable (PlanDeeds, String, APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(operation, .write(.measure, .record(.measure))) { call in
            try call.write { db in
                try body(
                    PlanDeeds(db, author: call.author, at: call.now),
                    try measures.identifier(call, in: db), call)
                return try measures.reply(key: try call.key(), in: db)
            }
        }
    }

    private static func work(
        _ operation: String, _ body: @escaping @Sendable (WorkLog, String, APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(operation, .write(.measure, .record(.measure))) { call in
            try call.write { db in
                try body(
                    WorkLog(db, author: call.author, at: call.now),
                    try measures.identifier(call, in: db), call)
                return try measures.reply(key: try call.key(), in: db)
            }
        }
    }
}
