import GRDB

/// Tells whether anything has been committed to the register, by whichever connection or process.
///
/// It has a connection of its own, because SQLite tells each connection of the others' commits
/// (`PRAGMA data_version`). Asking takes some microseconds and reads nothing of the file.
package final class RegisterWatch: Sendable {
    private let queue: DatabaseQueue
    private let path: String

    package init(_ register: Register) throws(RegisterError) {
        path = register.path
        do {
            queue = try DatabaseQueue(
                path: register.path, configuration: Register.configuration(mode: .readOnly))
        } catch {
            throw RegisterError(error, path: register.path)
        }
    }

    /// A number that is another one after each commit.
    ///
    /// What is read afterwards is of this state or of a later one. Throws `RegisterError`.
    package func state() throws(RegisterError) -> Int64 {
        do {
            return try queue.unsafeRead { db in
                try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        } catch {
            throw RegisterError(error, path: path)
        }
    }
}
