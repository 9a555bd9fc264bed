import Agreements
import Foundation
import Support
import Testing

@testable import RabbitMQ

/// What ops/rabbitmq sets up, against what the program declares.
struct DefinitionsTests {
    private let declared = Topology(workers: ["reminder", "evaluation", "report"])

    private func read() throws -> Definitions {
        try Definitions.read(Data(contentsOf: Definitions.file))
    }

    @Test func `the definitions hold what the program declares and nothing else`() throws {
        let definitions = try read()

        let topology = definitions.topology

        #expect(Set(topology.exchanges) == Set(declared.exchanges))
        #expect(topology.exchanges.count == declared.exchanges.count)
        #expect(Set(topology.queues) == Set(declared.queues))
        #expect(topology.queues.count == declared.queues.count)
        #expect(Set(topology.bindings) == Set(declared.bindings))
        #expect(topology.bindings.count == declared.bindings.count)
    }

    @Test func `what is defined is durable and of the quorum type and in one virtual host`()
        throws
    {
        let definitions = try read()

        for exchange in definitions.exchanges ?? [] {
            #expect(exchange.durable && !exchange.autoDelete && !exchange.internal)
            #expect(exchange.vhost == "avtalt")
            #expect(Set(exchange.arguments.keys).isSubset(of: ["alternate-exchange"]))
        }
        for queue in definitions.queues {
            #expect(queue.durable && !queue.autoDelete && queue.vhost == "avtalt")
            #expect(queue.arguments["x-queue-type"]?.text == "quorum", "\(queue.name)")
        }
        for binding in definitions.bindings {
            #expect(binding.destinationType == "queue" && binding.vhost == "avtalt")
            #expect(binding.arguments.isEmpty)
        }
    }

    @Test(arguments: ["reminder nord", "evaluation central", "report indre_ost"])
    func `an office's queue is defined as its worker would declare it`(office: String) async throws
    {
        let words = office.split(separator: " ").map(String.init)
        let unit = try #require(OwningUnit(rawValue: words[1]))
        let own = Topology(
            workers: ["reminder", "evaluation", "report"], own: (worker: words[0], unit: unit))

        let printed = try await Tool.run(
            Definitions.folder.appending(path: "office").path, ["--print"] + words)
        let topology = try Definitions.read(Data(printed.utf8)).topology

        #expect(Set(topology.queues) == Set(own.queues).subtracting(declared.queues))
        #expect(Set(topology.bindings) == Set(own.bindings).subtracting(declared.bindings))
    }

    @Test func `each queue and each office's queue has one policy that bounds it`() throws {
        let definitions = try read()
        let office = Topology.queue(of: "reminder", unit: .nord)

        for queue in definitions.queues.map(\.name) + [office] {
            let policies = try (definitions.policies ?? []).filter {
                try Regex($0.pattern).firstMatch(in: queue) != nil
            }
            #expect(policies.count == 1, "\(queue): \(policies.map(\.name))")
        }
    }

    @Test func `no password stands in what is set up`() throws {
        let text = try String(contentsOf: Definitions.file, encoding: .utf8)

        #expect(!text.contains("password"))
        #expect(!text.contains("\"users\""))
    }
}
