import Logging

/// What every service is given: where to log, and what time it is.
package struct Surroundings: Sendable {
    package var logger: Logger
    package var clock: WallClock

    package init(logger: Logger, clock: WallClock) {
        self.logger = logger
        self.clock = clock
    }
}
