import Foundation
import GRDB
import Support
import Testing

extension SystemTests {
    /// Two coordinators of one register.
    @Suite struct TermFaults {
        @Test func `fault 24: a coordinator that was asleep finds another in its place`()
            async throws
        {
            let probes = try await Probes(["AVTALT_WORKER_CONCURRENCY": "4"])
            let asked = Probes.probes(200, "task", "sleep", seconds: 0.1)
            try probes.ask(asked)
            let worker = try await probes.startWorker()
            let old = try probes.startCoordinator()
            try await probes.waits { try probes.count(.done) >= 20 }

            try await old.stopBetweenWrites(to: probes.office.register)
            try FileManager.default.removeItem(
                atPath: "\(probes.office.register)-coordinator")
            let new = try probes.startCoordinator()
            try await probes.waits { try probes.count(.done) >= 60 }
            old.send(SIGCONT)
            let superseded = try await old.end(within: .seconds(40))
            try await probes.waitsUntilDone(asked.count)
            let ended = try await new.stop()
            _ = try await worker.stop()

            #expect(superseded.status == 75 && !superseded.wasKilled)
            #expect(
                superseded.errors.contains(
                    "A coordinator has begun term 2 and this one is of term 1: stop it."),
                "\(superseded.errors)")
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try probes.reckoning(of: asked).repeated == [])
            try await probes.expectDone(
                asked, number: "24", "an old coordinator resumed beside a new one, on a broker")
        }

        @Test func `fault 24: an embedded coordinator that was asleep does nothing more`()
            async throws
        {
            let office = try await Office.of2013()
            let undisturbed = try office.copy()
            try await undisturbed.avtalt("run", "--on", "2013-03-01")
            let morning = ["AVTALT_NOW": "2013-03-01T07:00:00"]

            let old = try office.start(.coordinator, ["--embedded"], environment: morning)
            try await office.waits { try !office.mails().isEmpty }
            try await old.stopBetweenWrites(to: office.register)
            try FileManager.default.removeItem(atPath: "\(office.register)-coordinator")
            let day = try await office.avtalt("run", "--on", "2013-03-01")
            try #require(day.status == 0, "\(day.errors)")
            old.send(SIGCONT)
            let superseded = try await old.end(within: .seconds(40))

            #expect(superseded.status == 75 && !superseded.wasKilled, "\(superseded.errors)")
            #expect(superseded.errors.contains("stop it."), "\(superseded.errors)")
            try await office.expectSame(
                as: Account(of: undisturbed), number: "24",
                "an old embedded coordinator resumed after a new one's day")
        }
    }
}

extension Running {
    /// Stops the process (SIGSTOP) while it holds no lock on the register.
    fileprivate func stopBetweenWrites(to register: String) async throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(0.1)
        let queue = try DatabaseQueue(path: register, configuration: configuration)
        while true {
            send(SIGSTOP)
            while try !isStopped { try await Task.sleep(for: .milliseconds(1)) }
            do {
                try queue.inTransaction(.immediate) { _ in .rollback }
                break
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                send(SIGCONT)
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        try queue.close()
    }

    /// Whether all its threads are; a signal takes its time to reach them.
    private var isStopped: Bool {
        get throws {
            let folder = "/proc/\(processID)/task"
            return try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy {
                let text = try String(contentsOfFile: "\(folder)/\($0)/stat", encoding: .utf8)
                // The name before the state may hold spaces and brackets itself.
                return text.split(separator: ") ").last?.first == "T"
            }
        }
    }
}
