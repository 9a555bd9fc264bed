import Foundation
import GRDB
import Support
import Tasks
import Testing

extension SystemTests {
    /// A disk without room, and a register that somebody else holds.
    @Suite struct DiskFaults {
        private static let day = "2013-03-01"
        /// Ten seconds before the day is planned.
        private static let before = ["AVTALT_NOW": "2013-03-01T06:59:50"]

        /// Where the system does not let this account mount a disk, the interposer's test below
        /// shows the same.
        @Test(.enabled(if: SmallDisk.isAllowed))
        func `fault 20: the disk under the register is full when the day is planned`()
            async throws
        {
            let (office, reference) = try await prepare()
            let disk = try await SmallDisk(of: 64, in: office)
            try disk.put(office.register, as: "register.sqlite")

            let coordinator = try disk.start(
                .coordinator, ["--embedded", "--register", "\(disk.path)/register.sqlite"],
                environment: Self.before)
            try await office.waits { try coordinator.hasSaid("Worker takes tasks") }
            try disk.fill()
            try await office.waits { try coordinator.hasSaid("The day is not planned") }
            let mails = try office.mails()
            try disk.makeRoom()
            try await office.waits { try office.mails().count == reference.count("mail") }
            let ended = try await coordinator.stop()
            try await disk.giveBack("register.sqlite")
            let rest = try await office.avtalt("run", "--on", Self.day)

            #expect(mails == [])
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(rest.status == 0, "\(rest.errors)")
            try await office.expectSame(
                as: reference, number: "20", "a disk of 64 MB full at the hour of planning")
        }

        @Test(.enabled(if: SmallDisk.isAllowed))
        func `fault 20: the disk under the register is full when results come`() async throws {
            let probes = try await Probes()
            let disk = try await SmallDisk(of: 16, in: probes.office)
            let asked = Probes.probes(12, "task", "sleep", seconds: 2)
            try probes.ask(asked)
            try disk.put(probes.office.register, as: "register.sqlite")

            let coordinator = try disk.start(
                .coordinator, ["--register", "\(disk.path)/register.sqlite"],
                environment: probes.environment)
            let worker = try await probes.startWorker()
            try await probes.waits { try probes.ledger().count >= 4 }
            try disk.fill()
            try await probes.waits { try coordinator.hasSaid("Reports are not recorded") }
            try await probes.waits { try probes.ledger().count >= 8 }
            try disk.makeRoom()
            try await probes.waits { try probes.ledger().count == asked.count }
            try await Task.sleep(for: .seconds(3))
            let ended = try await coordinator.stop()
            _ = try await worker.stop()
            try await disk.giveBack("register.sqlite")

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "20", "a disk of 16 MB full while results come in")
        }

        @Test func `fault 20: writes to the register find no room when the day is planned`()
            async throws
        {
            let (office, reference) = try await prepare()
            let place = try TemporaryFolder()
            let interposer = try await Interposer(
                watching: office.folder.url.path, in: place.url.path)

            let coordinator = try office.start(
                .coordinator, ["--embedded"],
                environment: Self.before.merging(interposer.environment) { $1 })
            try await office.waits { try coordinator.hasSaid("Worker takes tasks") }
            try interposer.setFull(true)
            try await office.waits { try coordinator.hasSaid("The day is not planned") }
            try interposer.setFull(false)
            try await office.waits { try office.mails().count == reference.count("mail") }
            let ended = try await coordinator.stop()
            let rest = try await office.avtalt("run", "--on", Self.day)

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(rest.status == 0, "\(rest.errors)")
            try await office.expectSame(
                as: reference, number: "20", "ENOSPC at each write to the register")
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 21: somebody holds the register for 30 seconds`() async throws {
            let probes = try await Probes([
                "AVTALT_COORDINATOR_LEASE_SECONDS": "20", "AVTALT_WORKER_CONCURRENCY": "8",
            ])
            let asked =
                Probes.probes(4, "long", "sleep", seconds: 45)
                + Probes.probes(40, "short", "sleep", seconds: 1)
            try probes.ask(asked)
            let coordinator = try probes.startCoordinator()
            let worker = try await probes.startWorker()
            try await probes.waits { try probes.count(.done) >= 4 }

            try await hold(probes.office.register, for: .seconds(30))
            try await probes.waitsUntilDone(asked.count)
            let ended = try await coordinator.stop()
            _ = try await worker.stop()

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.errors.contains("is being written to by another process"))
            #expect(try probes.fates().values.allSatisfy { $0.crashes == 0 })
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "21", "the register's lock held for 30 s under load")
        }

        @Test(.enabled(if: FaultTable.wantsLongOnes))
        func `fault 21: somebody holds the register for 30 seconds when the day is planned`()
            async throws
        {
            let (office, reference) = try await prepare()
            let coordinator = try office.start(
                .coordinator, ["--embedded"], environment: Self.before)
            try await office.waits { try coordinator.hasSaid("Worker takes tasks") }

            try await hold(office.register, for: .seconds(30))
            try await office.waits { try office.mails().count == reference.count("mail") }
            let ended = try await coordinator.stop()
            let rest = try await office.avtalt("run", "--on", Self.day)

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(rest.status == 0, "\(rest.errors)")
            try await office.expectSame(
                as: reference, number: "21", "the register's lock held at the hour of planning")
        }

        private func hold(_ register: String, for span: Duration) async throws {
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            configuration.busyMode = .timeout(30)
            let queue = try DatabaseQueue(path: register, configuration: configuration)
            try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            try await Task.sleep(for: span)
            try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            try queue.close()
        }

        private func prepare() async throws -> (Office, Account) {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", Self.day)
            return (office, try Account(of: undisturbed))
        }
    }
}

extension Running {
    /// Whether its log holds the words.
    func hasSaid(_ words: String) throws -> Bool { try errorsSoFar().contains(words) }
}
