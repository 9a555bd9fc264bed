import Foundation
import Support
import Tasks
import Testing

extension SystemTests {
    /// Workers of two versions at once.
    @Suite struct UpgradeFaults {
        private static let old = ["PROBE_VERSIONS": "1...1"]
        private static let new = ["PROBE_VERSIONS": "1...2"]

        @Test func `fault 25: an old worker keeps a new task for a newer one`() async throws {
            let probes = try await Probes()
            let newTasks = (1...10).map { Probes.probe("new-\($0)", version: 2) }
            let asked = Probes.probes(10, "old") + newTasks
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator()
            let worker = try await probes.startWorker(environment: Self.old)
            try await probes.waits { try probes.count(.done) == 10 && probes.count(.planned) == 10 }
            let kept = try await probes.office.avtalt("tasks", "show", "new-1")

            let newer = try await probes.startWorker(environment: Self.new)
            try await worker.stopWell()
            try await coordinator.stopWell()
            // What was kept waits for a minute: the next coordinator begins two minutes later.
            let later = WallClock.system.now().adding(.seconds(120))
            let next = try probes.startCoordinator(
                environment: ["AVTALT_NOW": "\(later.description.prefix(19))Z"])
            try await probes.waitsUntilDone(asked.count)
            try await next.stopWell()
            try await newer.stopWell()

            #expect(kept.text.contains("kept") && kept.text.contains("version 2"), "\(kept.text)")
            #expect(try probes.fates().values.allSatisfy { $0.attempt == 1 && $0.crashes == 0 })
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "25", "old worker, tasks of version 2; then a newer worker",
                times: newTasks.count)
        }

        @Test func `fault 25: an old worker drains while a new one does its old tasks`()
            async throws
        {
            let probes = try await Probes(["AVTALT_WORKER_CONCURRENCY": "2"])
            let asked = Probes.probes(60, "old", "sleep", seconds: 0.2)
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator()
            let old = try await probes.startWorker(environment: Self.old)
            try await probes.waits { try probes.ledger().count >= 4 }

            let new = try await probes.startWorker(environment: Self.new)
            let ended = try await old.stop()
            try await probes.waitsUntilDone(asked.count)
            try await new.stopWell()
            try await coordinator.stopWell()

            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            #expect(try probes.fates().values.allSatisfy { $0.attempt == 1 && $0.crashes == 0 })
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "25", "an old worker told to end while a new one runs")
        }
    }
}
