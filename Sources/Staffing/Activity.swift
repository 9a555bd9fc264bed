import Foundation
import Synchronization
import Tasks

/// Knows whether handlers are at work, and since when not.
final class Activity: Sendable {
    private struct Count {
        var running = 0
        var endedAt = ContinuousClock.now
    }

    private let count = Mutex(Count())
    private let tally: Tally

    init(_ tally: Tally) {
        self.tally = tally
    }

    /// Handlers at work now.
    var running: Int { count.withLock { $0.running } }

    /// The same handler, with its work counted.
    func counting(_ handler: any TaskHandler) -> any TaskHandler {
        Counted(handler: handler, activity: self)
    }

    /// Returns once no handler has been at work for so long.
    func lull(of duration: Duration) async throws {
        count.withLock { $0.endedAt = .now }
        while true {
            let rest = count.withLock { count -> Duration in
                count.running > 0 ? duration : count.endedAt + duration - .now
            }
            guard rest > .zero else { return }
            try await Task.sleep(for: rest)
        }
    }

    private struct Counted: TaskHandler {
        let handler: any TaskHandler
        let activity: Activity

        var kind: TaskKind { handler.kind }
        var schemaVersions: ClosedRange<Int> { handler.schemaVersions }
        var timeLimit: Duration { handler.timeLimit }

        func handle(_ task: Envelope) async throws -> Outcome {
            activity.count.withLock { $0.running += 1 }
            defer {
                activity.count.withLock { count in
                    count.running -= 1
                    count.endedAt = .now
                }
            }
            do {
                let outcome = try await handler.handle(task)
                activity.tally.add(.workerTasks, ["outcome": outcome.name])
                return outcome
            } catch {
                let isStopped = error is CancellationError
                activity.tally.add(
                    .workerTasks, ["outcome": isStopped ? "handed_back" : "retrying"])
                throw error
            }
        }
    }
}

extension Outcome {
    /// As the register calls what becomes of the task.
    fileprivate var name: String {
        switch self {
        case .done: "done"
        case .retry: "retrying"
        case .rejected: "dead"
        }
    }
}
