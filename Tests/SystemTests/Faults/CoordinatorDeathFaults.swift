import Tasks
import Testing

extension SystemTests {
    /// The coordinator dies at a step of planning, publishing or recording, and the next one goes
    /// on while the workers have been at work all the time.
    @Suite struct CoordinatorDeathFaults {
        @Test(arguments: [
            Failpoint.planBeforeCommit, .scheduleBeforeCommit, .recordBeforeCommit,
        ])
        func `fault 1: the coordinator is killed before it commits`(_ step: Failpoint)
            async throws
        {
            try await expectSame(number: "1", step, "coordinator killed before commit")
        }

        @Test(arguments: [Failpoint.planCommitted, .scheduleCommitted])
        func `fault 2: the coordinator is killed after its commit and before it publishes`(
            _ step: Failpoint
        ) async throws {
            try await expectSame(
                number: "2", step, "coordinator killed after commit, before publish")
        }

        @Test func `fault 3: the coordinator is killed after publishing and before the confirm`()
            async throws
        {
            try await expectSame(
                number: "3", .publishSent, "coordinator killed after publish, before confirm")
        }

        @Test func `fault 4: the coordinator is killed after the confirm and before the mark`()
            async throws
        {
            try await expectSame(
                number: "4", .dispatchPublished, "coordinator killed after confirm, before marking"
            )
        }

        private func expectSame(number: String, _ step: Failpoint, _ injected: String)
            async throws
        {
            let day = try await DayOnBroker()
            let workers = try await day.startWorkers()

            let killed = try await day.run(killedAt: step)
            let next = try await day.run()

            #expect(killed.wasKilled, "\(step.rawValue) is not reached: \(killed.errors)")
            #expect(next.status == 0, "\(next.errors)\(next.text)")
            try await workers.expectToStop()
            try await day.expectSame(number: number, "\(injected) (`\(step.rawValue)`)")
        }
    }
}
