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
        let threads = PageThreads("tests", count: 1)
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
        let threads = PageThreads("tests", count: 3)
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
    func `who reads is answered on threads for reading`(path: String) async throws {
        let names = try await threads(of: .get, path)

        #expect(!names.isEmpty && names.allSatisfy { $0.hasPrefix("reads-") }, "\(names)")
    }

    @Test(arguments: ["/sign-in", "/log", "/api/v1/agreements"])
    func `who writes on threads for writing`(path: String) async throws {
        let names = try await threads(of: .post, path)

        #expect(!names.isEmpty && names.allSatisfy { $0.hasPrefix("writes-") }, "\(names)")
    }

    @Test func `pages are read while others wait to write`() async throws {
        let site = try TestSite()
        let browser = try site.browser(as: "nord.sb0")
        let isFree = DispatchSemaphore(value: 0)
        let isHeld = DispatchSemaphore(value: 0)
        // Lets go at last, so that a site in which readers wait fails the test and not the run.
        let wasFreed = Task(executorPreference: PageThreads("tests", count: 1)) {
            try site.register.write { _ in
                isHeld.signal()
                return Self.hasHeard(isFree, within: 300)
            }
        }
        Self.wait(for: isHeld)

        let writers = (0..<8).map { _ in
            Task { try await browser.post("/log", ["text": "Ringte Bodø om høstens møte"]).status }
        }
        var read: [Int] = []
        for path in ["/", "/agreements", "/norway", "/?show=late"] {
            read.append(try await browser.get(path).status)
        }
        isFree.signal()

        #expect(try await wasFreed.value)
        #expect(read == [200, 200, 200, 200])
        for writer in writers { #expect(try await writer.value < 500) }
    }

    /// On which threads a site asks what time it is while it answers.
    private func threads(of method: HTTPRequest.Method, _ path: String) async throws -> [String] {
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
            method: method, scheme: "http", authority: "localhost:8080", path: path)

        _ = try await watched.router().buildResponder().respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            context: PageContext(logger: site.site.surroundings.logger, peer: "192.0.2.1"))

        return names.all
    }

    private static func hasHeard(_ semaphore: DispatchSemaphore, within seconds: Double) -> Bool {
        semaphore.wait(timeout: .now() + seconds) == .success
    }

    /// Blocks its thread, as a question to the register does.
    private static func wait(for semaphore: DispatchSemaphore) { semaphore.wait() }
}
