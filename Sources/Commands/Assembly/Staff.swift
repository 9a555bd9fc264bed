import Foundation
import Logging
import RabbitMQ
import Register
import ServiceLifecycle
import Settings
import Supervision
import Tasks

/// Who does the work, and by which queue they are reached: workers in this process, or those that
/// take their tasks from a broker.
struct Staff: Sendable {
    let queue: any TaskQueue
    /// What workers in this process are at; nil where they are elsewhere.
    let recorder: FlightRecorder?
    let workers: [any Service]
    private let broker: RabbitMQQueue?

    init(_ settings: AvtaltSettings, register: Register, surroundings: Surroundings) throws {
        switch settings.queue {
        case .embedded:
            let queue = EmbeddedQueue()
            let recorder = try FlightRecorder(path: register.path + "-flights")
            workers = try EmbeddedWorkers(
                settings: settings, queue: queue, recorder: recorder, surroundings: surroundings
            ).services
            self.queue = queue
            self.recorder = recorder
            broker = nil
        case .brokers(let nodes):
            let name = "coordinator@\(ProcessInfo.processInfo.hostName).\(getpid())"
            let queue = RabbitMQQueue(
                settings: LinkSettings(nodes: nodes, name: name),
                lifetime: Self.lifetime(within: settings.coordinator.rescuePeriod),
                surroundings: surroundings)
            self.queue = queue
            recorder = nil
            workers = []
            broker = queue
        }
    }

    /// Shows that the coordinator is at work, which does not need the broker: what is planned
    /// meanwhile goes out once it is there.
    func presence(readyFile: String?, logger: Logger) -> Presence {
        let broker = broker
        return Presence(readyFile: readyFile, logger: logger) {
            let isConnected = await broker?.health?.isOpen ?? true
            return Presence.Sight(
                isReady: true,
                status: isConnected ? "plans and gives out work" : "waits for the broker")
        }
    }

    /// What is left of the rescue period covers a worker that has a task before it starts it.
    private static func lifetime(within rescuePeriod: Duration) -> Duration {
        max(rescuePeriod - .seconds(60), rescuePeriod / 2)
    }

    /// How the connections to the broker are; none with the embedded queue.
    func links() async -> [(name: String, health: LinkHealth)] {
        await broker?.links ?? []
    }

    /// Whether tasks can be given out: always with the embedded queue.
    func isReady() async -> Bool {
        guard let broker else { return true }
        return await broker.health?.isOpen ?? false
    }

    /// Connects to the broker, if there is one, and throws what nobody can mend by waiting.
    ///
    /// - Parameter waits: Whether a broker that is away is waited for.
    func connect(waits: Bool) async throws {
        do throws(BrokerError) {
            try await broker?.connect()
        } catch {
            guard waits, error.isTransient else { throw error }
        }
    }
}
