import Foundation
import GRDB
import Support
import Testing

extension SystemTests {
    /// A second coordinator that waits beside the first.
    @Suite struct StandbyTests {
        private static let morning = ["AVTALT_NOW": "2013-03-01T07:00:00"]

        private func terms(_ office: Office) throws -> Int {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: office.register, configuration: configuration)
            defer { #expect(throws: Never.self) { try queue.close() } }
            return try queue.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM coordinator_term") ?? 0
            }
        }

        @Test func `a standby goes on where a killed coordinator was and nothing is done twice`()
            async throws
        {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")
            let reference = try Account(of: undisturbed)
            let address = try await Broker.ofThisRun().virtualHost()
            let environment = Self.morning.merging(["AVTALT_QUEUE": Broker.url(of: address)]) { $1 }
            let socket = try NotifySocket(in: office.folder)
            let first = try office.start(.coordinator, [], environment: environment)
            try await office.waits { try terms(office) == 1 }
            let second = try office.start(
                .coordinator, ["--standby", "--ready-file", office.path("ready")],
                environment: environment.merging(["NOTIFY_SOCKET": socket.path]) { $1 })
            try await office.waits { try socket.hasHeard("STATUS=stands by") }
            var workers: [Running] = []
            for program in Program.workers {
                workers.append(try office.start(program, [], environment: environment))
            }

            try await office.waits { try !office.mails().isEmpty }
            #expect(!FileManager.default.fileExists(atPath: office.path("ready")))
            first.send(SIGKILL)
            _ = try await first.end(within: .seconds(10))
            try await office.waits { FileManager.default.fileExists(atPath: office.path("ready")) }
            try await office.waits {
                try Account(of: office).differences(from: reference) == []
            }
            second.send(SIGTERM)
            let ended = try await second.end(within: .seconds(30))

            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            #expect(ended.errors.contains("Coordinator takes over"))
            #expect(try terms(office) == 2)
            #expect(try await office.avtalt("check").status == 0)
            #expect(!FileManager.default.fileExists(atPath: office.path("ready")))
            #expect(try socket.hasHeard("STATUS=plans and gives out work"))
            #expect(try socket.hasHeard("STOPPING=1"))
            for worker in workers { worker.send(SIGTERM) }
            for worker in workers {
                #expect(try await worker.end(within: .seconds(30)).status == 0)
            }
        }

        @Test func `a standby that is told to end does so and has begun no term`() async throws {
            let office = try await Office.of2013()
            let socket = try NotifySocket(in: office.folder)
            let first = try office.start(
                .coordinator, ["--embedded"], environment: Self.morning)
            try await office.waits { try terms(office) == 1 }
            let second = try office.start(
                .coordinator, ["--embedded", "--standby"],
                environment: Self.morning.merging(["NOTIFY_SOCKET": socket.path]) { $1 })
            try await office.waits { try socket.hasHeard("READY=1") }
            try await office.waits { try socket.hasHeard("WATCHDOG=1") }

            second.send(SIGTERM)
            let ended = try await second.end(within: .seconds(10))
            first.send(SIGTERM)
            _ = try await first.end(within: .seconds(30))

            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            #expect(try terms(office) == 1)
        }

        @Test func `a coordinator tells systemd of its life`() async throws {
            let office = try await Office.of2013()
            let socket = try NotifySocket(in: office.folder)

            let coordinator = try office.start(
                .coordinator, ["--embedded"],
                environment: Self.morning.merging(["NOTIFY_SOCKET": socket.path]) { $1 })
            try await office.waits { try socket.hasHeard("READY=1") }
            try await office.waits { try socket.hasHeard("WATCHDOG=1") }
            #expect(try !socket.hasHeard("STOPPING=1"))
            coordinator.send(SIGTERM)
            let ended = try await coordinator.end(within: .seconds(30))

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try socket.hasHeard("STOPPING=1"))
        }

        @Test func `a standby of no register says so and leaves nothing behind`() async throws {
            let office = try Office()

            let ended = try await office.run(.coordinator, ["--standby"])

            #expect(ended.status == 66)
            let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.url.path)
            #expect(left == [])
        }
    }
}
