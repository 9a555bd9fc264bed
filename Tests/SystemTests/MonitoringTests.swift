import Foundation
import Support
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension SystemTests {
    /// What coordinator and workers answer those who watch them.
    @Suite struct MonitoringTests {
        private func get(_ path: String, at port: Int) async throws -> (status: Int, text: String) {
            let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
            let (data, response) = try await URLSession.shared.data(from: url)
            let status = (response as? HTTPURLResponse)?.statusCode ?? 0
            return (status, String(decoding: data, as: UTF8.self))
        }

        private func answers(_ path: String, at port: Int) async throws -> (
            status: Int, text: String
        ) {
            let end = ContinuousClock.now + Office.limit
            while ContinuousClock.now < end {
                do {
                    return try await get(path, at: port)
                } catch is URLError {
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            return try await get(path, at: port)
        }

        /// The value of a line of the page.
        private func value(_ name: String, in page: String) -> Double? {
            page.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
                .flatMap { Double($0.dropFirst(name.count + 1)) }
        }

        @Test func `a day's work shows in the coordinator's and the worker's numbers`()
            async throws
        {
            let office = try await Office.of2013()
            let ports = try Port.free(2)
            let queue = Broker.url(of: try await Broker.ofThisRun().virtualHost())
            let worker = try office.start(
                .reminderWorker, [],
                environment: [
                    "AVTALT_QUEUE": queue, "AVTALT_MONITORING_LISTEN": "127.0.0.1:\(ports[0])",
                ])
            let coordinator = try office.start(
                .coordinator, [],
                environment: [
                    "AVTALT_QUEUE": queue, "AVTALT_NOW": "2013-03-01T07:00:00",
                    "AVTALT_MONITORING_LISTEN": "127.0.0.1:\(ports[1])",
                ])
            let ready = try await answers("/ready", at: ports[1])
            var page = ""
            let end = ContinuousClock.now + Office.limit
            let done = #"avtalt_attempts_total{kind="reminder.digest",outcome="done"}"#
            // Nobody evaluates here.
            let waiting = #"avtalt_queue_depth{worker="evaluation"}"#
            while value(done, in: page) != 5 || value(waiting, in: page) != 27,
                ContinuousClock.now < end
            {
                page = try await answers("/metrics", at: ports[1]).text
            }
            let worked = try await answers("/metrics", at: ports[0]).text
            let live = try await answers("/live", at: ports[0])
            let other = try await answers("/", at: ports[1])
            for process in [coordinator, worker] {
                process.send(SIGTERM)
                let ended = try await process.end(within: .seconds(30))
                #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            }

            #expect(ready.status == 200)
            #expect(value(done, in: page) == 5)
            #expect(value(#"avtalt_tasks{state="dead"}"#, in: page) == 0)
            #expect(value(#"avtalt_broker_connected{link="publish"}"#, in: page) == 1)
            #expect(value(#"avtalt_broker_connected{link="consume"}"#, in: page) == 1)
            #expect(try #require(value("avtalt_confirm_seconds_count", in: page)) >= 5)
            #expect(value(waiting, in: page) == 27)
            #expect(value("avtalt_term", in: page) == 1)
            #expect(value(#"avtalt_worker_tasks_total{outcome="done"}"#, in: worked) == 5)
            #expect(value("avtalt_worker_running", in: worked) == 0)
            #expect(live.status == 200 && other.status == 404)
        }

        @Test func `a port that is taken has its sentence and its code`() async throws {
            let office = try await Office.of2013()
            let taken = try await Broker.ofThisRun().port

            let ended = try await office.run(
                .coordinator, ["--embedded"],
                environment: ["AVTALT_MONITORING_LISTEN": "127.0.0.1:\(taken)"])

            #expect(ended.status == 73)
            #expect(ended.errors.contains("Cannot listen on 127.0.0.1:\(taken)"))
        }
    }
}
