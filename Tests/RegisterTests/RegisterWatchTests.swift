import GRDB
import Register
import Testing

/// Hearing of what others commit.
struct RegisterWatchTests {
    private static let change = """
        INSERT INTO coordinator_term (holder, began_at) VALUES ('somebody', 1)
        """

    @Test func `a commit of any connection is heard, and nothing else`() throws {
        let temporary = try TemporaryRegister()
        let register = temporary.register
        let watch = try RegisterWatch(register)

        let before = try watch.state()
        _ = try register.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM user") }
        struct Changed: Error {}
        #expect(throws: Changed.self) {
            try register.write { db in
                try db.execute(sql: Self.change)
                throw Changed()
            }
        }
        let unchanged = try watch.state()
        try register.write { try $0.execute(sql: Self.change) }
        let afterOurs = try watch.state()
        let other = try Register.open(at: register.path, mode: .existing)
        try other.write { try $0.execute(sql: Self.change) }
        let afterOthers = try watch.state()

        #expect(unchanged == before)
        #expect(afterOurs != before)
        #expect(afterOthers != afterOurs)
    }
}
