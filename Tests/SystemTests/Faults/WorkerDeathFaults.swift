import Foundation
import Support
import Tasks
import Testing

extension SystemTests {
    /// A worker dies at a step of its work, and another one of its kind takes over.
    @Suite struct WorkerDeathFaults {
        @Test func `fault 5: a worker is killed on delivery`() async throws {
            try await expectSame(number: "5", .workDelivered, "on delivery")
        }

        @Test func `fault 6: a worker is killed during the work`() async throws {
            try await expectSame(number: "6", .workStarted, "during the work")
        }

        @Test func `fault 7: a worker is killed after the mail and before the result`()
            async throws
        {
            try await expectSame(
                number: "7", .workEffectDone, "after the effect, before the result")
        }

        /// A report that is confirmed, the start's too, is followed by an acknowledgement.
        @Test(arguments: [Failpoint.workReportConfirmed, .workResultSent])
        func `fault 8: a worker is killed after the result and before the acknowledgement`(
            _ step: Failpoint
        ) async throws {
            try await expectSame(number: "8", step, "after a report, before or after its ack")
        }

        /// Each of the three workers dies once, at the first task that comes to it.
        private func expectSame(number: String, _ step: Failpoint, _ moment: String) async throws {
            let day = try await DayOnBroker(["AVTALT_COORDINATOR_LEASE_SECONDS": "2"])
            var dying: [Running] = []
            for program in Program.workers {
                dying.append(try await day.start(program, killedAt: step))
            }

            async let run = day.run()
            for worker in dying {
                let dead = try await worker.end(within: .seconds(30))
                #expect(dead.wasKilled && dead.status == SIGKILL, "\(dead.errors)")
            }
            let others = try await day.startWorkers()
            let ended = try await run

            #expect(ended.status == 0, "\(ended.errors)\(ended.text)")
            try await others.expectToStop()
            try await day.expectSame(
                number: number, "worker killed \(moment) (`\(step.rawValue)`), each of the three",
                times: dying.count)
        }

        @Test func `a killed worker's task runs elsewhere within its lease and a second`()
            async throws
        {
            let lease = 3
            let probes = try await Probes(["AVTALT_COORDINATOR_LEASE_SECONDS": "\(lease)"])
            let asked = [Probes.probe("long", "sleep", seconds: 1)]
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator()
            let dying = try await probes.startWorker()

            try await probes.waits { try probes.ledger()["long"] == 1 }
            let other = try await probes.startWorker()
            dying.send(SIGKILL)
            let killedAt = ContinuousClock.now
            try await probes.waits { try probes.ledger()["long"] == 2 }
            let took = killedAt.duration(to: .now)
            try await probes.waitsUntilDone(1)

            try await [coordinator, other].expectToStop()
            _ = try await dying.end(within: .seconds(5))
            try await probes.expectDone(
                asked, number: "6", "worker killed during the work, lease \(lease) s",
                measured: "elsewhere after \(took.inSeconds)")
        }
    }
}
