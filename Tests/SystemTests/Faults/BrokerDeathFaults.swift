import Foundation
import Support
import Testing

extension SystemTests {
    /// The broker dies under load and comes back, with its data or without.
    @Suite(.enabled(if: FaultTable.wantsLongOnes)) struct BrokerDeathFaults {
        @Test func `fault 9: the broker is killed under load`() async throws {
            let broker = try await Broker()
            var load = try await Load(at: broker.address())
            try load.ask(6000)
            try await load.start()
            var flows: [(ready: Duration, first: Duration)] = []

            for kill in 1...3 {
                try await load.waits(for: kill * 1000)
                try await broker.kill()
                let killedAt = ContinuousClock.now
                try await broker.restart()
                let readyAfter = killedAt.duration(to: .now)
                flows.append((readyAfter, try await load.timeUntilFlow()))
            }

            let flow = flows.map(\.first).max() ?? .zero
            let ready = flows.map(\.ready).max() ?? .zero
            try await load.finish(
                number: "9", "broker killed with SIGKILL under load, started again",
                times: flows.count,
                measured: "ready again after \(ready.inSeconds) at most, "
                    + "flow \(flow.inSeconds) later at most")
            try await broker.end()
        }

        @Test func `after a long absence of the broker flow is there again by itself`()
            async throws
        {
            let broker = try await Broker()
            var load = try await Load(at: broker.address())
            try load.ask(1000)
            try await load.start()
            try await load.waits(for: 500)

            try await broker.kill()
            try load.ask(500)
            try await Task.sleep(for: .seconds(75))
            try await broker.restart()
            let flow = try await load.timeUntilFlow()

            try await load.finish(
                number: "9", "broker killed under load, away for 75 s",
                measured: "flow \(flow.inSeconds) after it was ready")
            try await broker.end()
        }

        @Test func `fault 10: the broker's data is deleted`() async throws {
            let broker = try await Broker()
            var load = try await Load(
                at: broker.address(), ["AVTALT_COORDINATOR_RESCUE_SECONDS": "15"])
            try load.ask(6000)
            try await load.start()
            try await load.waits(for: 1000)

            try await broker.kill()
            try await broker.wipe()
            try await broker.restart()
            let flow = try await load.timeUntilFlow()

            try await load.finish(
                number: "10", "broker killed, its data deleted, started again",
                measured: "flow \(flow.inSeconds) after it was ready", mayLoseReports: true)
            try await broker.end()
        }

        @Test func `fault 27: the broker comes and goes`() async throws {
            let broker = try await Broker()
            var load = try await Load(
                at: broker.address(), ["AVTALT_COORDINATOR_RESCUE_SECONDS": "30"])
            try load.ask(200)
            try await load.start()
            let rounds = 6

            for _ in 1...rounds {
                try load.ask(300)
                try await Task.sleep(for: .seconds(3))
                try await broker.kill()
                try load.ask(300)
                try await Task.sleep(for: .seconds(3))
                try await broker.restart()
            }

            try await load.finish(
                number: "27", "broker up 3 s, killed, down 3 s and its start", times: rounds)
            try await broker.end()
        }
    }
}
