import Foundation
import Support
import Testing

extension SystemTests {
    /// The broker is there and does nothing: frozen, or in an alarm.
    @Suite(.enabled(if: FaultTable.wantsLongOnes)) struct StandstillFaults {
        @Test func `fault 11: the broker is frozen for 60 seconds`() async throws {
            let broker = try await Broker()
            var load = try await Load(at: broker.address())
            try load.ask(4000)
            try await load.start()
            try await load.waits(for: 1000)

            try await broker.freeze()
            try await Task.sleep(for: .seconds(60))
            try load.ask(500)
            try await broker.thaw()
            let flow = try await load.timeUntilFlow()

            let logs = try await load.finish(
                number: "11", "broker frozen for 60 s",
                measured: "flow \(flow.inSeconds) after it went on")
            for log in logs { #expect(log.contains("Broker is not connected"), "noticed") }
            try await broker.end()
        }

        /// More than sockets hold, so that publishing stands still within a call.
        @Test func `a call that is stuck at a frozen broker is broken off`() async throws {
            let broker = try await Broker()
            let probes = try await Probes(at: broker.address())
            let coordinator = try probes.startCoordinator()
            let worker = try await probes.startWorker()
            let first = [Probes.probe("first")]
            try probes.ask(first)
            try await probes.waitsUntilDone(1)

            try await broker.freeze()
            let large = (1...64).map { Probes.large("large-\($0)", bytes: 1024 * 1024) }
            try probes.ask(large)
            try await Task.sleep(for: .seconds(45))
            try await broker.thaw()
            try await probes.waitsUntilDone(1 + large.count)

            coordinator.send(SIGTERM)
            let ended = try await coordinator.end(within: .seconds(40))
            try await [worker].expectToStop()
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.errors.contains("Call to the broker was stuck and is broken off"))
            try await probes.expectDone(
                first + large, number: "11", "broker frozen for 45 s in the middle of 64 MB")
            try await broker.end()
        }

        @Test func `processes that are told to end while the broker is frozen do so`()
            async throws
        {
            let broker = try await Broker()
            let probes = try await Probes(at: broker.address())
            let asked = Probes.probes(2000, "probe")
            try probes.ask(asked)
            let ending = [try probes.startCoordinator(), try await probes.startWorker()]
            try await probes.waits { try probes.count(.done) > 200 }

            try await broker.freeze()
            for process in ending { process.send(SIGTERM) }
            var spans: [String] = []
            for process in ending {
                let ended = try await process.end(within: .seconds(75))
                #expect([0, 75].contains(ended.status) && !ended.wasKilled, "\(ended.errors)")
                spans.append("\(ended.duration.inSeconds)")
            }
            try await broker.thaw()
            let next = [try probes.startCoordinator(), try await probes.startWorker()]
            try await probes.waitsUntilDone(asked.count, within: .seconds(180))

            try await next.expectToStop()
            try await probes.expectDone(
                asked, number: "11", "SIGTERM to coordinator and worker at a frozen broker",
                measured: "ended \(spans.joined(separator: " and ")) after their start")
            try await broker.end()
        }

        @Test(arguments: Broker.Shortage.allCases)
        func `fault 13: the broker is in an alarm`(_ shortage: Broker.Shortage) async throws {
            let broker = try await Broker()
            var load = try await Load(at: broker.address())
            try load.ask(2000)
            try await load.start()
            try await load.waits(for: 500)

            try await broker.raise(shortage)
            for _ in 1...8 {
                // Planning goes on: the register takes what is asked for.
                try load.ask(100)
                try await Task.sleep(for: .seconds(5))
            }
            let standing = try load.done()
            #expect(standing < load.asked.count)
            try await broker.clear(shortage)
            let flow = try await load.timeUntilFlow()

            let logs = try await load.finish(
                number: "13", "\(shortage) alarm for 40 s",
                measured: "flow \(flow.inSeconds) after it was over")
            #expect(logs[0].contains("Broker is in alarm"))
            #expect(logs[0].contains("Broker's alarm is over"))
            try await broker.end()
        }
    }
}
