import Agreements
import Synchronization
import Tasks

/// The time of a run: what the wall clock says, which can jump, and what has passed, which cannot.
final class SimulatedClock: Sendable {
    private struct Time {
        var wall: Instant
        var passed: Duration
    }

    private let time: Mutex<Time>

    init(at start: Instant) {
        time = Mutex(Time(wall: start, passed: .zero))
    }

    var now: Instant { time.withLock { $0.wall } }

    /// Since the run began.
    var passed: Duration { time.withLock { $0.passed } }

    var wallClock: WallClock { WallClock { self.now } }

    func advance(by span: Duration) {
        time.withLock {
            $0.wall = $0.wall.adding(span)
            $0.passed += span
        }
    }

    /// Sets the wall clock; no time passes.
    func jump(by span: Duration) {
        time.withLock { $0.wall = $0.wall.adding(span) }
    }
}
