import GRDB
import Register
import Tasks

/// The caseworker with the most agreements, signed in.
struct PageReader {
    /// What requests in the reader's session carry.
    let headers: [String: String]
    /// One of the reader's agreements, the one with the most under it.
    let agreement: String

    /// A register in which nobody has an agreement.
    struct Nobody: Error, CustomStringConvertible {
        var description: String { "No caseworker of the register has an agreement." }
    }

    /// Begins a session in the register, as of the moment that `AVTALT_NOW` would name.
    init(register path: String, now: String) throws {
        let register = try Register.open(at: path, mode: .existing)
        let now = try WallClock.starting(at: now).now()
        let found = try register.write { db in
            let row = try Row.fetchOne(db, sql: Self.busiest)
            return try row.map { row in
                (
                    agreement: row[1] as String,
                    token: try SessionStore(db).begin(user: row[0], method: .password, at: now)
                )
            }
        }
        try register.close()
        guard let found, let token = found.token else { throw Nobody() }
        agreement = found.agreement
        headers = ["Cookie": "avtalt=\(token)"]
    }

    private static let busiest = """
        SELECT user.id, (
            SELECT a.id FROM agreement AS a WHERE a.responsible = user.key AND a.status = 'active'
            ORDER BY (SELECT count(*) FROM meeting WHERE meeting.agreement = a.key)
                + (SELECT count(*) FROM followup WHERE followup.agreement = a.key) DESC, a.id
            LIMIT 1)
        FROM user JOIN agreement ON agreement.responsible = user.key
        WHERE user.role = 'caseworker' AND user.active = 1 AND agreement.status = 'active'
        GROUP BY user.key ORDER BY count(*) DESC, user.id LIMIT 1
        """
}
