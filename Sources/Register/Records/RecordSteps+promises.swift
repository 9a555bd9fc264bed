import Agreements
import GRDB

/// What follow-ups and measures have in common: a due day, and somebody who is responsible.
extension RecordSteps {
    /// Moves the due day, with a record of the reason; the earlier day stays in it.
    func reschedule(
        _ table: String, _ id: String, key: Int64, to day: Day, reason: String
    ) throws {
        try refuseNoReason(reason, table, id)
        let dueOn = try Day.fetchOne(
            db, sql: "SELECT due_on FROM \(table) WHERE key = ?", arguments: [key])
        guard let dueOn, dueOn != day else {
            throw RecordRefusal.contradiction(.sameDay(table: table, id: id, on: day))
        }
        guard day >= today else {
            throw RecordRefusal.daysReversed(
                table: table, id: id, first: .init("decided_on", today),
                second: .init("due_on", day))
        }
        try change(table, key: key, to: ["due_on": day.description])
        try add(
            "due_change",
            [
                table: key, "due_before": dueOn.description, "due_on": day.description,
                "decided_on": today.description, "reason": reason,
            ])
    }

    /// Gives it to somebody else, with a record of who had it and why where a reason is given.
    func reassign(
        _ table: String, _ id: String, key: Int64, to user: String, because reason: String?
    ) throws {
        let giver = try Int64.fetchOne(
            db,
            sql: """
                SELECT coalesce(\(table).responsible, agreement.responsible) FROM \(table)
                JOIN agreement ON agreement.key = \(table).agreement WHERE \(table).key = ?
                """, arguments: [key])
        if let reason { try refuseNoReason(reason, table, id) }
        let changed = try change(
            table, key: key, to: ["responsible": try activeUser(user)])
        guard changed else {
            throw RecordRefusal.contradiction(
                .samePersonAlready(table: table, id: id, user: user))
        }
        guard let reason else { return }
        try add(
            "reassignment",
            [
                table: key, "giver": giver, "receiver": try self.key(of: "user", user),
                "decided_on": today.description, "reason": reason,
            ])
    }

    /// The key of whoever is to be responsible: active, or the one who is already.
    func responsible(_ user: String?, of table: String, key: Int64) throws -> Int64? {
        guard let user else { return nil }
        let wanted = try self.key(of: "user", user)
        let held = try Int64.fetchOne(
            db, sql: "SELECT responsible FROM \(table) WHERE key = ?", arguments: [key])
        return wanted == held ? wanted : try activeUser(user)
    }
}
