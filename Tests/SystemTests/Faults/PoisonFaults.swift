import Foundation
import Support
import Tasks
import Testing

@testable import RabbitMQ

extension SystemTests {
    /// Tasks that harm whoever takes them.
    @Suite struct PoisonFaults {
        private static let settings = [
            "AVTALT_COORDINATOR_LEASE_SECONDS": "5", "AVTALT_WORKER_CONCURRENCY": "4",
        ]
        /// Enough for a worker, and a second's work for one that eats.
        private static let memory = "2000000000"

        @Test func `fault 16: poison is set apart and its neighbours are done`() async throws {
            let probes = try await Probes(Self.settings)
            let bystanders =
                Probes.probes(30, "quick") + Probes.probes(6, "slow", "sleep", seconds: 1)
            let poison = [
                Probes.probe("crashes", "crash"), Probes.probe("eats", "eat"),
                Probes.probe("rejected", "reject"),
            ]
            try probes.ask(poison + bystanders)

            let coordinator = try probes.startCoordinator()
            let deaths = try await workAgainAndAgain(probes) {
                let fates = try probes.fates()
                return ["crashes", "eats"].allSatisfy { fates[$0]?.phase == "quarantined" }
                    && fates["rejected"]?.phase == "dead"
                    && bystanders.allSatisfy { fates[$0.id.text]?.phase == "done" }
            }
            let ended = try await coordinator.stop()

            let fates = try probes.fates()
            for name in ["crashes", "eats"] {
                #expect(fates[name]?.crashes == 3, "\(name)")
                // Noticed by the worker that starts next, or by the lease if that takes too long.
                let reason = fates[name]?.reason ?? ""
                #expect(reason.contains("ended") || reason.contains("silent"), "\(fates)")
            }
            #expect(fates["rejected"]?.reason == "The probe wants to be rejected.")
            // Three for each, fewer where both struck at once. A run whose acknowledgement died
            // with its worker is delivered once more, and its end is none of the present run's.
            #expect(deaths >= 4 && deaths <= 12, "\(deaths) workers died")
            let most = bystanders.compactMap { fates[$0.id.text]?.crashes }.max()
            #expect(try #require(most) < 3)
            #expect(ended.status == 0, "\(ended.errors)")
            try await probes.expectDone(
                bystanders, number: "16", "two poison tasks killed their worker", times: deaths)
        }

        @Test func `fault 16: poison that always runs beside the same tasks blames none of them`()
            async throws
        {
            let probes = try await Probes(Self.settings)
            let bystanders = Probes.probes(3, "beside", "sleep", seconds: 1)
            try probes.ask(bystanders + [Probes.probe("crashes", "crash")])

            let coordinator = try probes.startCoordinator()
            let deaths = try await workAgainAndAgain(probes) {
                let fates = try probes.fates()
                return fates.values.allSatisfy { ["done", "quarantined"].contains($0.phase) }
            }
            _ = try await coordinator.stop()

            #expect(try probes.fates()["crashes"]?.phase == "quarantined")
            try await probes.expectDone(
                bystanders, number: "16", "poison and its neighbours began together",
                times: deaths)
        }

        @Test func `fault 16: what cannot be read or is not known is kept with its reason`()
            async throws
        {
            let probes = try await Probes(Self.settings)
            let tomorrow = WallClock.system.now().adding(.seconds(86_400))
            let good = Probes.probes(20, "good")
            let unreadable = Probes.probe("unreadable", dueAt: tomorrow)
            let unknown = Probes.probe("newer", kind: TaskKind(rawValue: "reminder.future"))
            try probes.ask(good + [unreadable, unknown])
            try await publish(["{", "", String(repeating: "x", count: 100_000)], at: probes)

            let coordinator = try probes.startCoordinator()
            let worker = try await probes.startWorker()
            try await probes.waits {
                let fates = try probes.fates()
                return try probes.count(.done) == good.count && fates["unreadable"]?.phase == "dead"
                    && fates["newer"]?.phase == "planned"
            }
            let kept = try await probes.office.avtalt("tasks", "show", "newer")
            _ = try await worker.stop()
            _ = try await coordinator.stop()

            #expect(kept.text.contains("reminder.future"), "\(kept.text)")
            #expect(try probes.fates()["unreadable"]?.reason.isEmpty == false)
            #expect(try probes.fates()["newer"]?.crashes == 0)
            try await probes.expectDone(
                good, number: "16", "bodies that are no envelope; a kind that nobody knows",
                times: 4)
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 16: a task that always throws is dead after its attempts`() async throws {
            let probes = try await Probes(Self.settings)
            let good = Probes.probes(20, "good")
            try probes.ask(good + [Probes.probe("throws", "throw")])
            let worker = try await probes.startWorker()

            // The policy waits for five hours in all: each coordinator begins two hours later.
            var start = WallClock.system.now()
            for attempt in 1...12 {
                let coordinator = try probes.startCoordinator(
                    environment: ["AVTALT_NOW": "\(start.description.prefix(19))Z"])
                try await probes.waits {
                    let fate = try probes.fates()["throws"]
                    return fate?.attempt == attempt + 1 || fate?.phase == "dead"
                }
                try await coordinator.stopWell()
                start = start.adding(.seconds(7200))
            }
            _ = try await worker.stop()

            let fate = try #require(try probes.fates()["throws"])
            #expect(fate.phase == "dead" && fate.attempt == 12)
            #expect(fate.reason == "The probe wants to fail.")
            try await probes.expectDone(
                good, number: "16", "a task that throws each time", times: 12)
        }

        /// Starts a worker again whenever it has died, as a service manager does, until it is so;
        /// answers how many died.
        private func workAgainAndAgain(
            _ probes: Probes, until isSo: () throws -> Bool
        ) async throws -> Int {
            var deaths = 0
            var worker = try start(probes)
            try await probes.waits {
                if !worker.isRunning {
                    deaths += 1
                    worker = try start(probes)
                }
                return try isSo()
            }
            worker.send(SIGTERM)
            _ = try await worker.end(within: .seconds(40))
            return deaths
        }

        private func start(_ probes: Probes) throws -> Running {
            try Running(
                "/usr/bin/prlimit",
                [
                    "--as=\(Self.memory)", "--core=0", Program.faultWorker.path, "--flight-file",
                    probes.office.path("flights"),
                ],
                environment: probes.office.environment.merging(probes.environment) { $1 },
                in: probes.office.folder.url)
        }

        /// Puts bodies into the workers' queue under the id of the task `unreadable`.
        private func publish(_ bodies: [String], at probes: Probes) async throws {
            let publisher = Publisher(
                Topology(workers: ["reminder"]),
                settings: LinkSettings(nodes: [probes.broker], name: "test"),
                logger: Surroundings.silent.logger)
            let messages = bodies.map { body in
                Message(
                    exchange: Topology.tasks, routingKey: "reminder.nord", id: "unreadable",
                    type: "reminder.probe", attempt: 1, body: Data(body.utf8))
            }
            let nameless = Message(
                exchange: Topology.tasks, routingKey: "reminder.nord", id: "", type: "",
                attempt: 1, body: Data("?".utf8))
            #expect(await publisher.publish(messages + [nameless]).allSatisfy { $0 == .confirmed })
            await publisher.close()
        }
    }
}
