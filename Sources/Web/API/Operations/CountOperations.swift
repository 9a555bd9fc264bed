import Agreements
import GRDB
import Register

/// Writing settlement figures and targets.
enum CountOperations {
    private static let settlement = RecordOperations.settlement
    private static let targets = RecordOperations.targets

    static let all: [APIOperation] = [
        APIOperation("addSettlement", .write(.settlement, .municipalityInBody), addSettlement),
        APIOperation("changeSettlement", .write(.settlement, .settlement), changeSettlement),
        APIOperation("addTarget", .write(.target, .target), addTarget),
        APIOperation("changeTarget", .write(.target, .target), changeTarget),
        APIOperation("withdrawTarget", .write(.target, .target), withdrawTarget),
    ]

    private static func addSettlement(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let key = try SettlementDeeds(db, author: call.author, at: call.now).report(
                municipality: try body.needed("municipality_number"),
                year: try body.neededNumber("year"), month: try body.neededNumber("month"),
                SettlementDeeds.Counts(
                    requested: body.number("requested"), decided: body.number("decided"),
                    settled: body.number("settled")))
            return try settlement.created(key: key, in: db)
        }
    }

    private static func changeSettlement(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let key = try call.key()
            let held = try Row.fetchOne(
                db, sql: "SELECT requested, decided, settled FROM settlement WHERE key = ?",
                arguments: [key])
            guard let held else { throw APICall.nothing }
            func count(_ name: String) -> Int? {
                body.has(name) ? body.number(name) : held[name]
            }
            try SettlementDeeds(db, author: call.author, at: call.now).correct(
                key,
                to: SettlementDeeds.Counts(
                    requested: count("requested"), decided: count("decided"),
                    settled: count("settled")), expecting: call.version)
            return try settlement.reply(key: key, in: db)
        }
    }

    private static func addTarget(_ call: APICall) throws -> Reply {
        let body = call.body
        return try call.write { db in
            let key = try TargetDeeds(db, author: call.author, at: call.now).add(
                Target(
                    unit: try body.needed("unit"), year: try body.neededNumber("year"),
                    indicator: try body.needed("indicator"),
                    value: try body.neededAmount("value")))
            return try targets.created(key: key, in: db)
        }
    }

    private static func changeTarget(_ call: APICall) throws -> Reply {
        try call.write { db in
            let key = try call.key()
            _ = try targets.reply(key: key, in: db)
            try TargetDeeds(db, author: call.author, at: call.now).change(
                key, to: try call.body.neededAmount("value"), expecting: call.version)
            return try targets.reply(key: key, in: db)
        }
    }

    /// Answers the target as it was: it is not to be found any more.
    private static func withdrawTarget(_ call: APICall) throws -> Reply {
        try call.write { db in
            let key = try call.key()
            let reply = try targets.reply(key: key, in: db)
            try TargetDeeds(db, author: call.author, at: call.now).withdraw(
                key, because: try call.body.needed("reason"), expecting: call.version)
            return reply
        }
    }
}
