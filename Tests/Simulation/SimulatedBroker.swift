import Agreements
import Tasks

/// The broker of a run, as a value: what it holds, and what goes wrong in it.
///
/// It promises what a broker does: what it has confirmed stays, unless its disk is lost; what was
/// taken and not acknowledged comes again when the connection ends. Everything else is up to fate.
struct SimulatedBroker: Sendable {
    struct Message: Sendable {
        let task: Envelope
        let readyAt: Duration
        let expiresAt: Duration
    }

    private struct Note: Sendable {
        let report: TaskReport
        let readyAt: Duration
    }

    private struct Consumption: Sendable {
        let worker: String
        let prefetch: Int
        var held: [UInt64: Message] = [:]
    }

    var faults: Scenario.Faults
    /// Payloads that nobody can read.
    var garbled: Set<TaskID> = []
    private(set) var isUp = true
    var log = BrokerLog()
    private let fate: Fate
    private let lifetime: Duration
    private var lines: [String: [Message]] = ["reminder": [], "report": []]
    private var consumptions: [Int: Consumption] = [:]
    private var notes: [Note] = []
    private var notesHeld: [UInt64: Note] = [:]
    private var lastNumber: UInt64 = 0
    private var lastConsumer = 0

    /// - Parameter lifetime: How long a message lives that nobody takes.
    init(faults: Scenario.Faults, lifetime: Duration, fate: Fate) {
        self.faults = faults
        self.lifetime = lifetime
        self.fate = fate
    }

    // MARK: The coordinator's end

    mutating func publish(_ task: Envelope, at now: Duration) -> Publication {
        guard isUp else { return .unknown(reason: "The broker is away.") }
        if fate.happens(faults.returned) {
            return .returned(reason: "There is no queue for «\(task.kind.worker)».")
        }
        if fate.happens(faults.refused) { return .refused(reason: "The queue is full.") }
        if fate.happens(faults.publicationLost) {
            return .unknown(reason: "The connection was lost.")
        }
        log.published.append(
            BrokerLog.Publication(
                flight: Flight(task), copiesBefore: log.copies[Flight(task), default: 0]))
        enqueue(task, at: now)
        if fate.happens(faults.doubled) { enqueue(task, at: now) }
        if fate.happens(faults.confirmLost) {
            return .unknown(reason: "The confirmation was lost.")
        }
        log.confirmed[task.id, default: 0] += 1
        return .confirmed
    }

    private mutating func enqueue(_ task: Envelope, at now: Duration) {
        log.copies[Flight(task), default: 0] += 1
        let message = Message(
            task: task, readyAt: now + delay(), expiresAt: now + lifetime)
        lines[task.kind.worker, default: []].append(message)
    }

    mutating func reports(upTo limit: Int, at now: Duration) -> [ReportDelivery] {
        guard isUp else { return [] }
        var taken: [ReportDelivery] = []
        while taken.count < limit, let index = notes.firstIndex(where: { $0.readyAt <= now }) {
            let note = notes.remove(at: index)
            lastNumber += 1
            notesHeld[lastNumber] = note
            let tag = DeliveryTag(generation: 1, number: lastNumber)
            taken.append(ReportDelivery(tag: tag, report: note.report))
        }
        return taken
    }

    func hasReports(at now: Duration) -> Bool {
        isUp && notes.contains { $0.readyAt <= now }
    }

    mutating func acknowledge(_ tags: [DeliveryTag], at now: Duration) {
        for tag in tags {
            guard let note = notesHeld.removeValue(forKey: tag.number) else { continue }
            log.hear(note.report, at: now)
        }
    }

    /// The coordinator's connection has ended: its reports come again, in their order.
    mutating func coordinatorLeft() {
        let held = notesHeld.sorted { $0.key < $1.key }.map(\.value)
        for note in held { log.repeated.insert(Flight(note.report)) }
        notes = held + notes
        notesHeld = [:]
    }

    // MARK: The workers' end

    mutating func consume(_ worker: String, prefetch: Int) -> Int {
        lastConsumer += 1
        consumptions[lastConsumer] = Consumption(worker: worker, prefetch: prefetch)
        return lastConsumer
    }

