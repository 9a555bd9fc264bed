import Foundation
import Register
import Support
import Testing

extension SystemTests {
    /// Processes that are told to end with work in their hands.
    @Suite struct ShutdownFaults {
        private static let settings = [
            "AVTALT_WORKER_CONCURRENCY": "4", "AVTALT_COORDINATOR_LEASE_SECONDS": "5",
        ]

        @Test func `fault 26: a worker is told to end under load`() async throws {
            let (probes, asked, coordinator) = try await begin("sleep", seconds: 0.5)
            let worker = try await probes.startWorker()
            try await probes.waits { try probes.ledger().count >= 8 }

            let ended = try await worker.stop()

            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            let crashes = try await finish(probes, asked, coordinator, "SIGTERM to a worker")
            #expect(crashes == 0)
            #expect(try probes.reckoning(of: asked).repeated == [])
        }

        @Test func `fault 26: a worker's grace ends before its work`() async throws {
            let (probes, asked, coordinator) = try await begin("sleep", seconds: 2, 12)
            let worker = try await probes.startWorker(
                environment: ["AVTALT_WORKER_GRACE_SECONDS": "0"])
            try await probes.waits { try probes.ledger().count >= 4 }

            let ended = try await worker.stop()

            #expect(ended.status == 0, "\(ended.errors)")
            let crashes = try await finish(
                probes, asked, coordinator, "SIGTERM to a worker without grace")
            #expect(crashes == 0)
        }

        @Test func `fault 26: a worker is told twice to end`() async throws {
            let (probes, asked, coordinator) = try await begin("sleep", seconds: 2, 12)
            let worker = try await probes.startWorker()
            try await probes.waits { try probes.ledger().count >= 4 }

            worker.send(SIGTERM)
            try await probes.office.waits { try worker.hasSaid("Worker drains") }
            let ended = try await worker.stop()

            #expect(ended.status == 75 && !ended.wasKilled, "\(ended.errors)")
            _ = try await finish(probes, asked, coordinator, "SIGTERM twice to a worker")
        }

        @Test func `fault 26: a worker is killed while it drains`() async throws {
            let (probes, asked, coordinator) = try await begin("sleep", seconds: 2, 12)
            let worker = try await probes.startWorker()
            try await probes.waits { try probes.ledger().count >= 4 }

            worker.send(SIGTERM)
            try await probes.office.waits { try worker.hasSaid("Worker drains") }
            let ended = try await worker.stop(SIGKILL)

            #expect(ended.wasKilled)
            _ = try await finish(probes, asked, coordinator, "SIGKILL to a worker that drains")
        }

        @Test(arguments: [[SIGTERM], [SIGTERM, SIGTERM], [SIGTERM, SIGKILL]])
        func `fault 26: the coordinator is told to end under load`(
            signals: [Int32]
        ) async throws {
            let (probes, asked, coordinator) = try await begin("sleep", seconds: 0.2)
            let worker = try await probes.startWorker()
            try await probes.waits { try probes.count(.done) >= 8 }

            for signal in signals { coordinator.send(signal) }
            let ended = try await coordinator.end(within: .seconds(40))
            let next = try probes.startCoordinator()
            try await probes.waitsUntilDone(asked.count)
            try await worker.stopWell()

            if signals.count == 1 { #expect(ended.status == 0, "\(ended.errors)") }
            if signals.last == SIGKILL { #expect(ended.wasKilled) }
            // The second signal may come when the process has just ended by the first.
            #expect(ended.status == 0 || ended.wasKilled || ended.status == 75)
            let crashes = try await finish(
                probes, asked, next, "signals \(signals) to the coordinator")
            #expect(crashes == 0)
            #expect(try probes.reckoning(of: asked).repeated == [])
        }

        private func begin(
            _ wish: String, seconds: Double, _ count: Int = 40
        ) async throws -> (Probes, [NewTask], Running) {
            let probes = try await Probes(Self.settings)
            let asked = Probes.probes(count, "task", wish, seconds: seconds)
            try probes.ask(asked)
            return (probes, asked, try probes.startCoordinator())
        }

        /// Has two workers do the rest, and answers how many crashes were counted.
        private func finish(
            _ probes: Probes, _ asked: [NewTask], _ coordinator: Running, _ injected: String
        ) async throws -> Int {
            let worker = try await probes.startWorker(environment: Probes.tasksAtOnce(16))
            try await probes.waitsUntilDone(asked.count)
            try await worker.stopWell()
            try await coordinator.stopWell()
            try await probes.expectDone(asked, number: "26", injected)
            return try probes.fates().values.reduce(0) { $0 + $1.crashes }
        }
    }
}
