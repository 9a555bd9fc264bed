import Register
import Testing

@testable import Web

/// What is kept for as long as the register does not change.
struct CommitShelfTests {
    private let site: TestSite
    private let shelf: CommitShelf<String, String>

    init() throws {
        site = try TestSite()
        shelf = CommitShelf(try RegisterWatch(site.register), most: 10) { $0.count }
    }

    private func commit() throws {
        try site.register.write { try $0.execute(sql: "UPDATE user SET name = name") }
    }

    @Test func `a value is made once, and anew after a commit`() throws {
        let values = try ["1", "2"].map { number in try shelf.value(of: "a") { number } }
        try commit()
        let later = try shelf.value(of: "a") { "3" }

        #expect(values == ["1", "1"])
        #expect(later == "3")
    }

    @Test func `a value that is made while somebody commits is not shown again`() throws {
        let first = try shelf.value(of: "a") {
            try commit()
            return "old"
        }
        let second = try shelf.value(of: "a") { "new" }

        #expect([first, second] == ["old", "new"])
    }

    @Test func `what does not fit begins the shelf anew`() throws {
        let state = try shelf.state()
        shelf.keep("12345", as: "a", of: state)
        shelf.keep("67890", as: "b", of: state)
        let both = ["a", "b"].map { shelf.value(of: $0, at: state) }

        shelf.keep("1", as: "c", of: state)

        #expect(both == ["12345", "67890"])
        #expect(["a", "b", "c"].map { shelf.value(of: $0, at: state) } == [nil, nil, "1"])
    }

    @Test func `what could not be made is asked for again`() throws {
        #expect(throws: PageError.self) {
            try shelf.value(of: "a") { throw PageError.busy }
        }
        #expect(try shelf.value(of: "a") { "made" } == "made")
    }
}
