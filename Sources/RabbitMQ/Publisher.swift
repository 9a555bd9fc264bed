import Logging
import Synchronization
import Tasks

/// Publishes on a connection of its own.
package final class Publisher: Sendable {
    private let link: Link<PublishingWork>
    private let lastNumber = Atomic<UInt64>(0)

    package init(_ topology: Topology, settings: LinkSettings, logger: Logger) {
        link = Link(settings, logger: logger) { PublishingWork(topology, settings: settings) }
    }

    package var health: LinkHealth { link.health }

    /// Waits for the first attempt to connect.
    package func attempted() async -> Result<Void, BrokerError> { await link.box.attempted() }

    /// Publishes all, and answers for each in the same order, at the latest when the time for
    /// confirmations is over. A cancelled call answers `unknown` for those it does not know about.
    package func publish(_ messages: [Message]) async -> [Publication] {
        let number = lastNumber.add(1, ordering: .relaxed).newValue
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = PublishJob(number: number, messages: messages) {
                    continuation.resume(returning: $0)
                }
                guard link.box.send(.publish(job)) else {
                    return job.answer(
                        messages.map { _ in .unknown(reason: "The queue is closed.") })
                }
                if Task.isCancelled { link.box.send(.abandon(number)) }
            }
        } onCancel: {
            link.box.send(.abandon(number))
        }
    }

    package func close() async {
        await link.close()
    }
}
