import Foundation
import Logging
import Settings
import Synchronization
import Tasks

/// What is done on a connection while it is open: publishing or consuming.
protocol LinkWork: SendableMetatype {
    associatedtype Command: Sendable

    /// Without a connection a command is answered at once or forgotten.
    mutating func take(_ command: Command, isOpen: Bool, at now: Duration)
    /// Sets the channel up.
    mutating func begin(on session: Session, generation: UInt64) throws(BrokerError)
    mutating func take(_ event: ChannelEvent, at now: Duration)
    /// Does a bounded part of what there is to do; answers whether there is more to do at once.
    mutating func act(on session: Session, isBlocked: Bool, at now: Duration) throws(BrokerError)
        -> Bool
    /// The connection is gone.
    mutating func lost(_ error: BrokerError)
    /// Messages that wait for an answer.
    var unconfirmed: Int { get }
    /// How long those waited that were confirmed.
    var confirmTimes: Histogram { get }
}

/// A connection that is made again whenever it is lost, with a thread of its own.
///
/// The thread owns the connection and all its state; what others want of it goes through the box.
final class Link<Work: LinkWork>: Sendable {
    let box = CommandBox<Work.Command>()
    private let status = Mutex((health: LinkHealth(), toldAt: ContinuousClock.now))

    init(
        _ settings: LinkSettings, logger: Logger, work: @escaping @Sendable () -> Work
    ) {
        let sockets = SocketGuard(limit: settings.stuckLimit)
        let start = ContinuousClock.now
        let watch = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(1))
                if sockets.look(at: ContinuousClock.now - start) {
                    logger.warning("Call to the broker was stuck and is broken off")
                }
            }
        }
        let (box, name) = (box, settings.name)
        let thread = Thread { [weak self] in
            var runner = LinkRunner(
                work: work(), settings: settings, box: box, sockets: sockets, logger: logger,
                start: start)
            runner.run { health in self?.status.withLock { $0 = (health, .now) } }
            watch.cancel()
        }
        thread.name = name
        thread.start()
    }

    deinit {
        box.close()
    }

    /// The thread tells at each turn, which a frozen broker can hold up: the silence grows on.
    var health: LinkHealth {
        let now = ContinuousClock.now
        return status.withLock { status in
            var health = status.health
            health.silence = health.silence.map { $0 + (now - status.toldAt) }
            return health
        }
    }

    /// Ends the link, once what it was told before is done.
    func close() async {
        box.close()
        await box.ended()
    }
}

/// How a connection is.
package struct LinkHealth: Hashable, Sendable {
    package var isOpen = false
    /// Attempts to connect so far.
    package var generation: UInt64 = 0
    /// How long the broker has been in alarm while it was connected.
    package var blocked = Duration.zero
    /// Messages that are published and neither confirmed nor refused.
    package var unconfirmed = 0
    /// From sending a message to its confirmation.
    package var confirmTimes = Histogram()
    /// Since the broker was last heard; nil before it was.
    package var silence: Duration?
}

/// What a link's thread does.
private struct LinkRunner<Work: LinkWork> {
    var work: Work
    let settings: LinkSettings
    let box: CommandBox<Work.Command>
    let sockets: SocketGuard
    let logger: Logger
    let start: ContinuousClock.Instant
    var session: Session?
    var state: ConnectionState

    /// Events that are taken in before work is done on the channel again.
    private static var eventLimit: Int { 1000 }

    init(
        work: Work, settings: LinkSettings, box: CommandBox<Work.Command>, sockets: SocketGuard,
        logger: Logger, start: ContinuousClock.Instant
    ) {
        self.work = work
        self.settings = settings
        self.box = box
        self.sockets = sockets
        self.logger = logger
        self.start = start
        state = ConnectionState(nodes: settings.nodes.count)
    }

    private var now: Duration { ContinuousClock.now - start }

    mutating func run(_ tell: (LinkHealth) -> Void) {
        while true {
            switch state.next(at: now) {
            case .end: return end()
            case .open(let node, let generation): open(settings.nodes[node], generation)
            case .wait(let until):
                takeCommands()
                if !box.isClosing { _ = box.wait(for: nil, atMost: until - now) }
            case .use: use()
            }
            tell(health)
        }
    }

    private var health: LinkHealth {
        LinkHealth(
            isOpen: state.isOpen, generation: state.generation,
            blocked: state.blockedTime(at: now), unconfirmed: work.unconfirmed,
            confirmTimes: work.confirmTimes, silence: state.heardAt.map { now - $0 })
    }

    private mutating func open(_ broker: BrokerAddress, _ generation: UInt64) {
        guard !box.isClosing else { return state.close() }
        do throws(BrokerError) {
            let session = try Session(broker, settings: settings)
            try work.begin(on: session, generation: generation)
            self.session = session
            sockets.watch(session.socket)
            state.opened(at: now)
            logger.info(
                "Broker is connected",
                metadata: ["broker.node": "\(session.node)", "broker.generation": "\(generation)"])
            box.tellAttempt(.success(()))
        } catch {
            lose(error)
            // Any node will do: that one is away is no failure before all were tried.
            if !error.isTransient || generation >= settings.nodes.count {
                box.tellAttempt(.failure(error))
            }
        }
    }

    private mutating func use() {
        guard let session else { preconditionFailure("An open connection has a session.") }
        do throws(BrokerError) {
            sockets.began(at: now)
            defer { sockets.ended() }
            takeCommands()
            let hasMoreToRead = try read(session)
            let hasMoreToDo = try work.act(on: session, isBlocked: state.isBlocked, at: now)
            guard !hasMoreToRead, !hasMoreToDo, !session.hasBuffered, !box.isClosing else { return }
            sockets.ended()
            if box.wait(for: session.socket, atMost: settings.heartbeat / 4) {
                state.heard(at: now)
            }
        } catch {
            lose(error)
        }
    }

    /// Answers whether there may be more.
    private mutating func read(_ session: Session) throws(BrokerError) -> Bool {
        for _ in 0..<Self.eventLimit {
            guard let event = try session.receive() else { return false }
            switch event {
            case .blocked(let reason):
                state.block(at: now)
                logger.warning("Broker is in alarm", metadata: ["broker.alarm": "\(reason)"])
            case .unblocked:
                state.unblock(at: now)
                logger.info("Broker's alarm is over")
            case .closed(let error): throw error
            case .cancelled(let queue): throw .cancelled(node: session.node, queue: queue)
            case .confirmed, .refused, .returned, .delivered: work.take(event, at: now)
            }
        }
        return true
    }

    private mutating func takeCommands() {
        let (commands, isClosing) = box.take()
        for command in commands { work.take(command, isOpen: state.isOpen, at: now) }
        if isClosing { state.close() }
    }

    private mutating func lose(_ error: BrokerError) {
        drop()
        work.lost(error)
        state.lost(at: now, jitter: Double.random(in: -1...1), pause: error.pause)
        logger.log(
            level: error.level, "Broker is not connected and is tried again",
            metadata: ["problem": "\(error)", "broker.generation": "\(state.generation)"])
    }

    private mutating func drop() {
        sockets.watch(nil)
        session = nil
    }

    private mutating func end() {
        let error = BrokerError.lost(node: settings.nodes[0].host, reason: "it was closed")
        if let session {
            sockets.began(at: now)
            session.close()
            sockets.ended()
        }
        drop()
        work.lost(error)
        box.tellAttempt(.failure(error))
        for command in box.end() { work.take(command, isOpen: false, at: now) }
    }
}