    mutating func deliveries(to consumer: Int, upTo limit: Int, at now: Duration) -> [Delivery] {
        guard isUp, let consumption = consumptions[consumer] else { return [] }
        lines[consumption.worker]?.removeAll { $0.expiresAt <= now }
        var room = min(limit, consumption.prefetch - consumption.held.count)
        var taken: [Delivery] = []
        while room > 0, let message = next(for: consumption.worker, at: now) {
            room -= 1
            lastNumber += 1
            consumptions[consumer]?.held[lastNumber] = message
            taken.append(delivery(message.task))
        }
        return taken
    }

    private mutating func next(for worker: String, at now: Duration) -> Message? {
        let line = lines[worker] ?? []
        let ready = line.indices.filter { line[$0].readyAt <= now }
        guard let first = ready.first else { return nil }
        return lines[worker]?.remove(at: fate.happens(faults.reordered) ? fate.pick(ready) : first)
    }

    private func delivery(_ task: Envelope) -> Delivery {
        let content: Result<Envelope, Unreadable> =
            garbled.contains(task.id)
            ? .failure(.undecodable(reason: "simulated")) : .success(task)
        return Delivery(
            tag: DeliveryTag(generation: 1, number: lastNumber), id: task.id,
            attempt: task.attempt, content: content)
    }

    /// Answers how many reports are safe, in order from the first; only their deliveries are
    /// acknowledged.
    mutating func reply(_ replies: [Reply], from consumer: Int, at now: Duration) -> Int {
        var safe: Int?
        for (index, reply) in replies.enumerated() {
            let isSafe = isUp && send(reply.report, at: now)
            if isSafe, safe == nil {
                if let tag = reply.acknowledging { consumptions[consumer]?.held[tag.number] = nil }
            } else {
                safe = safe ?? index
            }
        }
        return safe ?? replies.count
    }

    private mutating func send(_ report: TaskReport?, at now: Duration) -> Bool {
        guard let report else { return true }
        if fate.happens(faults.publicationLost) { return false }
        // One worker's reports keep their order, as they do in a broker's queue.
        notes.append(Note(report: report, readyAt: now))
        if fate.happens(faults.doubled) {
            log.repeated.insert(Flight(report))
            notes.append(Note(report: report, readyAt: now + delay()))
        }
        guard fate.happens(faults.confirmLost) else { return true }
        log.repeated.insert(Flight(report))
        return false
    }

    /// What a mutated worker does: the message is gone, whatever becomes of its report.
    mutating func acknowledge(_ tag: DeliveryTag, from consumer: Int) {
        consumptions[consumer]?.held[tag.number] = nil
    }

    mutating func handBack(_ tags: [DeliveryTag], from consumer: Int) {
        guard let worker = consumptions[consumer]?.worker else { return }
        let back = tags.sorted { $0.number < $1.number }
            .compactMap { consumptions[consumer]?.held.removeValue(forKey: $0.number) }
        lines[worker, default: []].insert(contentsOf: back, at: 0)
    }

    /// The worker's connection has ended: what it has not acknowledged goes to others.
    mutating func close(_ consumer: Int) {
        guard let consumption = consumptions.removeValue(forKey: consumer) else { return }
        let back = consumption.held.sorted { $0.key < $1.key }.map(\.value)
        for message in back {
            let flight = Flight(message.task)
            log.copies[flight, default: 0] += 1
        }
        lines[consumption.worker, default: []].insert(contentsOf: back, at: 0)
    }

    // MARK: Its own troubles

    mutating func stop() { isUp = false }

    mutating func start() { isUp = true }

    /// Tasks of which it has reports that the coordinator has not taken.
    var unheard: Set<TaskID> {
        Set(notes.map(\.report.id) + notesHeld.values.map(\.report.id))
    }

    /// Every message is gone.
    mutating func loseEverything() {
        for worker in lines.keys { lines[worker] = [] }
        for consumer in consumptions.keys { consumptions[consumer]?.held = [:] }
        notes = []
        notesHeld = [:]
    }

    /// Nothing is in it that anybody may still take.
    func isIdle(at now: Duration) -> Bool {
        notes.isEmpty && notesHeld.isEmpty
            && lines.values.allSatisfy { $0.allSatisfy { $0.expiresAt <= now } }
    }

    /// When a message is ready that is not yet.
    func nextReady(after now: Duration) -> Duration? {
        (lines.values.joined().map(\.readyAt) + notes.map(\.readyAt)).filter { $0 > now }.min()
    }

    private func delay() -> Duration {
        fate.happens(faults.delayed) ? fate.milliseconds(in: 1...8000) : .zero
    }
}
