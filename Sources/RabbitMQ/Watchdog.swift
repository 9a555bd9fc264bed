/// Notices a call that does not come back.
///
/// librabbitmq blocks without limit when it publishes to a broker that does not read. Whoever sees
/// a stuck call from another thread shuts the socket down, and the call fails.
struct Watchdog: Sendable {
    let limit: Duration
    private var beganAt: Duration?

    init(limit: Duration) {
        self.limit = limit
    }

    mutating func began(at now: Duration) {
        beganAt = now
    }

    mutating func ended() {
        beganAt = nil
    }

    func isStuck(at now: Duration) -> Bool {
        beganAt.map { now - $0 > limit } ?? false
    }
}
