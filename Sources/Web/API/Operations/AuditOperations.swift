import GRDB
import Register
import Rules

/// The audit trail, for those who oversee.
enum AuditOperations {
    static let all = [APIOperation("listAudit", .read(.auditTrail), list)]

    private static func list(_ call: APICall) throws -> Reply {
        let before = try call.cursor(order: "audit").flatMap { Int64($0.tie) } ?? .max
        var conditions = ["seq < ?"]
        var arguments: [any DatabaseValueConvertible] = [before]
        for name in ["entity", "subject", "actor", "action"] {
            guard let text = call.query[name]?.text else { continue }
            conditions.append("\(name) = ?")
            arguments.append(text)
        }
        arguments.append(call.limit + 1)
        let rows = try call.read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT seq, at, actor, request, action, entity, subject, count, before,
                            after
                        FROM audit WHERE \(conditions.joined(separator: " AND "))
                        ORDER BY seq DESC LIMIT ?
                        """), arguments: StatementArguments(arguments))
        }
        let shown = rows.prefix(call.limit)
        let next = rows.count > call.limit ? shown.last : nil
        return .page(
            shown.map(json),
            next: next.map { ListMark(order: "audit", value: "", tie: String($0[0] as Int64)) },
            of: call, at: "/audit")
    }

    private static func json(_ row: Row) -> JSONValue {
        .object([
            .init("seq", .integer(row[0])), .init("at", .text(row[1])),
            .init("actor", .text(row[2])), .init("request", .text(row[3])),
            .init("action", .text(row[4])), .init("entity", .text(row[5])),
            .init("subject", .optional(row[6])),
            .init("count", (row[7] as Int64?).map { .integer($0) } ?? .null),
            .init("before", (row[8] as String?).map { .written($0) } ?? .null),
            .init("after", (row[9] as String?).map { .written($0) } ?? .null),
        ])
    }
}
