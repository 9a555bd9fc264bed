/// How a worker does one kind of task.
///
/// A handler gets all it needs in the task and reads no register. It may be called again for a
/// task that it has done before: what it sends out carries the task's id.
package protocol TaskHandler: Sendable {
    var kind: TaskKind { get }

    /// The versions of the payload that it reads; tasks of others are kept for another worker.
    var schemaVersions: ClosedRange<Int> { get }

    /// How long one attempt may take; after that the handler is cancelled and the task retried.
    var timeLimit: Duration { get }

    /// Does the task. An error thrown counts as `retry` with its description; a handler that is
    /// cancelled ends as soon as it can and throws `CancellationError`.
    func handle(_ task: Envelope) async throws -> Outcome
}

extension TaskHandler {
    package var schemaVersions: ClosedRange<Int> { 1...1 }
    package var timeLimit: Duration { .seconds(600) }
}
