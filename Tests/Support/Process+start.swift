import Foundation

extension Process {
    private static let isStarting = NSLock()

    /// As `run`, one process at a time.
    ///
    /// Foundation learns of a process's end by a socket that the process holds. One that is started
    /// at the same moment inherits it, and as long as that one lives the first seems to go on: a
    /// test that waits for a short program then waits for another test's server.
    package func start() throws {
        try Self.whileNoneStarts { try run() }
    }

    fileprivate static func whileNoneStarts<Result>(
        _ body: () throws -> Result
    ) rethrows -> Result {
        isStarting.lock()
        defer { isStarting.unlock() }
        return try body()
    }
}

extension Pipe {
    /// A pipe that nobody has an end of but the process that is given one.
    ///
    /// A process that is started at the same moment as a pipe is made inherits both its ends, and
    /// whoever reads to the end then waits for that process as well.
    package static func apart() -> Pipe {
        Process.whileNoneStarts {
            let pipe = Pipe()
            for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
            return pipe
        }
    }
}

/// Asks until there is an answer, and once more when the time is over: beside a thousand other
/// tests this one may not have had a turn for longer. Nil where it does not come, or `goesOn` is
/// no more.
package func answer<Answer>(
    within limit: Duration, while goesOn: @autoclosure () -> Bool, to question: () throws -> Answer?
) async throws -> Answer? {
    let end = ContinuousClock.now + limit
    var isLast = false
    while goesOn() {
        if let answer = try question() { return answer }
        if isLast { return nil }
        try await Task.sleep(for: .milliseconds(20))
        isLast = ContinuousClock.now >= end
    }
    return nil
}
