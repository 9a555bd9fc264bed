import Testing

@testable import Web

struct ShelfTests {
    @Test func `ten who ask at once wait for one computation`() async throws {
        let shelf = Shelf<Int, Int>(limit: 2)
        let counter = Counter()

        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<10 {
                group.addTask { try await shelf.value(of: 1) { await counter.next() } }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(values == Array(repeating: 1, count: 10))
    }

    @Test func `what was used longest ago makes room`() async throws {
        let shelf = Shelf<Int, Int>(limit: 2)
        let counter = Counter()
        for key in [1, 2, 1, 3] { _ = try await shelf.value(of: key) { await counter.next() } }

        let kept = try await shelf.value(of: 1) { await counter.next() }
        let made = try await shelf.value(of: 2) { await counter.next() }

        #expect(kept == 1)
        #expect(made == 4)
        #expect(await shelf.count == 2)
    }

    @Test func `a failure is told and not kept`() async throws {
        let shelf = Shelf<Int, Int>(limit: 2)

        await #expect(throws: PageError.busy) {
            try await shelf.value(of: 1) { throw PageError.busy }
        }
        let value = try await shelf.value(of: 1) { 7 }

        #expect(value == 7)
    }

    private actor Counter {
        private var value = 0

        func next() -> Int {
            value += 1
            return value
        }
    }
}
