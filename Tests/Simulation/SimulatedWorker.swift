import Agreements
import Tasks

/// One process of a worker, as a value; the simulation has it act.
///
/// What it decides is decided by what real workers decide with: `DeliveryCheck` and `Roster`.
struct SimulatedWorker {
    struct Attempt {
        let task: Envelope
        let startedAt: Instant
        let endsAt: Duration
        var isOverrun = false
    }

    /// A delivery whose start is being reported.
    struct Announcement {
        let tag: DeliveryTag
        let task: Envelope
    }

    let slot: Int
    let kind: String
    /// How far its machine's clock is off.
    let skew: Duration
    private(set) var starts = 0
    var version = 1
    var isAlive = false
    var isStopping = false
    /// When it is started again, or goes on.
    var awayUntil = Duration.zero
    var consumer = 0
    var roster = Roster(announceAfter: .zero, beatEvery: .seconds(2))
    var attempts: [DeliveryTag: Attempt] = [:]
    var announcements: [Announcement] = []
    var outbox: [Reply] = []
    /// Its flight recorder, which outlives the process.
    var flights: [Flight: Instant] = [:]
    /// Everything that was delivered to the process and not acknowledged, for a mutated one.
    var delivered: Set<Flight> = []

    init(slot: Int, kind: String, skew: Duration) {
        self.slot = slot
        self.kind = kind
        self.skew = skew
    }

    var identity: String { "\(kind)@\(slot).\(starts)" }

    /// Deliveries of tasks under way, the oldest first.
    var tags: [DeliveryTag] { attempts.keys.sorted { $0.number < $1.number } }

    /// Tasks that the register may believe to be under way here.
    var ids: Set<TaskID> {
        Set(attempts.values.map(\.task.id) + announcements.map(\.task.id))
            .union(flights.keys.map(\.id))
            .union(outbox.compactMap(\.report?.id))
    }

    var check: DeliveryCheck {
        DeliveryCheck(versions: [
            .probe: 1...version, .reportPart: 1...version, .reportWhole: 1...version,
        ])
    }

    mutating func start(version: Int, consumer: Int, beatEvery: Duration) {
        starts += 1
        self.version = version
        self.consumer = consumer
        isAlive = true
        isStopping = false
        roster = Roster(announceAfter: .zero, beatEvery: beatEvery)
    }

    /// The process ends: what it had in memory is gone.
    mutating func die(until: Duration) {
        isAlive = false
        awayUntil = until
        attempts = [:]
        announcements = []
        outbox = []
    }

    func report(
        _ event: TaskReport.Event, of task: Envelope, from startedAt: Instant, at now: Instant
    ) -> TaskReport {
        TaskReport(
            id: task.id, attempt: task.attempt, worker: identity, startedAt: startedAt,
            reportedAt: now, event: event)
    }
}
