import Tasks

/// A handler that does what a closure says.
package struct ClosureHandler: TaskHandler {
    package let kind: TaskKind
    package let schemaVersions: ClosedRange<Int>
    package let timeLimit: Duration
    private let body: @Sendable (Envelope) async throws -> Outcome

    package init(
        _ kind: TaskKind = .reminderDigest,
        schemaVersions: ClosedRange<Int> = 1...1,
        timeLimit: Duration = .seconds(60),
        _ body: @escaping @Sendable (Envelope) async throws -> Outcome = { _ in .done() }
    ) {
        self.kind = kind
        self.schemaVersions = schemaVersions
        self.timeLimit = timeLimit
        self.body = body
    }

    package func handle(_ task: Envelope) async throws -> Outcome {
        try await body(task)
    }
}
