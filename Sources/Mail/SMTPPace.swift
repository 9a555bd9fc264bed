/// How fast mails may leave: evenly, so many a minute.
///
/// Times are given as the time since the start, which does not jump with the calendar.
struct SMTPPace {
    private let interval: Duration
    private var nextAt = Duration.zero

    /// - Parameter perMinute: At least 1.
    init(perMinute: Int) {
        precondition(perMinute >= 1, "A pace of \(perMinute) mails a minute sends nothing.")
        interval = .seconds(60) / perMinute
    }

    /// Takes the next place, and answers how long to wait for it.
    mutating func wait(at now: Duration) -> Duration {
        let place = max(now, nextAt)
        nextAt = place + interval
        return place - now
    }
}
