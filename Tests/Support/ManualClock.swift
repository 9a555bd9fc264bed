import Agreements
import Synchronization
import Tasks

/// A clock that stands still until it is put forward.
package final class ManualClock: Sendable {
    private let instant: Mutex<Instant>

    /// Begins at 2013-03-01T06:00:00Z, 07:00 in Oslo.
    package init(at start: Instant = Instant(milliseconds: 1_362_117_600_000)) {
        instant = Mutex(start)
    }

    package func now() -> Instant { instant.withLock { $0 } }

    package func advance(by duration: Duration) {
        instant.withLock { $0 = $0.adding(duration) }
    }

    package func set(_ new: Instant) {
        instant.withLock { $0 = new }
    }

    package var wallClock: WallClock { WallClock { self.now() } }
}
