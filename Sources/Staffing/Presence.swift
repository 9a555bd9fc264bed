import Foundation
import Logging
import RabbitMQ
import ServiceLifecycle

/// Shows whoever watches the process that it is there: by a file that is touched every few
/// seconds while the broker is connected and gone while it is not, and to systemd.
struct Presence: Service {
    let readyFile: String?
    let queue: RabbitMQQueue
    let logger: Logger

    /// Watchers may take the process for dead after three times as long.
    static let every = Duration.seconds(5)

    func run() async throws {
        let systemd = Systemd()
        await cancelWhenGracefulShutdown { await watch(systemd) }
        systemd.tell("STOPPING=1")
        show(false)
    }

    private func watch(_ systemd: Systemd) async {
        var (isReady, wasConnected) = (false, false)
        systemd.tell("STATUS=waits for the broker")
        while !Task.isCancelled {
            let isConnected = await queue.health?.isOpen ?? false
            show(isConnected)
            if isConnected, !isReady { systemd.tell("READY=1") }
            isReady = isReady || isConnected
            systemd.tell("WATCHDOG=1")
            if isConnected != wasConnected {
                systemd.tell("STATUS=\(isConnected ? "takes tasks" : "waits for the broker")")
            }
            wasConnected = isConnected
            do {
                try await Task.sleep(for: isConnected ? Self.every : .milliseconds(500))
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
