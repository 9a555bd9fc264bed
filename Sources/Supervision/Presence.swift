import Foundation
import Logging
import ServiceLifecycle

/// Shows whoever watches the process that it is there: by a file that is touched every few
/// seconds while the process is ready and gone while it is not, and to systemd.
package struct Presence: Service {
    /// What there is to show.
    package struct Sight: Hashable, Sendable {
        /// Whether it does what it is there for.
        package var isReady: Bool
        /// In a few words, for `systemctl status`.
        package var status: String

        package init(isReady: Bool, status: String) {
            self.isReady = isReady
            self.status = status
        }
    }

    private let readyFile: String?
    private let logger: Logger
    private let look: @Sendable () async -> Sight

    /// Watchers may take the process for dead after three times as long.
    static let every = Duration.seconds(5)

    /// - Parameters:
    ///   - readyFile: Path of the file; nil for none.
    ///   - look: Tells how the process is; called every few seconds, more often until it is ready.
    package init(
        readyFile: String?, logger: Logger, look: @escaping @Sendable () async -> Sight
    ) {
        self.readyFile = readyFile
        self.logger = logger
        self.look = look
    }

    package func run() async throws {
        let systemd = Systemd()
        await cancelWhenGracefulShutdown { await watch(systemd) }
        systemd.tell("STOPPING=1")
        show(false)
    }

    private func watch(_ systemd: Systemd) async {
        var hasBeenReady = false
        var shown: String?
        while !Task.isCancelled {
            let sight = await look()
            show(sight.isReady)
            if sight.isReady, !hasBeenReady { systemd.tell("READY=1") }
            hasBeenReady = hasBeenReady || sight.isReady
            systemd.tell("WATCHDOG=1")
            if sight.status != shown { systemd.tell("STATUS=\(sight.status)") }
            shown = sight.status
            do {
                try await Task.sleep(for: sight.isReady ? Self.every : .milliseconds(500))
            } catch {
                break
            }
        }
    }

    private func show(_ isReady: Bool) {
        guard let readyFile else { return }
        do {
            if isReady {
                try Data("\(getpid())\n".utf8).write(to: URL(fileURLWithPath: readyFile))
            } else if FileManager.default.fileExists(atPath: readyFile) {
                try FileManager.default.removeItem(atPath: readyFile)
            }
        } catch {
            logger.warning(
                "Readiness file is not as it should be", metadata: ["problem": "\(error)"])
        }
    }
}
