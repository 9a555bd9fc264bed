import Foundation
import Settings
import Support
import Testing

extension SystemTests {
    /// A broker that ops/rabbitmq has set up, with accounts of the least rights.
    @Suite struct AccountsTests {
        private static let accounts = ["coordinator", "worker", "operator"]

        /// What each account's processes are told, with its password in a file.
        private static func environment(
            of account: String, at broker: Broker, in office: Office
        ) -> [String: String] {
            [
                "AVTALT_QUEUE": "amqp://\(account)@127.0.0.1:\(broker.port)/avtalt",
                "AVTALT_QUEUE_PASSWORD_FILE": office.path("passwords/\(account)"),
            ]
        }

        /// A broker with the shipped settings, less the ports, and the accounts that the script
        /// makes.
        private static func broker(in office: Office) async throws -> Broker {
            let folder = Office.sources.appending(path: "ops/rabbitmq")
            let settings = try String(
                contentsOf: folder.appending(path: "rabbitmq.conf"), encoding: .utf8
            ).split(separator: "\n").map(String.init).filter { line in
                !["#", "listeners.", "management.", "prometheus.", "disk_free_limit"]
                    .contains { line.hasPrefix($0) }
            }
            #expect(settings.count > 8)
            let broker = try await Broker(settings: settings)
            for account in accounts {
                try office.write("passwords/\(account)", "\(UUID().uuidString)\n")
            }
            try await broker.run(
                script: folder.appending(path: "users").path, [office.path("passwords")])
            return broker
        }

        @Test func `a day is done by accounts of the least rights, and others are turned away`()
            async throws
        {
            let office = try await Office.of2013()
            let embedded = try office.copy()
            let broker = try await Self.broker(in: office)
            let worker = Self.environment(of: "worker", at: broker, in: office)
            var workers: [Running] = []
            for program in Program.workers {
                workers.append(try office.start(program, [], environment: worker))
            }

            try await embedded.avtalt("run", "--on", "2013-03-01")
            let run = try await office.avtalt(
                "run", "--on", "2013-03-01",
                environment: Self.environment(of: "coordinator", at: broker, in: office))
            let intruder = try await office.run(
                .reportWorker, [],
                environment: Self.environment(of: "operator", at: broker, in: office))
            try office.write("passwords/worker", "no longer right\n")
            let outdated = try await office.run(.reportWorker, [], environment: worker)
            for worker in workers { worker.send(SIGTERM) }
            for worker in workers {
                #expect(try await worker.end(within: .seconds(30)).status == 0)
            }
            try await broker.end()

            #expect(run.status == 0, "\(run.errors)")
            #expect(try Account(of: office).differences(from: Account(of: embedded)) == [])
            for ended in [intruder, outdated] {
                #expect(ended.status == 77, "\(ended.errors)")
                #expect(ended.errors.contains("does not let this process in"))
                #expect(ended.errors.contains("127.0.0.1:\(broker.port)"))
            }
        }
    }
}
