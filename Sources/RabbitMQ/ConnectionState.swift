/// Where a connection is in its life, and what is to be done about it.
///
/// It begins by opening at once; what fails or is lost is opened again, at the next of the nodes,
/// after a wait that grows from 0.2 s to 10 s and begins anew when a connection has held. Each
/// attempt has a generation, counted from 1, by which whatever belongs to an older connection can
/// be told. Once it is to be closed it ends.
///
/// Times are given as the time since the link's start, which does not jump with the calendar.
struct ConnectionState {
    /// What the caller has to do.
    enum Action: Hashable {
        /// Connect to that node.
        case open(node: Int, generation: UInt64)
        /// Nothing until then.
        case wait(until: Duration)
        /// Use the connection.
        case use
        /// Close it, and end.
        case end
    }

    private enum Phase: Hashable {
        case waiting(until: Duration)
        case opening
        case open(since: Duration)
    }

    static let shortestWait = Duration.milliseconds(200)
    /// However long a broker was away, work goes on within 15 s of its return.
    static let longestWait = Duration.seconds(10)
    /// A connection that held so long was a good one.
    static let holding = Duration.seconds(1)

    private let nodes: Int
    private var phase = Phase.waiting(until: .zero)
    private var failures = 0
    private var attempts = 0
    private var isClosing = false
    private var blockedSince: Duration?
    private var blockedBefore = Duration.zero
    private(set) var generation: UInt64 = 0
    /// When the broker was last heard.
    private(set) var heardAt: Duration?

    init(nodes: Int) {
        precondition(nodes > 0, "A connection needs a node to connect to.")
        self.nodes = nodes
    }

    var isOpen: Bool {
        if case .open = phase { true } else { false }
    }

    var isBlocked: Bool { blockedSince != nil }

    mutating func next(at now: Duration) -> Action {
        guard !isClosing else { return .end }
        switch phase {
        case .open: return .use
        case .waiting(let until) where until > now: return .wait(until: until)
        case .waiting, .opening:
            phase = .opening
            generation += 1
            attempts += 1
            return .open(node: (attempts - 1) % nodes, generation: generation)
        }
    }

    mutating func opened(at now: Duration) {
        phase = .open(since: now)
        heardAt = now
    }

    /// The attempt failed, or the connection is lost.
    ///
    /// - Parameters:
    ///   - jitter: From −1 to 1, which is 20 % less to 20 % more.
    ///   - pause: The least that is waited before the next attempt.
    mutating func lost(at now: Duration, jitter: Double, pause: Duration = .zero) {
        if case .open(let since) = phase, now - since >= Self.holding { failures = 0 }
        unblock(at: now)
        failures += 1
        let wait = max(pause, Self.wait(afterFailure: failures, jitter: jitter))
        phase = .waiting(until: now + wait)
    }

    /// Half as long again each time: a broker that was away for a while is found again after half
    /// that while at most.
    private static func wait(afterFailure count: Int, jitter: Double) -> Duration {
        let grown = (1..<max(1, min(count, 20))).reduce(shortestWait) { wait, _ in wait * 3 / 2 }
        return min(grown * (1 + 0.2 * max(-1, min(1, jitter))), longestWait)
    }

    mutating func heard(at now: Duration) {
        heardAt = now
    }

    /// The broker has an alarm and reads nothing that is published.
    mutating func block(at now: Duration) {
        blockedSince = blockedSince ?? now
    }

    mutating func unblock(at now: Duration) {
        blockedBefore = blockedTime(at: now)
        blockedSince = nil
    }

    /// How long it has been blocked in all.
    func blockedTime(at now: Duration) -> Duration {
        blockedBefore + (blockedSince.map { now - $0 } ?? .zero)
    }

    mutating func close() {
        isClosing = true
    }
}
