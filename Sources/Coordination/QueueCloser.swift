import ServiceLifecycle
import Tasks

/// Closes the queue when its turn in a graceful shutdown comes: after the workers have handed back
/// what they hold, and before the recorder, which ends once it has recorded the last report.
package struct QueueCloser: Service {
    private let queue: any TaskQueue

    package init(queue: any TaskQueue) {
        self.queue = queue
    }

    package func run() async throws {
        try await gracefulShutdown()
        await queue.close()
    }
}
