import Agreements
import Foundation
import RabbitMQ
import Register
import Settings
import Support
import Tasks

/// What the way over a RabbitMQ broker costs, beside a plain C program and beside Celery. It starts
/// a broker of its own.
struct BrokerBenchmark {
    /// The folder with the peers' sources.
    let sources: String

    private static let runs = 3
    private static let tasks = (ours: 50_000, celery: 5_000)
    private static let goals = (rate: 5000.0, celery: 5.0, median: 10.0, late: 50.0)
    private static let memoryGoals = (worker: 40.0, coordinator: 120.0)
    private static let probes = 300

    /// Messages alone.
    func runMessages() async throws {
        let folder = try TemporaryFolder()
        let broker = try await Broker()
        let peer = try BrokerPeer.plainC(in: folder.url.path, source: "\(sources)/peer.c")
        try await RawBroker(address: try await broker.virtualHost(), peer: peer).run()
        try await broker.end()
    }

    /// Tasks from the register and back.
    func runWay() async throws {
        let folder = try TemporaryFolder()
        let broker = try await Broker()
        try await compareWithCelery(broker, in: folder)
        try await showLatency(broker, in: folder)
        try await broker.end()
    }

    /// A million tasks in the register, of which nothing was published, and two processes.
    func runMillion(tasks: Int) async throws {
        let folder = try TemporaryFolder()
        let broker = try await Broker()
        let outcome = try await WholeWay(
            folder: folder.url.path, address: try await broker.virtualHost()
        ).run(tasks: tasks, name: "million")
        print("\(tasks) tasks: \(outcome.rate.short) tasks/s")
        Figure(
            name: "worker, at most resident", value: outcome.worker, unit: "MB",
            goal: Self.memoryGoals.worker
        ).show()
        Figure(
            name: "coordinator, at most resident", value: outcome.coordinator, unit: "MB",
            goal: Self.memoryGoals.coordinator
        ).show()
        try await broker.end()
    }

    private func compareWithCelery(_ broker: Broker, in folder: TemporaryFolder) async throws {
        let celery = CeleryPeer(
            folder: folder.url.path, source: "\(sources)/celery_peer.py",
            address: try await broker.virtualHost())
        try celery.install()
        let way = WholeWay(folder: folder.url.path, address: try await broker.virtualHost())
        var rates: [Rates] = []
        for round in 0..<Self.runs {
            let own = try await way.run(tasks: Self.tasks.ours, name: "round-\(round)")
            rates.append(Rates(own: own.rate, peer: try celery.rate(tasks: Self.tasks.celery)))
        }
        let median = rates.map(\.own).sorted()[rates.count / 2]
        let verdict = median >= Self.goals.rate ? "held" : "MISSED"
        print(
            "whole way: \(median.short) tasks/s, goal \(Self.goals.rate.short), \(verdict)")
        rates.show("whole way beside Celery", goal: Self.goals.celery)
    }

    private func showLatency(_ broker: Broker, in folder: TemporaryFolder) async throws {
        let register = try Register.open(
            at: folder.path("latency.sqlite"), mode: .createIfMissing)
        let address = try await broker.virtualHost()
        let bench = QueueBench(
            register: register,
            term: try CoordinatorTerm.begin(
                in: register, holder: "benchmark", at: Surroundings.silent.clock.now()),
            recorder: nil, surroundings: .silent, concurrency: 4,
            queue: { RabbitMQQueue.sample(at: address) }, announceAfter: .zero)
        let times = try await bench.startTimes(Self.probes)
        Figure(
            name: "due to handled, median", value: times[times.count / 2] * 1000, unit: "ms",
            goal: Self.goals.median
        ).show()
        Figure(
            name: "due to handled, p99", value: times[times.count * 99 / 100] * 1000, unit: "ms",
            goal: Self.goals.late
        ).show()
    }
}
