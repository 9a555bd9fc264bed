import Synchronization
import Tasks

/// The broker of a run, shared by everybody that is connected to it.
final class SimulatedQueue: Sendable {
    private let broker: Mutex<SimulatedBroker>
    let clock: SimulatedClock

    init(_ broker: SimulatedBroker, clock: SimulatedClock) {
        self.broker = Mutex(broker)
        self.clock = clock
    }

    @discardableResult
    func with<Answer: Sendable>(_ body: (inout SimulatedBroker) -> Answer) -> Answer {
        broker.withLock { body(&$0) }
    }
}

/// One coordinator's connection to the broker, which ends with the process.
struct CoordinatorEnd: TaskQueue {
    let shared: SimulatedQueue
    let life: Life
    /// What happens between reading what is due and publishing it.
    let meanwhile: @Sendable ([Envelope]) -> Void
    let mutation: Mutation?

    var outlivesCoordinator: Bool { true }

    func publish(_ tasks: [Envelope]) async -> [Publication] {
        guard !life.ends(at: .beforePublish) else {
            return tasks.map { _ in .unknown(reason: "The process is dead.") }
        }
        meanwhile(tasks)
        let now = shared.clock.passed
        let answers = shared.with { broker in tasks.map { broker.publish($0, at: now) } }
        _ = life.ends(at: .afterPublish)
        return mutation == .unconfirmedIsPublished ? tasks.map { _ in .confirmed } : answers
    }

    func reports(upTo limit: Int) async -> [ReportDelivery] {
        let now = shared.clock.passed
        return life.isDead ? [] : shared.with { $0.reports(upTo: limit, at: now) }
    }

    func acknowledge(_ reports: [DeliveryTag]) async {
        guard !life.ends(at: .beforeAcknowledge) else { return }
        let now = shared.clock.passed
        shared.with { $0.acknowledge(reports, at: now) }
    }

    func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer {
        preconditionFailure("Simulated workers consume from the broker itself.")
    }

    func close() async {}
}
