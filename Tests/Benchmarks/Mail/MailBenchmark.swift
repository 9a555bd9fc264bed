import Agreements
import Foundation
import GRDB
import Register
import Support

/// A day's digests through SMTP on the loopback, one for each of so many people: how fast they go,
/// and that none is lost or doubled when the worker is killed on the way.
struct MailBenchmark {
    let people: Int

    private static let goal = 60.0
    private static let kills = 10
    private static let slots = 8
    private static let deadline = Duration.seconds(900)

    private var digests: ManyDigests { ManyDigests(people: people) }

    /// How fast mails go, and what becomes of them while their worker is killed.
    func runAll() async throws {
        try await run()
        try await runWithKills()
    }

    /// By `avtalt run` alone: planned, written, handed over and recorded.
    func run() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("register.sqlite")
        try digests.fill(path)
        let server = try await MailServer.start(options: [], python: "bench")
        defer { server.stop() }
        var program = Program.own("avtalt", ["run", "--on", ManyDigests.day])
        program.environment = environment(folder, server)
        program.output = folder.path("output")
        let cost = try program.run()
        let mails = try server.mails
        let reckoning = digests.reckoning(of: mails)
        guard reckoning == MailReckoning(asked: people, arrived: people) else {
            throw Program.Failure(name: "avtalt run", reason: "sent other mails: \(reckoning)")
        }
        Figure(
            name: "\(people) digests through SMTP", value: cost.seconds, unit: "s",
            goal: Self.goal,
            detail: """
                \((Double(people) / cost.seconds).short) a second over \
                \(Set(mails.map(\.session)).count) connections, processor \
                \(cost.processorSeconds.short) s, memory \(cost.peak.megabytes.short) MB
                """
        ).show()
    }

    /// By a coordinator and a reminder worker on a broker; the worker is killed ten times.
    func runWithKills() async throws {
        let folder = try TemporaryFolder()
        try digests.fill(folder.path("register.sqlite"))
        let server = try await MailServer.start(options: [], python: "bench")
        defer { server.stop() }
        let broker = try await Broker()
        let queue = Broker.url(of: try await broker.virtualHost())
        let begun = ContinuousClock.now
        func start(_ name: String, _ arguments: [String] = []) throws -> pid_t {
            var program = Program.own(name, arguments)
            program.environment = environment(folder, server)
                .merging(ManyDigests.environment(slots: Self.slots, since: begun)) { $1 }
                .merging(["AVTALT_QUEUE": queue]) { $1 }
            program.errors = folder.path("\(name).log")
            return try program.start()
        }
        let coordinator = try start("avtalt-coordinator")
        defer { end(coordinator, SIGTERM) }
        let worker = try await KilledSender(
            server: server, mails: people, kills: Self.kills, deadline: Self.deadline
        ).run {
            try start("reminder-worker")
        } kill: {
            end($0, SIGKILL)
        }
        defer { end(worker, SIGTERM) }
        try await digests.waitUntilRecorded(
            in: folder.path("register.sqlite"), within: Self.deadline)
        let seconds = begun.duration(to: .now).seconds
        show(digests.reckoning(of: try server.mails), seconds)
        try await broker.end()
    }

    private func show(_ reckoning: MailReckoning, _ seconds: Double) {
        let most = Self.kills * Self.slots
        print(
            """
            \(people) digests, worker killed \(Self.kills) times: \(reckoning), in \
            \(seconds.short) s with the waits for \(Self.kills) leases
            """)
        Figure(
            name: "mails lost", value: Double(reckoning.lost), unit: "mails", goal: 0
        ).show()
        Figure(
            name: "mails doubled under another Message-ID", value: Double(reckoning.doubled),
            unit: "mails", goal: 0
        ).show()
        Figure(
            name: "mails again under the same Message-ID", value: Double(reckoning.again),
            unit: "mails", goal: Double(most),
            detail: "one for each of \(Self.slots) slots and kill at most"
        ).show()
    }

    private func environment(_ folder: TemporaryFolder, _ server: MailServer) -> [String: String] {
        [
            "AVTALT_REGISTER": folder.path("register.sqlite"),
            "AVTALT_DOCUMENTS": folder.path("documents"), "AVTALT_PDF_PROGRAM": "none",
            "AVTALT_MAIL_DELIVERY": "smtp://127.0.0.1:\(server.port)",
            "AVTALT_MAIL_SECURITY": "none",
        ]
    }

    private func end(_ process: pid_t, _ signal: Int32) {
        kill(process, signal)
        waitpid(process, nil, 0)
    }
}
