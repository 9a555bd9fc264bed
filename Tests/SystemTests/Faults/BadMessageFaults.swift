import Foundation
import GRDB
import Register
import Settings
import Support
import Tasks
import Testing

@testable import RabbitMQ

extension SystemTests {
    /// Messages that nobody of ours would send: each ends where people see it, and every process
    /// goes on.
    @Suite struct BadMessageFaults {
        /// Publishes what the product would not.
        private func publish(_ messages: [Message], at address: BrokerAddress) async {
            let publisher = Publisher(
                Topology(workers: ["reminder"]),
                settings: LinkSettings(nodes: [address], name: "test"),
                logger: Surroundings.silent.logger)
            let answers = await publisher.publish(messages)
            await publisher.close()
            #expect(answers.allSatisfy { $0 == .confirmed }, "\(answers)")
        }

        private func task(_ id: String, _ body: Data) -> Message {
            Message(
                exchange: Topology.tasks, routingKey: "reminder.nord", id: id,
                type: Probes.kind.rawValue, attempt: 1, body: body)
        }

        private func report(_ body: Data) -> Message {
            Message(
                exchange: Topology.results, routingKey: Topology.results, id: "report",
                type: ReportParcel.messageType, attempt: 1, body: body)
        }

        @Test func `what cannot be read is kept where people find it and work goes on`()
            async throws
        {
            let broker = try await Broker.ofThisRun()
            let address = try await broker.virtualHost()
            var load = try await Load(at: address)
            try load.ask(10)
            try await load.start()
            let garbage = [Data(), Data("{".utf8), Data((0...255).map { UInt8($0) })]

            await publish(
                garbage.flatMap { [task("", $0), report($0)] }, at: address)
            try load.ask(10)

            try await load.waits(for: 20)
            try await broker.waits(for: 2 * garbage.count, in: Topology.unreadable, at: address)
            try await load.finish(
                number: "–", "bodies that cannot be read, as tasks and as reports",
                times: 2 * garbage.count)
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `what cannot be read is kept also when the broker is in an alarm meanwhile`()
            async throws
        {
            let broker = try await Broker()
            let address = broker.address()
            let probes = try await Probes(at: address)
            await publish([task("", Data("{".utf8)), report(Data("{".utf8))], at: address)

            try await broker.raise(.memory)
            let processes = [try probes.startCoordinator(), try await probes.startWorker()]
            try await Task.sleep(for: .seconds(40))
            try await broker.clear(.memory)

            try await broker.waits(for: 2, in: Topology.unreadable, at: address)
            try await processes.expectToStop()
            try await broker.end()
        }

        @Test func `a task whose message cannot be read ends with the reason`() async throws {
            let address = try await Broker.ofThisRun().virtualHost()
            let probes = try await Probes(at: address)
            try probes.ask([
                Probes.probe("later", dueAt: WallClock.system.now().adding(.seconds(86_400)))
            ])
            let processes = [try probes.startCoordinator(), try await probes.startWorker()]

            await publish([task("later", Data("{".utf8))], at: address)
            try await probes.waits { try probes.count(.dead) == 1 }

            #expect(try probes.fates()["later"]?.reason.contains("can be read") == true)
            try await processes.expectToStop()
        }

        @Test func `a task that this worker is too old for is kept and says why`() async throws {
            let address = try await Broker.ofThisRun().virtualHost()
            let probes = try await Probes(at: address)
            let asked = [Probes.probe("now")]
            try probes.ask(
                asked + [
                    Probes.probe("newer", version: 9),
                    Probes.probe("unheard", kind: TaskKind(rawValue: "reminder.unheard")),
                ])
            let processes = [try probes.startCoordinator(), try await probes.startWorker()]

            try await probes.waits { try probes.keptReasons().count == 2 }
            let reasons = try probes.keptReasons()

            #expect(reasons["newer"]?.contains("9") == true, "\(reasons)")
            #expect(reasons["unheard"]?.contains("reminder.unheard") == true, "\(reasons)")
            try await probes.waitsUntilDone(1)
            try await processes.expectToStop()
            try await probes.expectDone(
                asked, number: "–", "a version and a kind of later", times: 2)
        }

        /// More than RabbitMQ takes by default, and as much as the issue names.
        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `a message of 200 MB is not taken in and its task ends with the reason`()
            async throws
        {
            let size = 200 * 1000 * 1000
            let broker = try await Broker(settings: ["max_message_size = \(size)"])
            let address = broker.address()
            let probes = try await Probes(at: address)
            let asked = Probes.probes(50, "probe")
            try probes.ask([
                Probes.probe("huge", dueAt: WallClock.system.now().adding(.seconds(86_400)))
            ])
            let coordinator = try probes.startCoordinator()
            let worker = try await probes.startWorker()
            let body = Data(repeating: UInt8(ascii: "x"), count: size)

            await publish([task("huge", body), report(body)], at: address)
            try await probes.waits { try probes.count(.dead) == 1 }
            try await broker.waits(for: 1, in: Topology.unreadable, at: address)
            try probes.ask(asked)
            try await probes.waitsUntilDone(asked.count)

            let peaks = try [coordinator, worker].map { try $0.memory("VmHWM") / 1024 }
            #expect(peaks[0] < 120, "coordinator, MB")
            #expect(peaks[1] < 120, "worker, MB")
            #expect(try probes.fates()["huge"]?.reason.contains("200000000") == true)
            try await [coordinator, worker].expectToStop()
            try await probes.expectDone(
                asked, number: "–", "200 MB as a task and as a report", times: 2,
                measured: "coordinator \(peaks[0]) MB, worker \(peaks[1]) MB at most")
            try await broker.end()
        }
    }
}

extension Probes {
    /// Why tasks wait for another worker.
    fileprivate func keptReasons() throws -> [String: String] {
        let queue = try DatabaseQueue(path: office.register)
        return try queue.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, reason FROM task JOIN task_event ON task_event.task = task.key
                    WHERE task_event.name = 'kept'
                    """)
            return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
        }
    }
}

extension Broker {
    /// Waits until so many messages lie in a queue.
    fileprivate func waits(for count: Int, in queue: String, at address: BrokerAddress)
        async throws
    {
        let end = ContinuousClock.now + .seconds(60)
        while try await messages(in: queue, at: address) != count {
            guard ContinuousClock.now < end else {
                throw Office.Failed(description: "\(queue) does not hold \(count) messages.")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
