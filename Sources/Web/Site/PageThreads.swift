import Foundation
import Hummingbird

/// Threads on which pages are made, in the order in which they were asked for.
///
/// Making a page waits for SQLite. On the threads that all of the process shares it would keep
/// leases, heartbeats and watchdogs waiting; and those take what came last as readily as what came
/// first, so that one reader would wait for many who came later.
final class PageThreads: TaskExecutor {
    /// The site's; they last as long as the process.
    ///
    /// Two more than there are processors: a page that waits for the disk, or takes a second, leaves
    /// room for the others.
    static let shared = PageThreads(count: ProcessInfo.processInfo.activeProcessorCount + 2)

    private let line = Line()

    init(count: Int) {
        for number in 1...count {
            Thread.detachNewThread { [line, executor = asUnownedTaskExecutor()] in
                Thread.current.name = "pages-\(number)"
                while true { line.next().runSynchronously(on: executor) }
            }
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
