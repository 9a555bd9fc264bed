import ServiceLifecycle
import Tasks

/// Runs the recorder, and closes the queue when its turn in a graceful shutdown comes: after the
/// workers have handed back what they hold.
///
/// The recorder ends once it has recorded the last report. The two are one service, because a
/// group takes it for a failure when a service ends before its own turn.
package struct QueueCloser: Service {
    private let queue: any TaskQueue
    private let recorder: Recorder

    package init(queue: any TaskQueue, recorder: Recorder) {
        self.queue = queue
        self.recorder = recorder
    }

    package func run() async throws {
        try await withGracefulShutdownHandler {
            try await recorder.run()
        } onGracefulShutdown: {
            Task { await queue.close() }
        }
    }
}
