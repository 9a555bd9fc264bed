import Agreements
import Foundation
import GRDB
import Register
import Settings
import Support
import Tasks
import Testing

/// An office whose register asks for probes, and what became of them, seen from outside: the tasks
/// of the register on one side, the ledger that workers write on the other.
struct Probes: Sendable {
    static let kind = TaskKind(rawValue: "reminder.probe")

    let office: Office
    let broker: BrokerAddress
    /// What every process of the office is told.
    let environment: [String: String]

    /// - Parameters:
    ///   - settings: What processes are told beside, such as `AVTALT_COORDINATOR_LEASE_SECONDS`.
    ///   - broker: Where the queue is; a virtual host of its own at the test run's broker if left
    ///     out.
    init(_ settings: [String: String] = [:], at broker: BrokerAddress? = nil) async throws {
        office = try Office()
        if let broker {
            self.broker = broker
        } else {
            self.broker = try await Broker.ofThisRun().virtualHost()
        }
        environment = [
            "AVTALT_QUEUE": Broker.url(of: self.broker), "PROBE_LEDGER": office.path("ledger"),
        ].merging(settings) { $1 }
        try Register.open(at: office.register, mode: .createIfMissing).close()
    }

    // MARK: Asking

    static func probe(
        _ name: String, _ wish: String = "nothing", seconds: Double = 0, version: Int = 1,
        kind: TaskKind = Probes.kind, dueAt: Instant = WallClock.system.now()
    ) -> NewTask {
        NewTask(
            id: TaskID(name), kind: kind, schemaVersion: version, unit: .nord, subject: name,
            dueAt: dueAt, payload: Data(#"{"do": "\#(wish)", "seconds": \#(seconds)}"#.utf8))
    }

    /// Probes named `prefix-1` and so on.
    static func probes(
        _ count: Int, _ prefix: String, _ wish: String = "nothing", seconds: Double = 0
    ) -> [NewTask] {
        (1...count).map { probe("\(prefix)-\($0)", wish, seconds: seconds) }
    }

    /// Plans tasks as any tool does that has the register.
    func ask(_ tasks: [NewTask]) throws {
        let register = try Register.open(at: office.register, mode: .existing)
        try register.write { db in
            _ = try TaskStore(db).plan(tasks, at: WallClock.system.now())
        }
        try register.close()
    }

    // MARK: Working

    /// What a worker is told that is to do so many tasks at the same time.
    static func tasksAtOnce(_ count: Int) -> [String: String] {
        ["AVTALT_WORKER_CONCURRENCY": "\(count)", "AVTALT_WORKER_PREFETCH": "\(count * 2)"]
    }

    func startCoordinator(
        _ arguments: [String] = [], environment more: [String: String] = [:]
    ) throws -> Running {
        try office.start(
            .coordinator, arguments, environment: environment.merging(more) { $1 })
    }

    /// Starts a worker and waits until it takes tasks.
    func startWorker(
        _ arguments: [String] = [], environment more: [String: String] = [:]
    ) async throws -> Running {
        let file = office.path("ready-\(UUID().uuidString)")
        let running = try office.start(
            .faultWorker, ["--ready-file", file] + arguments,
            environment: environment.merging(more) { $1 })
        try await office.waits {
            guard running.isRunning else {
                throw Office.Failed(description: try running.errorsSoFar())
            }
            return FileManager.default.fileExists(atPath: file)
        }
        return running
    }

    // MARK: What became of them

    /// A task as the register has it.
    struct Fate: Sendable {
        let phase: String
        let attempt: Int
        let crashes: Int
        let reason: String
        /// How often it was recorded as done.
        let timesDone: Int
    }

    func fates() throws -> [String: Fate] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, state, attempt, crashes, coalesce(last_error, ''),
                        (SELECT count(*) FROM task_event WHERE task = task.key AND name = 'done')
                    FROM task WHERE kind LIKE 'reminder.%'
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    (
                        row[0],
                        Fate(
                            phase: row[1], attempt: row[2], crashes: row[3], reason: row[4],
                            timesDone: row[5])
                    )
                })
        }
    }

    /// How many tasks are in a phase.
    func count(_ phase: TaskState.Phase) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM task WHERE kind LIKE 'reminder.%' AND state = ?",
                arguments: [phase.rawValue]) ?? 0
        }
    }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: office.register, configuration: configuration)
        defer { withExtendedLifetime(queue) {} }
        return try queue.read(body)
    }

    /// How often each probe was begun, as workers noted it.
    func ledger() throws -> [String: Int] {
        let path = office.path("ledger")
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        var times: [String: Int] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            times[String(line.prefix { $0 != " " }), default: 0] += 1
        }
        return times
    }

    func waits(within limit: Duration = Office.limit, until isSo: () throws -> Bool) async throws {
        let end = ContinuousClock.now + limit
        while try !isSo() {
            guard ContinuousClock.now < end else {
                let left = try fates().filter { $0.value.phase != "done" }
                throw Office.Failed(description: "It took longer than \(limit): \(left)")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Waits until so many are done.
    func waitsUntilDone(_ count: Int, within limit: Duration = Office.limit) async throws {
        try await waits(within: limit) { try self.count(.done) == count }
    }

    /// What was asked against what was done.
    struct Reckoning: Sendable {
        var asked = 0
        /// Asked for, and not done on the register or not by any worker.
        var lost: [String] = []
        /// Recorded as done more than once.
        var doubled: [String] = []
        /// Begun more than once by workers, which a crash allows.
        var repeated: [String] = []
        /// Done without having been asked for.
        var unexpected: [String] = []
    }

    func reckoning(of asked: [NewTask]) throws -> Reckoning {
        let (fates, ledger) = (try fates(), try ledger())
        let names = Set(asked.map(\.id.text))
        return Reckoning(
            asked: names.count,
            lost: names.filter { fates[$0]?.phase != "done" || ledger[$0] == nil }.sorted(),
            doubled: fates.filter { $0.value.timesDone > 1 }.keys.sorted(),
            repeated: ledger.filter { $0.value > 1 }.keys.sorted(),
            unexpected: ledger.keys.filter { fates[$0] == nil }.sorted())
    }

    /// Holds that all of these were done, each once on the register, and that it is sound; adds the
    /// row to the table of faults.
    func expectDone(
        _ asked: [NewTask], number: String, _ injected: String, times: Int = 1,
        measured: String = ""
    ) async throws {
        let reckoning = try reckoning(of: asked)
        #expect(reckoning.lost == [])
        #expect(reckoning.doubled == [])
        #expect(reckoning.unexpected == [])
        try await office.expectSound()
        try FaultTable.record(
            FaultRow(
                number: number, injected: injected, times: times, asked: reckoning.asked,
                lost: reckoning.lost.count, doubled: reckoning.doubled.count, measured: measured))
    }
}

extension Office {
    /// Holds that `avtalt check` finds nothing.
    func expectSound() async throws {
        let check = try await avtalt("check")
        #expect(check.status == 0, "\(check.text)\(check.errors)")
    }

    /// Holds that this office has to show what an undisturbed one has, and is sound; adds the row
    /// to the table of faults.
    ///
    /// - Parameter mails: How many mails went out more than once, where a server has counted.
    func expectSame(
        as reference: Account, number: String, _ injected: String, times: Int = 1,
        mailsTwice: Int? = 0, measured: String = ""
    ) async throws {
        let account = try Account(of: self)
        let differences = account.differences(from: reference)
        #expect(differences == [])
        try await expectSound()
        try FaultTable.record(
            FaultRow(
                number: number, injected: injected, times: times, asked: reference.count("task"),
                lost: differences.count { $0.hasPrefix("lost") || $0.contains("different") },
                doubled: differences.count { $0.hasPrefix("unexpected") },
                doubledMails: mailsTwice, measured: measured))
    }
}

extension Running {
    /// Tells it to end and waits until it has.
    func stop(_ signal: Int32 = SIGTERM) async throws -> Ended {
        send(signal)
        // One that is killed after a long life has not taken too long.
        return signal == SIGKILL
            ? try await end(killedAfter: .zero, within: .seconds(40))
            : try await end(within: .seconds(40))
    }

    /// Tells it to end, and says what it said where it does not end well.
    func stopWell(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let ended = try await stop()
        #expect(
            ended.status == 0 && !ended.wasKilled, "\(ended)", sourceLocation: sourceLocation)
    }

    /// A line of `/proc/PID/status` in kilobytes, such as `VmRSS`.
    func memory(_ key: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(key):") }
        return line.flatMap { $0.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } }
            ?? 0
    }
}
