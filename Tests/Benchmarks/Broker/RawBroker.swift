import Foundation
import RabbitMQ
import Settings
import Support
import Tasks

/// How fast messages of 1 KB go to a quorum queue and come from it, beside a plain C program.
struct RawBroker {
    let address: BrokerAddress
    let peer: BrokerPeer

    private static let messages = 50_000
    private static let runs = 5
    private static let bodySize = 1024
    private static let queue = Topology.queue(of: "reminder", unit: nil)

    /// Each round fills the queue and empties it, in turn by us and by the peer.
    func run() async throws {
        try await declare()
        for (window, prefetch) in [(100, 100), (1000, 100)] {
            var publishing: [Rates] = []
            var consuming: [Rates] = []
            for _ in 0..<Self.runs {
                let own = try await publish(window: window)
                let peerConsumed = try consumeAsPeer(prefetch: prefetch)
                let peerPublished = try publishAsPeer(window: window)
                let consumed = try await consume(prefetch: prefetch)
                publishing.append(Rates(own: own, peer: peerPublished))
                consuming.append(Rates(own: consumed, peer: peerConsumed))
            }
            publishing.show("publish, window \(window)", goal: 0.9)
            consuming.show("consume and acknowledge, prefetch \(prefetch)", goal: 0.8)
        }
    }

    /// Connecting declares the queue.
    private func declare() async throws {
        let queue = RabbitMQQueue.sample(at: address)
        try await queue.connect()
        await queue.close()
    }

    private func settings(window: Int = 1000) -> LinkSettings {
        var settings = LinkSettings(nodes: [address], name: "benchmark")
        settings.confirmWindow = window
        return settings
    }

    private func publish(window: Int) async throws -> Double {
        let publisher = Publisher(
            Topology(workers: ["reminder"]), settings: settings(window: window),
            logger: Surroundings.silent.logger)
        try await publisher.attempted().get()
        let message = Message(
            exchange: "", routingKey: Self.queue, id: "m", type: "benchmark", attempt: 1,
            body: Data(count: Self.bodySize))
        let batch = Array(repeating: message, count: 500)
        let start = ContinuousClock.now
        // Several batches at a time, so that the window is full while one of them ends.
        let batches = 4
        let turns = Self.messages / batch.count / batches
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<batches {
                group.addTask {
                    for _ in 0..<turns {
                        let answers = await publisher.publish(batch)
                        guard answers.allSatisfy({ $0 == .confirmed }) else {
                            throw Program.Failure(
                                name: "publisher", reason: "was answered \(answers.last as Any)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = (ContinuousClock.now - start).seconds
        await publisher.close()
        return Double(turns * batches * batch.count) / seconds
    }

    private func consume(prefetch: Int) async throws -> Double {
        let start = ContinuousClock.now
        let consumer = Consumer(
            [Self.queue], prefetch: prefetch, Topology(workers: ["reminder"]),
            settings: settings(), logger: Surroundings.silent.logger)
        var count = 0
        while count < Self.messages {
            let receipts = await consumer.take(upTo: prefetch)
            consumer.acknowledge(receipts.map(\.tag))
            count += receipts.count
        }
        let seconds = (ContinuousClock.now - start).seconds
        await consumer.close()
        return Double(count) / seconds
    }

    private func publishAsPeer(window: Int) throws -> Double {
        try peer.rate([
            "publish", "\(address.host)", "\(address.port)", address.virtualHost, Self.queue,
            "\(Self.messages)", "\(window)",
        ])
    }

    private func consumeAsPeer(prefetch: Int) throws -> Double {
        try peer.rate([
            "consume", "\(address.host)", "\(address.port)", address.virtualHost, Self.queue,
            "\(Self.messages)", "\(prefetch)",
        ])
    }
}

/// What we and the peer did in one round, in things a second.
struct Rates {
    let own: Double
    let peer: Double
}

extension [Rates] {
    /// Prints the medians and the median of the ratios, which is to be `goal` at least.
    func show(_ name: String, goal: Double) {
        func median(_ value: (Rates) -> Double) -> Double { map(value).sorted()[count / 2] }
        let ratio = median { $0.own / $0.peer }
        let verdict = ratio >= goal ? "held" : "MISSED"
        print(
            "\(name): \(median(\.own).short)/s, peer \(median(\.peer).short)/s, "
                + "\(ratio.short) ×, goal \(goal.short) ×, \(verdict)")
        fflush(nil)
    }
}
