import Agreements
import Foundation
import Logging
import Settings
import Tasks

/// The queue on a RabbitMQ broker or cluster, for workers in processes of their own.
///
/// Publishing and consuming have a connection each, made when they are first needed and made again
/// whenever they are lost. What the broker gave up on or could not route comes back as a report
/// that the task was kept, so that the register shows why and publishes it again later.
package actor RabbitMQQueue: TaskQueue {
    package nonisolated let outlivesCoordinator = true

    package nonisolated let settings: LinkSettings
    private let workers: [String]
    private let unit: OwningUnit?
    private let lifetime: Duration
    private let surroundings: Surroundings
    private var lazyPublisher: Publisher?
    private var reader: Consumer?
    private var lastConsumer: Consumer?
    private var isClosed = false
    /// Reports out of messages that hold several.
    private var unpacked = Line<ReportDelivery>()
    /// Of such a message: how many of its reports are not acknowledged.
    private var unrecorded: [DeliveryTag: Int] = [:]

    /// Messages with reports that the broker may send ahead.
    private static let reportPrefetch = 32

    /// - Parameters:
    ///   - workers: The workers that there is a queue for; tasks of others are returned.
    ///   - unit: Of workers that consume here: the one they work for; nil for all that have no
    ///     worker of their own.
    ///   - lifetime: How long a task waits at the broker for a worker; shorter than the register's
    ///     rescue period, so that of a task that is published again no older message is left.
    package init(
        settings: LinkSettings, workers: [String] = ["reminder", "evaluation", "report"],
        unit: OwningUnit? = nil, lifetime: Duration = .seconds(240), surroundings: Surroundings
    ) {
        self.settings = settings
        self.workers = workers
        self.unit = unit
        self.lifetime = lifetime
        self.surroundings = surroundings
    }

    /// How the connection that publishes is; nil before it was needed.
    package var health: LinkHealth? { lazyPublisher?.health }

    /// How the connections are that there are: `publish`, and `consume` of the coordinator or of
    /// the latest consumer.
    package var links: [(name: String, health: LinkHealth)] {
        [("publish", lazyPublisher?.health), ("consume", (reader ?? lastConsumer)?.health)]
            .compactMap { name, health in health.map { (name, $0) } }
    }

    /// Connects, and throws what is wrong with the first attempt; later ones follow by themselves.
    package func connect() async throws(BrokerError) {
        try await publisher().attempted().get()
    }

    private func publisher() -> Publisher {
        if let lazyPublisher { return lazyPublisher }
        let publisher = Publisher(
            Topology(workers: workers), settings: settings, logger: surroundings.logger)
        lazyPublisher = publisher
        return publisher
    }

    // MARK: The coordinator's end

    package func publish(_ tasks: [Envelope]) async -> [Publication] {
        guard !isClosed else {
            return tasks.map { _ in .unknown(reason: "The queue is closed.") }
        }
        let now = surroundings.clock.now()
        let prepared = tasks.map { $0.message(for: workers, at: now, lifetime: lifetime) }
        let answers = await publisher().publish(prepared.compactMap { $0.message })
        var next = answers.makeIterator()
        return prepared.map { prepared in
            switch prepared {
            case .failure(let unroutable): .returned(reason: unroutable.reason)
            case .success: next.next() ?? .unknown(reason: "It was not answered.")
            }
        }
    }

    package func reports(upTo limit: Int) async -> [ReportDelivery] {
        while unpacked.isEmpty {
            guard !isClosed else { return [] }
            let receipts = await reportReader().take(upTo: Self.reportPrefetch)
            guard !receipts.isEmpty else { return [] }
            for receipt in receipts { await unpack(receipt) }
        }
        return unpacked.take(upTo: limit)
    }

    private func unpack(_ receipt: Receipt) async {
        var reports: [TaskReport?] = [nil]
        switch receipt.reports(at: surroundings.clock.now()) {
        case .success(let workers): reports = workers
        case .failure(let problem): await keep(receipt, as: problem)
        }
        guard !reports.isEmpty else { return reportReader().acknowledge([receipt.tag]) }
        unrecorded[receipt.tag] = reports.count
        for report in reports {
            unpacked.append(ReportDelivery(tag: receipt.tag, report: report))
        }
    }

    private func reportReader() -> Consumer {
        if let reader { return reader }
        let consumer = Consumer(
            [Topology.results, Topology.dead, Topology.unroutable],
            prefetch: Self.reportPrefetch, Topology(workers: workers), settings: settings,
            logger: surroundings.logger)
        reader = consumer
        return consumer
    }

    /// A message is acknowledged to the broker once all of its reports are recorded.
    package func acknowledge(_ reports: [DeliveryTag]) async {
        var recorded: [DeliveryTag] = []
        for tag in reports {
            guard let left = unrecorded[tag] else { continue }
            unrecorded[tag] = left > 1 ? left - 1 : nil
            if left == 1 { recorded.append(tag) }
        }
        reader?.acknowledge(recorded)
    }

    package func close() async {
        isClosed = true
        await reader?.close()
        await lazyPublisher?.close()
    }

    // MARK: The workers' end

    package func consume(_ worker: String, prefetch: Int) async throws -> any TaskConsumer {
        let topology = Topology(workers: workers, own: unit.map { (worker, $0) })
        let consumer = Consumer(
            [Topology.queue(of: worker, unit: unit)], prefetch: prefetch, topology,
            settings: settings, logger: surroundings.logger)
        if case .failure(let error) = await consumer.attempted(), !error.isTransient {
            await consumer.close()
            throw error
        }
        lastConsumer = consumer
        return RabbitMQConsumer(queue: self, consumer: consumer, logger: surroundings.logger)
    }

    /// Publishes workers' reports; answers how many are safe, in order from the first.
    func send(_ reports: [TaskReport]) async -> Int {
        guard !isClosed, !reports.isEmpty else { return 0 }
        let parcels = ReportParcel.packing(reports)
        let answers = await publisher().publish(parcels.map(\.message))
        return zip(parcels, answers).prefix { $1 == .confirmed }.reduce(0) { $0 + $1.0.count }
    }

    /// Puts a message that names no task where people find it.
    @discardableResult
    func keep(_ receipt: Receipt, as problem: Unreadable) async -> Bool {
        surroundings.logger.error(
            "Message names no task and is kept in \(Topology.unreadable)",
            metadata: ["queue": "\(receipt.queue)", "problem": "\(problem)"])
        let message = Message(
            exchange: Topology.unreadable, routingKey: "", id: receipt.message.id,
            type: receipt.message.type, attempt: receipt.message.attempt,
            body: receipt.message.body)
        return await publisher().publish([message]) == [.confirmed]
    }
}
