import ServiceLifecycle
import Tasks

/// Runs the recorder, and closes the queue when its turn in a graceful shutdown comes: after the
/// workers have handed back what they hold. The recorder ends once it has recorded the last report.
///
/// Both are one service, because closing a queue may take longer than recording the last report,
/// and a group takes a service that ends before its turn for one that has failed.
package struct LastRecorder: Service {
    private let recorder: Recorder
    private let queue: any TaskQueue

    package init(recorder: Recorder, queue: any TaskQueue) {
        self.recorder = recorder
        self.queue = queue
    }

    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await gracefulShutdown()
                await queue.close()
            }
            try await recorder.run()
            // Nobody is left to close for if the recorder ended by itself.
            group.cancelAll()
            do {
                try await group.waitForAll()
            } catch is CancellationError {
                return
            }
        }
    }
}
