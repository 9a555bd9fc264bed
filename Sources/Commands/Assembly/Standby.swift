import Foundation
import Logging
import Register
import Settings
import Supervision
import Synchronization
import UnixSignals

/// Waits beside the coordinator that holds a register, to go on with its work once it has ended.
///
/// It listens for signals of its own from the beginning: one that comes while it takes over, before
/// the services do, ends it all the same.
final class Standby: Sendable {
    /// How often it tries the lock, and so how long nobody is at work after a coordinator's end.
    private static let glance = Duration.milliseconds(250)

    private let register: String
    private let logger: Logger
    private let signals: UnixSignalsSequence
    private let isToldToEnd = Mutex(false)

    /// - Parameter register: The register's path.
    init(register: String, logger: Logger) async {
        self.register = register
        self.logger = logger
        signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    }

    /// Hears SIGTERM and SIGINT until it is cancelled.
    func listen() async {
        for await _ in signals { isToldToEnd.withLock { $0 = true } }
    }

    /// Returns once this process was told to end, be it before now, or the caller is cancelled.
    func end() async {
        while !isToldToEnd.withLock({ $0 }) {
            do { try await Task.sleep(for: Self.glance) } catch { return }
        }
    }

    /// The lock, once the other has ended; nil if this process was told to end before.
    func lock() async throws -> CoordinatorLock? {
        let systemd = Systemd()
        var isWaiting = false
        while !isToldToEnd.withLock({ $0 }) {
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
        systemd.tell("STOPPING=1")
        return nil
    }
}
