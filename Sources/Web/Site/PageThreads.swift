import Foundation
import Hummingbird

/// Threads on which pages are made, in the order in which they were asked for.
///
/// Making a page waits for SQLite. On the threads that all of the process shares it would keep
/// leases, heartbeats and watchdogs waiting; and those take what came last as readily as what came
/// first, so that one reader would wait for many who came later.
final class PageThreads: TaskExecutor {
    /// For those who read: one for each processor, and two at least. More would take turns, and
    /// each page take longer. Like all of them they last as long as the process.
    static let reading = PageThreads(
        "reads", count: max(2, ProcessInfo.processInfo.activeProcessorCount))

    /// For those who write. They wait for each other, and an import keeps them all waiting; nobody
    /// who reads waits for them.
    static let writing = PageThreads("writes", count: 4)

    private let line = Line()

    /// - Parameter name: What operators see of them, with a number.
    init(_ name: String, count: Int) {
        for number in 1...count {
            let thread = Thread { [line, executor = asUnownedTaskExecutor()] in
                while true { line.next().runSynchronously(on: executor) }
            }
            thread.start()
            // A thread has no name to be set until it has been started.
            thread.name = "\(name)-\(number)"
        }
    }

    /// Does something on these threads, for somebody who waits for it on others.
    func perform<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await Task(executorPreference: self) { try body() }.value
    }

    func enqueue(_ job: consuming ExecutorJob) { line.append(UnownedJob(job)) }

    /// What is to be done, first come, first served.
    private final class Line: @unchecked Sendable {
        private let condition = NSCondition()
        private var jobs: [UnownedJob] = []
        /// The place in `jobs` of the first that nobody has taken.
        private var first = 0

        func append(_ job: UnownedJob) {
            condition.lock()
            jobs.append(job)
            condition.signal()
            condition.unlock()
        }

        /// Waits until there is one.
        func next() -> UnownedJob {
            condition.lock()
            defer { condition.unlock() }
            while first == jobs.count { condition.wait() }
            let job = jobs[first]
            first += 1
            // Half of them or more are done with: each is moved once at most on the average.
            if first * 2 >= jobs.count {
                jobs.removeFirst(first)
                first = 0
            }
            return job
        }
    }
}

/// Has requests answered on the threads for pages.
struct OnPageThreads: RouterMiddleware {
    func handle(
        _ request: Request, context: PageContext,
        next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let isReading = request.method == .get || request.method == .head
        return try await withTaskExecutorPreference(
            isReading ? PageThreads.reading : .writing
        ) {
            try await next(request, context)
        }
    }
}
