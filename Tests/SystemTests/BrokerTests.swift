import Foundation
import Support
import Testing

extension SystemTests {
    /// Coordinator and workers as processes of their own, on a real broker.
    @Suite struct BrokerTests {
        /// What each process is told, and where it shows that it is ready.
        private func environment() async throws -> [String: String] {
            let address = try await Broker.ofThisRun().virtualHost()
            return ["AVTALT_QUEUE": Broker.url(of: address)]
        }

        private func start(
            _ program: Program, in office: Office, _ environment: [String: String]
        ) async throws -> Running {
            let file = office.path("\(program.rawValue).ready")
            let running = try office.start(
                program, ["--ready-file", file], environment: environment)
            try await office.waits { FileManager.default.fileExists(atPath: file) }
            return running
        }

        @Test func `a day with worker processes comes to the same as with the embedded queue`()
            async throws
        {
            let office = try await Office.atWork()
            let embedded = try office.copy()
            let environment = try await environment()
            var workers: [Running] = []
            for program in Program.workers {
                workers.append(try await start(program, in: office, environment))
            }

            try await embedded.avtalt("run", "--on", "2013-03-01")
            let run = try await office.avtalt(
                "run", "--on", "2013-03-01", environment: environment)

            #expect(run.status == 0, "\(run.errors)")
            let account = try Account(of: office)
            #expect(try account.differences(from: Account(of: embedded)) == [])
            for kind in ["mail", "assessment", "report", "file"] {
                #expect(account.count(kind) > 0, "no \(kind)")
            }
            for worker in workers {
                worker.send(SIGTERM)
                let ended = try await worker.end(within: .seconds(30))
                #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            }
        }

        @Test func `a worker that dies after its mail is taken over from and no mail is another`()
            async throws
        {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")
            let environment = try await environment().merging(
                ["AVTALT_COORDINATOR_LEASE_SECONDS": "2"]) { $1 }
            let dying = try await start(
                .reminderWorker, in: office,
                environment.merging(["AVTALT_KILL_AT": "work.effect_done"]) { $1 })

            async let run = office.avtalt(
                "run", "--on", "2013-03-01", environment: environment)
            let dead = try await dying.end(within: .seconds(60))
            try FileManager.default.removeItem(atPath: office.path("reminder-worker.ready"))
            var others: [Running] = []
            for program in Program.workers {
                others.append(try await start(program, in: office, environment))
            }
            let ended = try await run

            #expect(dead.wasKilled && dead.status == SIGKILL)
            #expect(ended.status == 0, "\(ended.errors) \(ended.text)")
            #expect(try Account(of: office).differences(from: Account(of: undisturbed)) == [])
            for worker in others { worker.send(SIGKILL) }
            for worker in others { _ = try await worker.end(within: .seconds(10)) }
        }

        @Test func `a coordinator that runs gives its work to worker processes`() async throws {
            let office = try await Office.of2013()
            var environment = try await environment()
            let worker = try await start(.reminderWorker, in: office, environment)

            environment["AVTALT_NOW"] = "2013-03-01T07:00:00"
            let coordinator = try office.start(.coordinator, [], environment: environment)
            try await office.waits { try office.mails().count == 5 }
            for process in [coordinator, worker] {
                process.send(SIGTERM)
                let ended = try await process.end(within: .seconds(30))
                #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
            }
        }

        @Test func `once is over when nothing is there and leaves no readiness behind`()
            async throws
        {
            let office = try Office()
            let file = office.path("ready")

            let ended = try await office.run(
                .reportWorker, ["--once", "--ready-file", file, "--unit", "nord"],
                environment: try await environment())

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }

    /// Workers' executables without any broker.
    @Suite struct WorkerProgramTests {
        @Test(arguments: Program.workers)
        func `it has its version and its help`(program: Program) async throws {
            let office = try Office()

            let version = try await office.run(program, ["--version"])
            let help = try await office.run(program, ["--help"])

            #expect(version.status == 0 && version.text == "0.1.0\n")
            #expect(help.status == 0)
            for option in ["--config", "--unit", "--concurrency", "--once", "--task"] {
                #expect(help.text.contains(option))
            }
        }

        @Test func `a task that was done is done the same again from its envelope`() async throws {
            let office = try await Office.of2013()
            try await office.avtalt("run", "--on", "2013-03-01")
            let tasks = try await office.avtalt("tasks", "list", "--format", "json").json()
            let ids = try #require(tasks as? [[String: Any]]).compactMap { task in
                task["kind"] as? String == "reminder.digest" ? task["id"] as? String : nil
            }
            let mails = try office.mails()
            let envelope = try await office.avtalt(
                "tasks", "show", try #require(ids.first), "--envelope")
            try office.write("task.json", envelope.text)

            let ended = try await office.run(.reminderWorker, ["--task", "task.json"])
            let other = try await office.run(.reportWorker, ["--task", "task.json"])

            #expect(ended.status == 0, "\(ended.text)")
            let report = try #require(try ended.json() as? [String: Any])
            #expect(report["id"] as? String == ids.first)
            #expect(try office.mails() == mails)
            #expect(other.status == 65)
            #expect(other.errors.contains("reminder-worker"))
        }

        @Test(arguments: [
            (["--task", "nothing.json"], 66), (["--concurrency", "0"], 64),
            (["--unit", "mars"], 64), (["--config", "nothing.yaml"], 66),
        ])
        func `what cannot be has its exit code and a sentence`(
            arguments: [String], status: Int
        ) async throws {
            let ended = try await Office().run(.reportWorker, arguments)

            #expect(Int(ended.status) == status)
            #expect(!ended.errors.isEmpty && ended.text.isEmpty)
        }

        @Test(arguments: [
            (["AVTALT_QUEUE": "amqp://127.0.0.1:1"], 69), (["AVTALT_QUEUE": "embedded"], 78),
        ])
        func `a queue that cannot be used ends it with its code`(
            environment: [String: String], status: Int
        ) async throws {
            let ended = try await Office().run(
                .reportWorker, ["--once"], environment: environment)

            #expect(Int(ended.status) == status, "\(ended.errors)")
        }
    }
}
