import Tasks

/// Publishing on a connection: persistent, mandatory, confirmed.
struct PublishingWork: LinkWork {
    enum Command: Sendable {
        case publish(PublishJob)
        case abandon(UInt64)
    }

    private let confirmLimit: Duration
    private var declaring: Declaring
    private var board = PublishBoard()
    private var window: ConfirmWindow<PublishBoard.Slot>

    /// What is sent between two looks at what has arrived: the broker may have raised an alarm.
    private static let batch = (messages: 64, bytes: 1024 * 1024)

    init(_ topology: Topology, settings: LinkSettings) {
        declaring = Declaring(topology)
        confirmLimit = settings.confirmLimit
        window = ConfirmWindow(bounds: .init(messages: settings.confirmWindow))
    }

    var unconfirmed: Int { window.count }
    private(set) var confirmTimes = Histogram()

    mutating func take(_ command: Command, isOpen: Bool, at now: Duration) {
        switch command {
        case .publish(let job) where isOpen: board.add(job, deadline: now + confirmLimit)
        case .publish(let job):
            let answer = Publication.unknown(reason: "There is no connection to a broker.")
            job.answer(job.messages.map { _ in answer })
        case .abandon(let number): board.abandon(number, reason: "Nobody waits for it any more.")
        }
    }

    mutating func begin(on session: Session, generation: UInt64) throws(BrokerError) {
        try declaring.perform(on: session)
        try session.startConfirming()
    }

    mutating func take(_ event: ChannelEvent, at now: Duration) {
        switch event {
        case .confirmed(let number, let multiple):
            for (slot, returned, sentAt) in window.confirmed(upTo: number, multiple: multiple) {
                confirmTimes.observe(now - sentAt)
                board.answer(slot, returned.map { .returned(reason: $0) } ?? .confirmed)
            }
        case .refused(let number, let multiple):
            for slot in window.refused(upTo: number, multiple: multiple) {
                board.answer(slot, .refused(reason: "The broker has refused it: a queue is full."))
            }
        case .returned(let id, let reason): window.returned(id: id, reason: reason)
        case .delivered, .cancelled, .blocked, .unblocked, .closed: break
        }
    }

    mutating func act(
        on session: Session, isBlocked: Bool, at now: Duration
    ) throws(BrokerError) -> Bool {
        board.expire(at: now)
        guard !isBlocked else {
            board.answerUnsent(.refused(reason: "The broker is in alarm and takes nothing."))
            return false
        }
        if let oldest = window.oldestSentAt, now - oldest > confirmLimit {
            throw .lost(node: session.node, reason: "nothing was confirmed for \(confirmLimit)")
        }
        var (messages, bytes) = (0, 0)
        while messages < Self.batch.messages, bytes < Self.batch.bytes,
            let (slot, message) = board.next(), window.hasRoom(for: message.body.count)
        {
            try session.publish(message)
            window.sent(slot, id: message.id, bytes: message.body.count, at: now)
            board.sendNext()
            messages += 1
            bytes += message.body.count
        }
        if messages > 0 { Failpoint.reach(.publishSent) }
        return messages > 0
    }

    mutating func lost(_ error: BrokerError) {
        _ = window.lost()
        board.abandonAll(reason: "\(error)")
    }
}
