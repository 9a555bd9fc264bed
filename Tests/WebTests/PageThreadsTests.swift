import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import Tasks
import Testing

@testable import Web

/// The threads on which pages are made.
struct PageThreadsTests {
    /// What was noted, one after the other, by whichever thread.
    private final class Notes<Note: Sendable>: Sendable {
        private let held = Mutex<[Note]>([])

        var all: [Note] { held.withLock { $0 } }

        func add(_ note: Note) { held.withLock { $0.append(note) } }
    }

    @Test func `what comes first is done first, however much there is`() async {
        let threads = PageThreads(count: 1)
        let isFree = DispatchSemaphore(value: 0)
        let order = Notes<Int>()

        let first = Task(executorPreference: threads) { Self.wait(for: isFree) }
        let others = (0..<300).map { number in
            Task(executorPreference: threads) { order.add(number) }
        }
        isFree.signal()
        await first.value
        for other in others { await other.value }

        #expect(order.all == Array(0..<300))
    }

    @Test func `as many are done at a time as there are threads`() async {
        let threads = PageThreads(count: 3)
        let inside = DispatchSemaphore(value: 0)
        let isFree = DispatchSemaphore(value: 0)
        let done = Notes<Void>()

        let tasks = (0..<4).map { _ in
            Task(executorPreference: threads) {
                inside.signal()
                Self.wait(for: isFree)
                done.add(())
            }
        }
        let begun = [10, 10, 10, 0.2].map { Self.hasHeard(inside, within: $0) }
        for _ in tasks { isFree.signal() }
        for task in tasks { await task.value }

        #expect(begun == [true, true, true, false])
        #expect(done.all.count == 4)
    }

    @Test(arguments: ["/", "/norway", "/api/v1/agreements", "/nowhere"])
    func `every request is answered there`(path: String) async throws {
        let site = try TestSite()
        let names = Notes<String>()
        let now = site.now
        let watched = try Site(
            settings: site.site.settings, register: site.register, rules: site.site.rules,
            surroundings: Surroundings(
                logger: site.site.surroundings.logger,
                clock: WallClock {
                    names.add(Thread.current.name ?? "")
                    return now
                }))
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: "localhost:8080", path: path)

        _ = try await watched.router().buildResponder().respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            context: PageContext(logger: site.site.surroundings.logger, peer: "192.0.2.1"))

        #expect(!names.all.isEmpty)
        #expect(names.all.allSatisfy { $0.hasPrefix("pages-") }, "\(names.all)")
    }

    private static func hasHeard(_ semaphore: DispatchSemaphore, within seconds: Double) -> Bool {
        semaphore.wait(timeout: .now() + seconds) == .success
    }

    /// Blocks its thread, as a question to the register does.
    private static func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }
}
