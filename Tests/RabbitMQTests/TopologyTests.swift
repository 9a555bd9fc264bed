import Agreements
import Testing

@testable import RabbitMQ

struct TopologyTests {
    private let topology = Topology(
        workers: ["reminder", "evaluation", "report"], own: (worker: "reminder", unit: .nord))

    @Test func `every name has the version that its arguments belong to`() {
        let names = topology.exchanges.map(\.name) + topology.queues.map(\.name)

        #expect(names.allSatisfy { $0.hasPrefix("avtalt.v1.") })
    }

    @Test func `everything that is referred to is declared`() {
        let exchanges = Set(topology.exchanges.map(\.name))
        let queues = Set(topology.queues.map(\.name))

        #expect(Set(topology.exchanges.compactMap(\.alternate)).isSubset(of: exchanges))
        for binding in topology.bindings {
            #expect(exchanges.contains(binding.exchange) && queues.contains(binding.queue))
        }
        for case .text(let name)? in topology.queues.map({ $0.arguments["x-dead-letter-exchange"] })
        {
            #expect(exchanges.contains(name))
        }
    }

    @Test func `a unit's own queue stands before the shared one and only for its key`() {
        let own = topology.bindings.filter { $0.exchange == Topology.tasks }

        #expect(own.map(\.queue) == ["avtalt.v1.tasks.reminder.nord"])
        #expect(own.map(\.routingKey) == ["reminder.nord"])
        #expect(
            topology.exchanges.first { $0.name == Topology.tasks }?.alternate == Topology.shared)
    }

    @Test func `what is given up is confirmed among the dead before it is gone`() {
        for queue in topology.queues where queue.name.hasPrefix("avtalt.v1.tasks.") {
            #expect(queue.arguments["x-dead-letter-strategy"] == .text("at-least-once"))
            #expect(queue.arguments["x-overflow"] == .text("reject-publish"))
            #expect(queue.arguments["x-delivery-limit"] == .number(20))
        }
    }
}
