import Foundation
import Register
import Support
import Tasks
import Testing

extension SystemTests {
    /// More work than is done at once.
    @Suite(.enabled(if: FaultTable.wantsLongOnes)) struct BacklogFaults {
        private static let tasks = 100_000
        /// Kilobytes that a debug build may have resident at most.
        private static let most = (coordinator: 400_000, worker: 200_000)

        @Test func `fault 19: a slow consumer and a backlog leave memory flat`() async throws {
            let probes = try await Probes(["AVTALT_WORKER_CONCURRENCY": "4"])
            let asked = Probes.probes(Self.tasks, "task", "sleep", seconds: 0.02)
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator()
            let slow = try await probes.startWorker()

            try await probes.waits { try probes.count(.done) >= 2000 }
            let early = try (coordinator.memory("VmRSS"), slow.memory("VmRSS"))
            try await probes.waits { try probes.count(.done) >= 8000 }
            let late = try (coordinator.memory("VmRSS"), slow.memory("VmRSS"))
            let quick = try await probes.startWorker(environment: Probes.tasksAtOnce(64))
            try await probes.waitsUntilDone(asked.count, within: .seconds(900))
            let peak = try (coordinator.memory("VmHWM"), quick.memory("VmHWM"))
            for process in [slow, quick, coordinator] {
                try await process.stopWell()
            }

            #expect(late.0 < early.0 + 60_000 && late.1 < early.1 + 30_000, "\(early), \(late)")
            #expect(peak.0 < Self.most.coordinator && peak.1 < Self.most.worker, "\(peak)")
            try await probes.expectDone(
                asked, number: "19", "a backlog of 100,000 and a slow worker",
                measured: "resident: coordinator \(peak.0 / 1000) MB, worker \(peak.1 / 1000) MB")
        }

        @Test func `fault 28: 100,000 tasks are due after a long outage`() async throws {
            let probes = try await Probes(Probes.tasksAtOnce(32))
            let lastWeek = WallClock.system.now().adding(.seconds(-7 * 86_400))
            let asked = (1...Self.tasks).map { Probes.probe("task-\($0)", dueAt: lastWeek) }
            try probes.ask(asked)
            let worker = try await probes.startWorker()

            let start = ContinuousClock.now
            let coordinator = try probes.startCoordinator()
            try await probes.waitsUntilDone(asked.count, within: .seconds(900))
            let duration = ContinuousClock.now - start
            let peak = try (coordinator.memory("VmHWM"), worker.memory("VmHWM"))
            for process in [worker, coordinator] {
                try await process.stopWell()
            }

            #expect(peak.0 < Self.most.coordinator && peak.1 < Self.most.worker, "\(peak)")
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "28", "100,000 tasks a week overdue",
                measured: "done in \(duration.components.seconds) s, debug build; resident: "
                    + "coordinator \(peak.0 / 1000) MB, worker \(peak.1 / 1000) MB")
        }
    }
}
