import Agreements

/// How often a task is tried, and how long to wait in between.
package struct RetryPolicy: Hashable, Sendable {
    /// The wait doubles with each attempt that failed: base · 2^min(attempt, cap).
    package var base: Duration
    package var cap: Int
    /// After this many attempts that failed the task is dead.
    package var attempts: Int
    /// After this many crashes of its worker the task is quarantined.
    package var crashes: Int
    /// How long a task waits that a worker has kept for one of another version.
    package var keptFor: Duration

    /// The defaults wait 30 s, 60 s, … 64 min (15 s · 2⁸), in all about 5 h for 12 attempts.
    package init(
        base: Duration = .seconds(15),
        cap: Int = 8,
        attempts: Int = 12,
        crashes: Int = 3,
        keptFor: Duration = .seconds(60)
    ) {
        self.base = base
        self.cap = cap
        self.attempts = attempts
        self.crashes = crashes
        self.keptFor = keptFor
    }

    /// The wait after an attempt has failed.
    ///
    /// - Parameter jitter: From −1 to 1, which is 10 % less to 10 % more.
    package func delay(afterAttempt attempt: Int, jitter: Double) -> Duration {
        let doublings = max(0, min(attempt, cap, 30))
        let milliseconds = Double(base.milliseconds) * Double(1 << doublings)
        return .milliseconds(Int64(milliseconds * (1 + 0.1 * max(-1, min(1, jitter)))))
    }
}
