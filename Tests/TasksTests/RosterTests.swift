import Testing

@testable import Tasks

struct RosterTests {
    private let tag = DeliveryTag(generation: 1, number: 1)
    private var roster = Roster(announceAfter: .seconds(1), beatEvery: .seconds(10))

    @Test mutating func `a short task is not announced`() {
        roster.begin(tag, at: .zero, limit: .seconds(60))

        #expect(roster.tick(at: .milliseconds(999)) == [])
        #expect(roster.end(tag) == .report)
        #expect(roster.tick(at: .seconds(100)) == [])
    }

    @Test mutating func `a long task is announced once and beats until its limit`() {
        roster.begin(tag, at: .zero, limit: .seconds(25))

        #expect(roster.tick(at: .seconds(1)) == [.announce(tag)])
        #expect(roster.tick(at: .seconds(10)) == [])
        #expect(roster.tick(at: .seconds(11)) == [.beat(tag)])
        #expect(roster.tick(at: .seconds(21)) == [.beat(tag)])
        #expect(roster.tick(at: .seconds(25)) == [.overrun(tag)])
    }

    @Test mutating func `a task that is overrun keeps its place and reports nothing more`() {
        roster.begin(tag, at: .zero, limit: .seconds(5), isAnnounced: true)
        #expect(roster.tick(at: .seconds(5)) == [.overrun(tag)])

        #expect(roster.tick(at: .seconds(50)) == [])
        #expect(roster.count == 1)
        #expect(roster.end(tag) == .nothing)
        #expect(roster.count == 0)
    }
}
