import Agreements
import Register
import Support
import Tasks
import Testing

@testable import Coordination

/// Whose silence counts, and whose does not.
struct RescuerTests {
    @Test(arguments: [Duration.seconds(28_800), .seconds(-7200)])
    func `leases begin anew that nobody watched`(jump: Duration) async throws {
        let coordinator = try Coordinator(EmbeddedQueue())
        let id = try #require(try coordinator.plan([.sample()]).first)
        try await coordinator.dispatch()
        let consumer = try await coordinator.queue.consume("reminder", prefetch: 1)
        let delivery = try #require(await consumer.deliveries(upTo: 1).first)
        _ = await consumer.reply([Reply(.sample(.started, of: delivery))])
        try await coordinator.record()

        coordinator.clock.advance(by: jump)
        let now = coordinator.clock.now()
        let renewed = try coordinator.register.write { db in
            try TaskStore(db).renewLimits(coordinator.limits, at: now)
        }
        let counts = try await coordinator.rescuer().runOnce()

        let task = try #require(try coordinator.task(id))
        #expect(renewed == 1)
        #expect(counts == Rescuer.Counts())
        #expect(task.state.nextAt == now.adding(.seconds(30)))
        #expect(task.state.lease?.worker == "worker-1")
    }
}
