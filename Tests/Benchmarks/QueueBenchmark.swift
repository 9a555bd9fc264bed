import Agreements
import Coordination
import Foundation
import Logging
import Register
import Support
import Tasks

/// How fast durable tasks go through the coordinator, its embedded queue and a worker that does
/// nothing, and how soon a task starts on an idle system.
struct QueueBenchmark {
    let tasks: Int
    let concurrency: Int
    private let planned = 1000
    private let probes = 300

    func run() async throws {
        let folder = try TemporaryFolder()
        let register = try Register.open(
            at: folder.path("register.sqlite"), mode: .createIfMissing)
        let surroundings = Surroundings(
            logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }, clock: .system)
        let bench = QueueBench(
            register: register,
            term: try CoordinatorTerm.begin(
                in: register, holder: "benchmark", at: surroundings.clock.now()),
            recorder: try FlightRecorder(path: folder.path("flights")),
            surroundings: surroundings, concurrency: concurrency)
        try report("plan, tasks/s", Double(tasks) / measure { try plan(tasks, on: bench) })
        let seconds = try await bench.drain()
        report("dispatch, work and record, tasks/s", Double(tasks) / seconds)
        let starts = try await bench.startTimes(probes)
        report("due to handler started, median, ms", starts[starts.count / 2] * 1000)
        report("due to handler started, p99, ms", starts[starts.count * 99 / 100] * 1000)
    }

    private func plan(_ count: Int, on bench: QueueBench) throws {
        for start in stride(from: 0, to: count, by: planned) {
            try bench.plan((start..<min(start + planned, count)).map { "task-\($0)" })
        }
    }

    private func measure(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        return (ContinuousClock.now - start).seconds
    }

    private func report(_ name: String, _ value: Double) {
        print("\(name): \(String(format: value < 100 ? "%.2f" : "%.0f", value))")
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
