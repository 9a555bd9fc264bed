import Tasks

/// Consuming queues on a connection.
struct ConsumingWork: LinkWork {
    enum Command: Sendable {
        case acknowledge([DeliveryTag])
        case requeue([DeliveryTag])
    }

    private let queues: [String]
    private let prefetch: Int
    private let inbox: Inbox
    private var declaring: Declaring
    private var ledger = DeliveryLedger()
    private var settlements: [DeliveryLedger.Settlement] = []
    private var arrived: [Receipt] = []
    /// Since nothing is under way; nil while something is.
    private var silence: ChannelSilence?

    init(_ topology: Topology, queues: [String], prefetch: Int, inbox: Inbox) {
        declaring = Declaring(topology)
        self.queues = queues
        self.prefetch = prefetch
        self.inbox = inbox
    }

    var unconfirmed: Int { 0 }
    var confirmTimes: Histogram { Histogram() }

    mutating func take(_ command: Command, isOpen: Bool, at now: Duration) {
        switch command {
        case .acknowledge(let tags): settlements += ledger.acknowledge(tags)
        case .requeue(let tags): settlements += ledger.requeue(tags)
        }
    }

    mutating func begin(on session: Session, generation: UInt64) throws(BrokerError) {
        try declaring.perform(on: session)
        ledger.begin(generation)
        silence = nil
        try session.consume(queues, prefetch: prefetch)
    }

    mutating func take(_ event: ChannelEvent, at now: Duration) {
        guard case .delivered(let queue, let number, let message) = event else { return }
        ledger.delivered(number)
        arrived.append(
            Receipt(
                generation: ledger.generation, number: number, queue: queue, arrivedAt: .now,
                message: message))
    }

    mutating func act(
        on session: Session, isBlocked: Bool, at now: Duration
    ) throws(BrokerError) -> Bool {
        if !arrived.isEmpty {
            inbox.put(arrived)
            arrived.removeAll(keepingCapacity: true)
        }
        for settlement in settlements { try session.settle(settlement) }
        settlements.removeAll(keepingCapacity: true)
        try listen(on: session, at: now)
        return false
    }

    /// Notices that nothing comes although there is something.
    private mutating func listen(on session: Session, at now: Duration) throws(BrokerError) {
        guard ledger.count == 0 else {
            silence = nil
            return
        }
        var silence = self.silence ?? ChannelSilence(since: now)
        switch silence.next(at: now) {
        case .nothing: break
        case .renew: throw .quiet(node: session.node)
        case .look:
            var ready = 0
            for queue in queues { ready += try session.readyCount(in: queue) }
            if silence.looked(ready: ready, at: now) {
                throw .lost(
                    node: session.node, reason: "\(ready) messages are there and none comes")
            }
        }
        self.silence = silence
    }

    mutating func lost(_ error: BrokerError) {
        ledger.begin(0)
        settlements.removeAll()
        arrived.removeAll()
        inbox.drop()
    }
}
