import Agreements
import GRDB

/// Reads the people of the register.
package enum StaffList {
    /// The user with the id.
    package static func user(_ id: String, in db: Database) throws -> User? {
        try Row.fetchOne(
            db.cachedStatement(sql: "\(selection) WHERE id = ?"), arguments: [id]
        ).map(user)
    }

    /// Everybody, also those who are not active any more, in order of unit and name.
    package static func everybody(in db: Database) throws -> [User] {
        try Row.fetchAll(db, sql: "\(selection) ORDER BY unit, name, id").map(user)
    }

    private static let selection = """
        SELECT id, name, email, unit, role, active, leave_from, leave_to, language FROM user
        """

    private static func user(_ row: Row) throws -> User {
        User(
            id: row[0], name: row[1], email: row[2], unit: try row.term(3),
            role: try row.term(4), isActive: row[5], leaveFrom: row[6], leaveTo: row[7],
            language: try row.term(8))
    }
}
