import Logging

/// What every service is given: where to log, what time it is, and where to count.
package struct Surroundings: Sendable {
    package var logger: Logger
    package var clock: WallClock
    package let tally: Tally

    package init(logger: Logger, clock: WallClock, tally: Tally = Tally()) {
        self.logger = logger
        self.clock = clock
        self.tally = tally
    }
}
