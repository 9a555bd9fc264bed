import Agreements

/// The queue inside the coordinator's own process: what is due now, in memory, bounded.
///
/// The register keeps the truth of every task, so nothing here is on disk: when the process
/// dies, the next one publishes again whatever has no result. Deliveries of a consumer that is
/// closed go back to the head of the line. Publishing beyond the bounds is refused; replying waits
/// while too many reports are not yet recorded.
package actor EmbeddedQueue: TaskQueue {
    /// How much may be in the queue at once.
    package struct Bounds: Hashable, Sendable {
        /// Tasks that are not acknowledged.
        package var tasks: Int
        /// Bytes of their payloads.
        package var bytes: Int
        /// Reports that are not acknowledged.
        package var reports: Int

        package init(tasks: Int = 10_000, bytes: Int = 64 * 1024 * 1024, reports: Int = 10_000) {
            self.tasks = tasks
            self.bytes = bytes
            self.reports = reports
        }
    }

    /// What a call can wait for.
    private enum Topic: Hashable {
        case tasks(worker: String)
        case reports
        case room
    }

    private struct Consumption {
        let worker: String
        let prefetch: Int
        var unacknowledged: [UInt64: Envelope] = [:]
    }

    package nonisolated let outlivesCoordinator = false

    private let bounds: Bounds
    private var lines: [String: Line<Envelope>]
    private var consumptions: [Int: Consumption] = [:]
    private var reports = Line<TaskReport>()
    private var tasksHeld = 0
    private var bytesHeld = 0
    private var reportsUnacknowledged = 0
    private var lastNumber: UInt64 = 0
    private var lastConsumer = 0
    private var waiting: [Topic: [Int: CheckedContinuation<Void, Never>]] = [:]
    private var lastWaiter = 0
    private var isClosed = false

    /// - Parameter workers: The workers that there is a line for; tasks of others are returned.
    package init(
        workers: [String] = ["reminder", "evaluation", "report"], bounds: Bounds = Bounds()
    ) {
        self.bounds = bounds
        lines = Dictionary(uniqueKeysWithValues: workers.map { ($0, Line()) })
    }

    // MARK: The coordinator's end

    package func publish(_ tasks: [Envelope]) async -> [Publication] {
        let confirmations = tasks.map { accept($0) }
        for worker in Set(tasks.map(\.kind.worker)) { wake(.tasks(worker: worker)) }
        Failpoint.reach(.publishSent)
        return confirmations
    }

    private func accept(_ task: Envelope) -> Publication {
        guard !isClosed else { return .refused(reason: "The queue is closed.") }
        let worker = task.kind.worker
        guard lines[worker] != nil else {
            return .returned(reason: "There is no worker «\(worker)».")
        }
        let isFull =
            tasksHeld >= bounds.tasks
            || (tasksHeld > 0 && bytesHeld + task.payload.count > bounds.bytes)
        guard !isFull else {
            return .refused(reason: "The queue holds \(tasksHeld) tasks of \(bytesHeld) bytes.")
        }
        tasksHeld += 1
        bytesHeld += task.payload.count
        lines[worker]?.append(task)
        return .confirmed
    }

    package func reports(upTo limit: Int) async -> [ReportDelivery] {
        while reports.isEmpty {
            guard await canWait(for: .reports) else { return [] }
        }
        let batch = reports.take(upTo: limit)
        reportsUnacknowledged += batch.count
        return batch.map { report in
            lastNumber += 1
            let tag = DeliveryTag(generation: 1, number: lastNumber)
            return ReportDelivery(tag: tag, report: report)
        }
    }

    package func acknowledge(_ reports: [DeliveryTag]) async {
        reportsUnacknowledged = max(0, reportsUnacknowledged - reports.count)
        wake(.room)
    }

    package func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer {
        lastConsumer += 1
        consumptions[lastConsumer] = Consumption(worker: worker, prefetch: max(1, prefetch))
        if lines[worker] == nil { lines[worker] = Line() }
        return EmbeddedConsumer(queue: self, number: lastConsumer)
    }

    package func close() async {
        isClosed = true
        for topic in waiting.keys { wake(topic) }
    }

    // MARK: The consumers' end

    func deliveries(to consumer: Int, upTo limit: Int) async -> [Delivery] {
        while true {
            guard let consumption = consumptions[consumer] else { return [] }
            let room = consumption.prefetch - consumption.unacknowledged.count
            let tasks = lines[consumption.worker]?.take(upTo: min(limit, room)) ?? []
            guard tasks.isEmpty else { return tasks.map { deliver($0, to: consumer) } }
            guard await canWait(for: .tasks(worker: consumption.worker)) else { return [] }
        }
    }

    private func deliver(_ task: Envelope, to consumer: Int) -> Delivery {
        lastNumber += 1
        consumptions[consumer]?.unacknowledged[lastNumber] = task
        let tag = DeliveryTag(generation: 1, number: lastNumber)
        return Delivery(
            tag: tag, id: task.id, attempt: task.attempt, content: .success(task))
    }

    func reply(_ replies: [Reply], from consumer: Int) async -> Int {
        for (index, reply) in replies.enumerated() {
            while reports.count + reportsUnacknowledged >= bounds.reports {
                wake(.reports)
                guard await canWait(for: .room) else { return index }
            }
            guard !isClosed else { return index }
            if let report = reply.report { reports.append(report) }
            Failpoint.reach(.workReportConfirmed)
            if let tag = reply.acknowledging { release(tag, of: consumer) }
        }
        wake(.reports)
        if let worker = consumptions[consumer]?.worker { wake(.tasks(worker: worker)) }
        return replies.count
    }

    private func release(_ tag: DeliveryTag, of consumer: Int) {
        let task = consumptions[consumer]?.unacknowledged.removeValue(forKey: tag.number)
        guard let task else { return }
        tasksHeld -= 1
        bytesHeld -= task.payload.count
    }

    func handBack(_ deliveries: [DeliveryTag], from consumer: Int) {
        guard let worker = consumptions[consumer]?.worker else { return }
        let tasks = deliveries.sorted { $0.number < $1.number }.compactMap {
            consumptions[consumer]?.unacknowledged.removeValue(forKey: $0.number)
        }
        lines[worker]?.putBack(tasks)
        wake(.tasks(worker: worker))
    }

    func close(_ consumer: Int) {
        guard let consumption = consumptions.removeValue(forKey: consumer) else { return }
        let tasks = consumption.unacknowledged.sorted { $0.key < $1.key }.map(\.value)
        lines[consumption.worker]?.putBack(tasks)
        wake(.tasks(worker: consumption.worker))
    }

    // MARK: Waiting

    /// Waits until the topic is woken; false when there is nothing to wait for any more.
    private func canWait(for topic: Topic) async -> Bool {
        guard !isClosed, !Task.isCancelled else { return false }
        lastWaiter += 1
        let waiter = lastWaiter
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume()
                } else {
                    waiting[topic, default: [:]][waiter] = continuation
                }
            }
        } onCancel: {
            Task { await wake(waiter, of: topic) }
        }
        return !isClosed && !Task.isCancelled
    }

    private func wake(_ topic: Topic) {
        guard let waiters = waiting.removeValue(forKey: topic) else { return }
        for waiter in waiters.values { waiter.resume() }
    }

    private func wake(_ waiter: Int, of topic: Topic) {
        waiting[topic]?.removeValue(forKey: waiter)?.resume()
    }
}
