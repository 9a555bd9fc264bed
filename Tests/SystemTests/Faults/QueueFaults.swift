import Foundation
import GRDB
import Settings
import Support
import Testing

@testable import RabbitMQ

extension SystemTests {
    /// What the broker has for the product is gone, or is not as it should be.
    @Suite struct QueueFaults {
        private static let tasks = Topology.queue(of: "reminder", unit: nil)

        @Test func `fault 14: queues are deleted under load`() async throws {
            let broker = try await Broker.ofThisRun()
            let address = try await broker.virtualHost()
            var load = try await Load(
                at: address,
                [
                    "AVTALT_COORDINATOR_RESCUE_SECONDS": "5",
                    "AVTALT_COORDINATOR_LEASE_SECONDS": "5",
                ])
            try load.ask(3000)
            try await load.start()

            for (number, queue) in [Self.tasks, Topology.results].enumerated() {
                try await load.waits(for: 500 + number * 1000)
                try await broker.delete(queue: queue, at: address)
            }

            try await load.finish(
                number: "14", "the tasks' queue, then the results' deleted with what is in it",
                times: 2, mayLoseReports: true)
        }

        @Test(arguments: [Topology.results, Topology.queue(of: "reminder", unit: nil)])
        func `fault 14: a queue that was declared otherwise is named and ends the process`(
            _ queue: String
        ) async throws {
            let broker = try await Broker.ofThisRun()
            let address = try await broker.virtualHost()
            try await broker.declare(queue: queue, at: address)
            let probes = try await Probes(at: address)
            let asked = [Probes.probe("task")]
            try probes.ask(asked)

            for program in [Program.coordinator, .faultWorker] {
                let ended = try await probes.office.run(
                    program, [], environment: probes.environment, within: .seconds(30))
                #expect(ended.status == 78 && !ended.wasKilled)
                #expect(ended.errors.contains("inequivalent arg"), "\(ended.errors)")
                #expect(ended.errors.contains(queue), "\(ended.errors)")
                #expect(ended.errors.contains("delete it there once it is empty"))
            }

            try await broker.delete(queue: queue, at: address)
            let processes = [try probes.startCoordinator(), try await probes.startWorker()]
            try await probes.waitsUntilDone(1)
            try await processes.expectToStop()
            try await probes.expectDone(
                asked, number: "14", "`\(queue)` declared with other arguments, then deleted")
        }

        /// Where a task goes that the workers' queue does not take.
        enum Refuge: String, CaseIterable, CustomTestStringConvertible {
            /// To the queue for what cannot be routed, which the coordinator reads.
            case queue = "into `unroutable`"
            /// Back to the coordinator, with basic.return.
            case nowhere = "returned"

            var testDescription: String { rawValue }
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes), arguments: Refuge.allCases)
        func `fault 15: a task that no queue takes waits for one`(_ refuge: Refuge)
            async throws
        {
            let broker = try await Broker.ofThisRun()
            let address = try await broker.virtualHost()
            let probes = try await Probes(at: address)
            let asked = Probes.probes(20, "task")
            let coordinator = try probes.startCoordinator()
            _ = try await broker.connections(2, to: address)

            try await broker.delete(queue: Self.tasks, at: address)
            if refuge == .nowhere {
                try await broker.delete(exchange: Topology.unroutable, at: address)
            }
            try probes.ask(asked)
            try await probes.waits { try probes.withReason() == asked.count }
            let worker = try await probes.startWorker()
            try await probes.waitsUntilDone(asked.count, within: .seconds(120))

            try await [coordinator, worker].expectToStop()
            try await probes.expectDone(
                asked, number: "15", "published without the workers' queue, \(refuge.rawValue)",
                times: asked.count)
        }
    }
}

extension Probes {
    /// How many tasks wait for a reason that the register shows.
    fileprivate func withReason() throws -> Int {
        let queue = try DatabaseQueue(path: office.register)
        return try queue.read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM task WHERE state = 'planned' AND (last_error IS NOT NULL
                        OR EXISTS (SELECT 1 FROM task_event
                            WHERE task = task.key AND name = 'kept' AND reason LIKE 'No queue%'))
                    """) ?? 0
        }
    }
}
