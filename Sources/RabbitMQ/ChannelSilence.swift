/// What a consumer does to which nothing is delivered.
///
/// A quorum queue of RabbitMQ 3.10.8 that is deleted and declared again within milliseconds, by
/// whom ever, takes its old consumers over: it hands them messages up to their prefetch, and their
/// channels, which still count the old queue's, throw them away. Nobody is told. So a silent
/// consumer looks at times whether its queues hold messages. If they do twice running and still
/// nothing comes, it begins anew, as it does after a long silence: what was handed to a deaf
/// channel is given out again once that is closed.
///
/// Times are given as the time since the link's start.
struct ChannelSilence {
    enum Action: Hashable {
        case nothing
        /// Count the messages that are ready, and tell of them.
        case look
        /// Close the connection and make it again.
        case renew
    }

    static let lookEvery = Duration.seconds(5)
    /// A message that is counted may be on its way: it has so long to arrive.
    static let lookAgainAfter = Duration.seconds(2)
    static let longest = Duration.seconds(600)

    private let since: Duration
    private var lookAt: Duration
    private var isSuspicious = false

    /// Nothing is under way from now on.
    init(since now: Duration) {
        since = now
        lookAt = now + Self.lookEvery
    }

    func next(at now: Duration) -> Action {
        if now - since >= Self.longest { return .renew }
        return now >= lookAt ? .look : .nothing
    }

    /// Answers whether the consumer is deaf.
    ///
    /// - Parameter ready: Messages that its queues hold and have given to nobody.
    mutating func looked(ready: Int, at now: Duration) -> Bool {
        guard ready > 0 else {
            isSuspicious = false
            lookAt = now + Self.lookEvery
            return false
        }
        defer { isSuspicious = true }
        lookAt = now + Self.lookAgainAfter
        return isSuspicious
    }
}
