import Testing

@testable import RabbitMQ

struct ConnectionStateTests {
    @Test func `it opens at once and is used once it is open`() {
        var state = ConnectionState(nodes: 1)

        #expect(state.next(at: .zero) == .open(node: 0, generation: 1))
        state.opened(at: .milliseconds(20))

        #expect(state.next(at: .milliseconds(20)) == .use)
        #expect(state.isOpen)
    }

    @Test func `a failed attempt is followed by the next node after a wait`() {
        var state = ConnectionState(nodes: 3)

        #expect(state.next(at: .zero) == .open(node: 0, generation: 1))
        state.lost(at: .zero, jitter: 0)

        #expect(state.next(at: .zero) == .wait(until: .milliseconds(200)))
        #expect(state.next(at: .milliseconds(199)) == .wait(until: .milliseconds(200)))
        #expect(state.next(at: .milliseconds(200)) == .open(node: 1, generation: 2))
    }

    @Test func `waits grow by half from 0,2 s to 10 s`() {
        var state = ConnectionState(nodes: 1)
        var now = Duration.zero
        var waits: [Duration] = []

        for _ in 1...16 {
            _ = state.next(at: now)
            state.lost(at: now, jitter: 0)
            guard case .wait(let until) = state.next(at: now) else { break }
            waits.append(until - now)
            now = until
        }

        #expect(
            waits.prefix(4) == [
                .milliseconds(200), .milliseconds(300), .milliseconds(450), .milliseconds(675),
            ])
        #expect(waits[9] > .seconds(7) && waits[9] < .seconds(8))
        #expect(waits.suffix(2) == [.seconds(10), .seconds(10)])
    }

    @Test(arguments: [(-1.0, 160), (0.0, 200), (1.0, 240), (7.0, 240)])
    func `jitter moves a wait by a fifth at most`(jitter: Double, milliseconds: Int) {
        var state = ConnectionState(nodes: 1)
        _ = state.next(at: .zero)

        state.lost(at: .zero, jitter: jitter)

        #expect(state.next(at: .zero) == .wait(until: .milliseconds(milliseconds)))
    }

    @Test func `a connection that has held lets the waits begin anew and a short one does not`() {
        var state = ConnectionState(nodes: 1)
        for _ in 1...4 {
            _ = state.next(at: .zero)
            state.lost(at: .zero, jitter: 0)
            _ = state.next(at: .seconds(60))
        }

        state.opened(at: .seconds(60))
        state.lost(at: .milliseconds(60_999), jitter: 0)
        #expect(
            state.next(at: .milliseconds(60_999))
                == .wait(until: .milliseconds(60_999) + .microseconds(1_012_500)))
        _ = state.next(at: .seconds(70))
        state.opened(at: .seconds(70))
        state.lost(at: .seconds(71), jitter: 0)

        #expect(state.next(at: .seconds(71)) == .wait(until: .milliseconds(71_200)))
    }

    @Test func `a broker that needs a pause gets it before the next attempt`() {
        var state = ConnectionState(nodes: 1)
        _ = state.next(at: .zero)
        state.opened(at: .zero)
        let gone = BrokerError.cancelled(node: "localhost", queue: "avtalt.v1.tasks.reminder")
        let lost = BrokerError.lost(node: "localhost", reason: "it was closed")

        state.lost(at: .seconds(1), jitter: 0, pause: gone.pause)

        #expect(state.next(at: .seconds(1)) == .wait(until: .seconds(3)))
        #expect(lost.pause == .zero)
    }

    @Test func `an alarm is counted until it is over or the connection is lost`() {
        var state = ConnectionState(nodes: 1)
        _ = state.next(at: .zero)
        state.opened(at: .zero)

        state.block(at: .seconds(1))
        state.block(at: .seconds(2))
        #expect(state.isBlocked)
        #expect(state.blockedTime(at: .seconds(3)) == .seconds(2))
        state.unblock(at: .seconds(5))
        #expect(state.blockedTime(at: .seconds(9)) == .seconds(4))
        state.block(at: .seconds(10))
        state.lost(at: .seconds(11), jitter: 0)

        #expect(!state.isBlocked)
        #expect(state.blockedTime(at: .seconds(20)) == .seconds(5))
    }

    @Test(arguments: [true, false])
    func `once it is to be closed it ends whatever it is doing`(isOpen: Bool) {
        var state = ConnectionState(nodes: 1)
        _ = state.next(at: .zero)
        if isOpen { state.opened(at: .zero) } else { state.lost(at: .zero, jitter: 0) }

        state.close()

        #expect(state.next(at: .zero) == .end)
    }

    @Test func `a call is stuck once its limit has passed and not before`() {
        var dog = Watchdog(limit: .seconds(20))

        #expect(!dog.isStuck(at: .seconds(100)))
        dog.began(at: .seconds(100))
        #expect(!dog.isStuck(at: .seconds(120)))
        #expect(dog.isStuck(at: .milliseconds(120_001)))
        dog.ended()

        #expect(!dog.isStuck(at: .seconds(500)))
    }
}
