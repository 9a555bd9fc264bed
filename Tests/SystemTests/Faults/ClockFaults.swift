import Foundation
import Support
import Testing

extension SystemTests {
    /// A clock on the wall that jumps while tasks are under way.
    @Suite struct ClockFaults {
        private static let settings = ["AVTALT_WORKER_CONCURRENCY": "4"]

        @Test(arguments: [("+1 year", 31_536_000), ("−2 h", -7200)])
        func `fault 23: the clock jumps`(name: String, seconds: Int) async throws {
            let probes = try await Probes(Self.settings)
            let time = try await FakeTime(in: probes.office.folder)
            let asked = Probes.probes(8, "task", "sleep", seconds: 3)
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator(environment: time.environment)
            let worker = try await probes.startWorker(environment: time.environment)
            try await probes.waits { try probes.ledger().count >= 4 }

            try time.set(ahead: .seconds(seconds))
            try await probes.waitsUntilDone(asked.count)
            let ended = try await coordinator.stop()
            _ = try await worker.stop()

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try probes.fates().values.allSatisfy { $0.crashes == 0 })
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "23", "the clock \(name) while tasks are under way")
        }

        @Test func `fault 23: a worker that dies after the clock went back is noticed`()
            async throws
        {
            let settings = ["AVTALT_COORDINATOR_LEASE_SECONDS": "5"]
            let probes = try await Probes(settings.merging(Self.settings) { $1 })
            let time = try await FakeTime(in: probes.office.folder)
            let asked = Probes.probes(4, "task", "sleep", seconds: 2)
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator(environment: time.environment)
            let dying = try await probes.startWorker(environment: time.environment)
            try await probes.waits { try probes.ledger().count == 4 }

            try time.set(ahead: .seconds(-7200))
            _ = try await dying.stop(SIGKILL)
            let died = ContinuousClock.now
            let worker = try await probes.startWorker(environment: time.environment)
            try await probes.waitsUntilDone(asked.count, within: .seconds(30))
            let taken = ContinuousClock.now - died
            let ended = try await coordinator.stop()
            _ = try await worker.stop()

            #expect(ended.status == 0, "\(ended.errors)")
            try await probes.expectDone(
                asked, number: "23", "the clock −2 h and the worker dead",
                measured: "done again after \(taken.inSeconds)")
        }

        @Test func `fault 23: the machine sleeps for 8 hours`() async throws {
            let probes = try await Probes(Self.settings)
            let time = try await FakeTime(in: probes.office.folder)
            let asked = Probes.probes(8, "task", "sleep", seconds: 3)
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator(environment: time.environment)
            let worker = try await probes.startWorker(environment: time.environment)
            try await probes.waits { try probes.ledger().count >= 4 }

            for process in [coordinator, worker] { process.send(SIGSTOP) }
            try time.set(ahead: .seconds(8 * 3600))
            for process in [coordinator, worker] { process.send(SIGCONT) }
            try await probes.waitsUntilDone(asked.count)
            let ended = try await coordinator.stop()
            _ = try await worker.stop()

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try probes.fates().values.allSatisfy { $0.crashes == 0 })
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "23", "8 h suspended with tasks under way")
        }

        /// Sundays on which Oslo's clocks change at 01:00 UTC, the working day after, three seconds
        /// before it is 07:00 in Oslo then, and the working day before. One is Easter.
        private static let changes = [
            ("2013-03-31T00:59:57Z", "2013-04-02", "2013-04-02T04:59:57Z", "2013-03-27"),
            ("2013-10-27T00:59:57Z", "2013-10-28", "2013-10-28T05:59:57Z", "2013-10-25"),
        ]

        @Test(arguments: changes)
        func `fault 23: summer time begins and ends`(
            night: String, day: String, morning: String, eve: String
        ) async throws {
            let office = try await Office.atWork()
            try await office.avtalt("run", "--on", eve)
            let undisturbed = try office.copy()
            for name in ["mail", "documents"]
            where FileManager.default.fileExists(atPath: office.path(name)) {
                try FileManager.default.copyItem(
                    atPath: office.path(name), toPath: undisturbed.path(name))
            }
            let run = try await undisturbed.avtalt("run", "--on", day)
            let reference = try Account(of: undisturbed)
            let time = try await FakeTime(in: office.folder)
            let before = try office.mails().count

            try time.set(to: night)
            let coordinator = try office.start(
                .coordinator, ["--embedded"], environment: time.environment)
            try await office.waits { try coordinator.hasSaid("Worker takes tasks") }
            try await Task.sleep(for: .seconds(4))
            let atNight = try office.mails().count
            try time.set(to: morning)
            try await office.waits { try office.mails().count == reference.count("mail") }
            let ended = try await coordinator.stop()
            let rest = try await office.avtalt("run", "--on", day)

            #expect(run.status == 0 && rest.status == 0, "\(run.errors) \(rest.errors)")
            #expect(atNight == before && reference.count("mail") > before)
            #expect(ended.status == 0, "\(ended.errors)")
            try await office.expectSame(
                as: reference, number: "23", "the night before \(day) and its morning")
        }
    }
}
