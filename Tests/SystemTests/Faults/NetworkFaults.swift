import Foundation
import Settings
import Support
import Testing

extension SystemTests {
    /// The network between the processes and the broker, which a proxy disturbs.
    @Suite struct NetworkFaults {
        /// A load whose processes all reach the broker of this run through a proxy.
        private func load(_ count: Int) async throws -> (Load, Proxy) {
            var address = try await Broker.ofThisRun().virtualHost()
            let proxy = try Proxy(to: address.port, seed: 12)
            address.port = proxy.port
            var load = try await Load(at: address)
            try load.ask(count)
            try await load.start()
            return (load, proxy)
        }

        @Test func `fault 12: the network is cut`() async throws {
            let (load, proxy) = try await load(2000)

            for cut in 1...3 {
                try await load.waits(for: cut * 300)
                proxy.cut()
                try await Task.sleep(for: .milliseconds(500))
                proxy.heal()
            }
            let flow = try await load.timeUntilFlow()

            #expect(proxy.passage.connections > 4)
            try await load.finish(
                number: "12", "network cut, connections reset, for 0.5 s", times: 3,
                measured: "flow \(flow.inSeconds) after it was back")
        }

        @Test func `fault 12: the network loses 5 % of all segments`() async throws {
            let (load, proxy) = try await load(300)
            proxy.lose(0.05)

            try await load.waits(for: load.asked.count)

            let passage = proxy.passage
            #expect(passage.lost > 0)
            try await load.finish(
                number: "12", "5 % of the segments lost", times: passage.lost,
                measured: "\(passage.segments) segments")
        }

        @Test func `fault 12: the network takes half a second in each direction`() async throws {
            let (load, proxy) = try await load(100)
            proxy.delay(toBroker: .milliseconds(500), back: .milliseconds(500))

            try await load.finish(number: "12", "500 ms of delay in each direction")
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 12: the network carries nothing and tells nobody`() async throws {
            var (load, proxy) = try await load(3000)
            try await load.waits(for: 500)

            proxy.silence()
            try await Task.sleep(for: .seconds(45))
            try load.ask(500)
            proxy.heal()
            let flow = try await load.timeUntilFlow()

            let logs = try await load.finish(
                number: "12", "network half-open for 45 s",
                measured: "flow \(flow.inSeconds) after it was back")
            for log in logs { #expect(log.contains("Broker is not connected"), "noticed") }
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 27: the network comes and goes every three seconds`() async throws {
            var (load, proxy) = try await load(500)
            let rounds = 8

            for _ in 1...rounds {
                try load.ask(200)
                proxy.cut()
                try await Task.sleep(for: .seconds(3))
                proxy.heal()
                try load.ask(200)
                try await Task.sleep(for: .seconds(3))
            }

            try await load.finish(
                number: "27", "network up 3 s, down 3 s", times: rounds)
        }

        @Test func `of several hosts one that is dead is passed over`() async throws {
            let broker = try await Broker.ofThisRun()
            let address = try await broker.virtualHost()
            let dead = try Port.free()[0]
            var other = address
            other.port = dead
            let list = "\(Broker.url(of: other)),\(Broker.url(of: address))"
            var load = try await Load(at: address, ["AVTALT_QUEUE": list])
            try load.ask(500)

            try await load.start()

            try await load.finish(number: "–", "first of two hosts dead")
        }

        @Test func `of several hosts the next one takes over from one that goes`() async throws {
            let address = try await Broker.ofThisRun().virtualHost()
            let proxies = [try Proxy(to: address.port), try Proxy(to: address.port)]
            let list = proxies.map { proxy in
                var address = address
                address.port = proxy.port
                return Broker.url(of: address)
            }
            var load = try await Load(
                at: address, ["AVTALT_QUEUE": list.joined(separator: ",")])
            try load.ask(3000)
            try await load.start()
            try await load.waits(for: 500)

            proxies[0].cut()
            let flow = try await load.timeUntilFlow()

            try await load.finish(
                number: "–", "the host in use of two goes",
                measured: "flow \(flow.inSeconds) later")
            #expect(proxies[1].passage.connections > 0)
        }
    }
}
