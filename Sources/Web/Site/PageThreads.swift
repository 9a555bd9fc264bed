import Foundation
import Hummingbird

/// Threads on which pages are made, in the order in which they were asked for.
///
/// Making a page waits for SQLite. On the threads that all of the process shares it would keep
/// leases, heartbeats and watchdogs waiting; and those take what came last as readily as what came
/// first, so that one reader would wait for many who came later.
final class PageThreads: TaskExecutor {
    /// The site's, one for each processor and two at least; they last as long as the process.
    ///
    /// More of them would take turns, and each page take longer.
    static let shared = PageThreads(count: max(2, ProcessInfo.processInfo.activeProcessorCount))

    private let line = Line()

    init(count: Int) {
        for number in 1...count {
            let thread = Thread { [line, executor = asUnownedTaskExecutor()] in
                while true { line.next().runSynchronously(on: executor) }
            }
            thread.start()
            // A thread has no name to be set until it has been started.
            thread.name = "pages-\(number)"
        }
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
        try await withTaskExecutorPreference(PageThreads.shared) {
            try await next(request, context)
        }
    }
}
