import Agreements
import Testing

@testable import Coordination

struct HearingTests {
    private let start = Instant(milliseconds: 1_362_117_600_000)
    private var hearing = Hearing(lease: .seconds(60))

    private func after(_ seconds: Int) -> Instant { start.adding(.seconds(seconds)) }

    @Test mutating func `leases run while reports arrive`() {
        let actions = [0, 1, 15, 30].map { hearing.next(hears: true, at: after($0)) }

        #expect(actions == [.rescue, .rescue, .rescue, .rescue])
    }

    @Test mutating func `while no report can arrive nobody is blamed and then leases begin anew`() {
        let actions = [(0, true), (1, false), (2, false), (3, true), (4, true)].map {
            hearing.next(hears: $1, at: after($0))
        }

        #expect(actions == [.rescue, .wait, .wait, .beginLeasesAnew, .rescue])
    }

    @Test mutating func `at the start it is told that nothing was ever heard`() {
        _ = hearing.next(hears: false, at: start)
        #expect(!hearing.hasHeard)

        _ = hearing.next(hears: true, at: after(1))
        _ = hearing.next(hears: false, at: after(2))
        #expect(hearing.hasHeard)
    }

    @Test(arguments: [16, 365 * 86_400, -7200])
    mutating func `who was away or whose clock was set begins leases anew`(seconds: Int) {
        _ = hearing.next(hears: true, at: start)

        let first = hearing.next(hears: true, at: after(seconds))
        let second = hearing.next(hears: true, at: after(seconds + 1))

        #expect(first == .beginLeasesAnew)
        #expect(second == .rescue)
    }

    @Test mutating func `reports that could not be recorded may still wait`() {
        _ = hearing.next(hears: true, at: start)
        hearing.missed()

        #expect(hearing.next(hears: true, at: after(1)) == .beginLeasesAnew)
        #expect(hearing.next(hears: true, at: after(2)) == .rescue)
    }
}
