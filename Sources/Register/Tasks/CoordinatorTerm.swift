import Agreements
import GRDB

/// A coordinator's reign over the register: every write of tasks names it, and fails once a
/// later one has begun.
///
/// The lock keeps a second coordinator from starting on this machine; the number stops one that
/// was asleep, or whose lock file was taken away. The lock lasts as long as this object.
package final class CoordinatorTerm: Sendable {
    /// Why there is no term, or no more.
    package enum Error: Swift.Error, Hashable, CustomStringConvertible {
        case taken(lockFile: String)
        case unusable(lockFile: String, reason: String)
        case superseded(mine: Int64, latest: Int64)

        package var description: String {
            switch self {
            case .taken(let lockFile):
                "Another coordinator holds \(lockFile): stop it first, or use another register."
            case .unusable(let lockFile, let reason):
                "Cannot lock \(lockFile): \(reason). It must be a file that this account may write."
            case .superseded(let mine, let latest):
                "A coordinator has begun term \(latest) and this one is of term \(mine): stop it."
            }
        }
    }

    package let number: Int64
    private let lock: CoordinatorLock

    private init(number: Int64, lock: CoordinatorLock) {
        self.number = number
        self.lock = lock
    }

    /// Begins the next term.
    ///
    /// - Parameters:
    ///   - holder: Who it is, for people: host and process id.
    ///   - lock: The register's, if it is already held; else it is taken.
    package static func begin(
        in register: Register, holder: String, at now: Instant, holding lock: CoordinatorLock? = nil
    ) throws -> CoordinatorTerm {
        let lock = try lock ?? CoordinatorLock.take(ofRegister: register.path)
        let number = try register.write { db in
            try db.execute(
                sql: "INSERT INTO coordinator_term (holder, began_at) VALUES (?, ?)",
                arguments: [holder, now.milliseconds])
            return db.lastInsertedRowID
        }
        return CoordinatorTerm(number: number, lock: lock)
    }

    /// Checks inside a transaction that no later term has begun.
    func check(in db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT max(term) FROM coordinator_term")
        let latest = try Int64.fetchOne(statement) ?? 0
        guard latest == number else { throw Error.superseded(mine: number, latest: latest) }
    }
}
