import Foundation
import Logging
import Register
import Settings
import Supervision
import UnixSignals

/// Waits beside the coordinator that holds a register, to go on with its work once it has ended.
struct Standby: Sendable {
    /// The register's path.
    let register: String
    let logger: Logger

    /// How often it tries the lock, and so how long nobody is at work after a coordinator's end.
    private static let glance = Duration.milliseconds(250)

    /// The lock, once the other has ended; nil if this process was told to end before.
    func lock() async throws -> CoordinatorLock? {
        let lock = try await withThrowingTaskGroup(of: CoordinatorLock?.self) { group in
            group.addTask { try await takeLock() }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) { break }
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        // Until the coordinator itself listens for them, as in one that did not stand by.
        signal(SIGTERM, SIG_DFL)
        signal(SIGINT, SIG_DFL)
        return lock
    }

    private func takeLock() async throws -> CoordinatorLock {
        let systemd = Systemd()
        var isWaiting = false
        while true {
            do throws(CoordinatorTerm.Error) {
                let lock = try CoordinatorLock.take(ofRegister: register)
                if isWaiting { logger.info("Coordinator takes over") }
                return lock
            } catch {
                guard case .taken(let file) = error else { throw error }
                if !isWaiting {
                    logger.info("Coordinator stands by", metadata: ["lock": "\(file)"])
                    systemd.tell("READY=1")
                    systemd.tell("STATUS=stands by")
                }
                isWaiting = true
            }
            systemd.tell("WATCHDOG=1")
            try await Task.sleep(for: Self.glance)
        }
    }
}
