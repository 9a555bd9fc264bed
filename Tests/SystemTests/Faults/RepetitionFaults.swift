import Foundation
import Register
import Support
import Tasks
import Testing

@testable import RabbitMQ

extension SystemTests {
    /// The same message again, and tasks that take longer than the broker waits.
    @Suite struct RepetitionFaults {
        @Test func `fault 17: one message 1,000 times is recorded once`() async throws {
            let probes = try await Probes()
            let asked = Probes.probes(10, "task")
            try probes.ask(asked)
            let queue = RabbitMQQueue.sample(at: probes.broker)
            let copies = [Envelope](repeating: try envelope(of: "task-1", probes), count: 1000)

            #expect(await queue.publish(copies).allSatisfy { $0 == .confirmed })
            let coordinator = try probes.startCoordinator(["--verbose"])
            var workers: [Running] = []
            for _ in 1...3 { workers.append(try await probes.startWorker()) }
            try await probes.waits {
                try probes.ledger()["task-1", default: 0] >= 1001
                    && probes.count(.done) == asked.count
            }
            for worker in workers { try await worker.stopWell() }
            try await Task.sleep(for: .seconds(1))
            let ended = try await coordinator.stop()
            await queue.close()

            #expect(Self.refused(in: ended.errors) >= 1000)
            #expect(try probes.fates()["task-1"]?.crashes == 0)
            try await probes.expectDone(
                asked, number: "17", "the same message, to three workers", times: 1000,
                measured: "\(Self.refused(in: ended.errors)) reports refused")
        }

        @Test func `fault 17: one message at two workers at once is recorded once`() async throws {
            let probes = try await Probes(["AVTALT_WORKER_CONCURRENCY": "1"])
            let asked = [Probes.probe("twice", "sleep", seconds: 2)]
            try probes.ask(asked)
            let queue = RabbitMQQueue.sample(at: probes.broker)
            let copies = [Envelope](repeating: try envelope(of: "twice", probes), count: 3)
            var workers: [Running] = []
            for _ in 1...4 { workers.append(try await probes.startWorker()) }

            #expect(await queue.publish(copies).allSatisfy { $0 == .confirmed })
            let coordinator = try probes.startCoordinator()
            try await probes.waits {
                try probes.ledger()["twice", default: 0] >= 3 && probes.count(.done) == 1
            }
            for worker in workers { try await worker.stopWell() }
            try await coordinator.stopWell()
            await queue.close()

            #expect(try probes.fates()["twice"]?.crashes == 0)
            try await probes.expectDone(
                asked, number: "17", "the same message at several workers at once", times: 3)
        }

        /// RabbitMQ looks every minute, so this takes two.
        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 18: a task longer than the broker's consumer_timeout is done once`()
            async throws
        {
            let broker = try await Broker(settings: ["consumer_timeout = 10000"])
            let probes = try await Probes(
                [
                    "AVTALT_WORKER_CONCURRENCY": "1", "AVTALT_COORDINATOR_RESCUE_SECONDS": "600",
                ], at: broker.virtualHost())
            let asked =
                Probes.probes(2, "long", "sleep", seconds: 100)
                + Probes.probes(5, "short")
            try probes.ask(asked)

            let coordinator = try probes.startCoordinator()
            let worker = try await probes.startWorker()
            try await probes.waitsUntilDone(asked.count, within: .seconds(400))
            try await worker.stopWell()
            try await coordinator.stopWell()

            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "18", "tasks of 100 s, consumer_timeout 10 s", times: 2)
        }

        private func envelope(of id: String, _ probes: Probes) throws -> Envelope {
            let register = try Register.open(at: probes.office.register, mode: .readOnly)
            let envelope = try register.read { db in try TaskStore(db).envelope(of: TaskID(id)) }
            try register.close()
            return try #require(envelope)
        }

        /// The sum of what the coordinator's log says that it refused.
        static func refused(in log: String) -> Int {
            log.split(separator: "\n").reduce(0) { sum, line in
                guard let start = line.range(of: "reports.refused=")?.upperBound else { return sum }
                return sum + (Int(line[start...].prefix { $0.isNumber }) ?? 0)
            }
        }
    }
}
