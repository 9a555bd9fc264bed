import Foundation
import Support
import Tasks
import Testing

/// The work of 2013-03-01 with the three workers as processes on a broker and a mail server that
/// counts, and what an undisturbed office has to show for the same day.
struct DayOnBroker: Sendable {
    static let day = "2013-03-01"

    let office: Office
    /// What every process is told.
    let environment: [String: String]
    private let server: SMTPServer
    private let reference: Account

    /// - Parameter settings: What processes are told beside.
    init(_ settings: [String: String] = [:]) async throws {
        office = try await Office.of2013()
        let undisturbed = try office.copy()
        let other = try SMTPServer(.accept)
        let ended = try await undisturbed.avtalt(
            "run", "--on", Self.day, environment: Self.mail(to: other))
        #expect(ended.status == 0, "\(ended.errors)")
        reference = try Account(of: undisturbed)
        server = try SMTPServer(.accept)
        let address = try await Broker.ofThisRun().virtualHost()
        environment = Self.mail(to: server)
            .merging(["AVTALT_QUEUE": Broker.url(of: address)]) { $1 }
            .merging(settings) { $1 }
    }

    private static func mail(to server: SMTPServer) -> [String: String] {
        [
            "AVTALT_MAIL_DELIVERY": "smtp://127.0.0.1:\(server.port)",
            "AVTALT_MAIL_SECURITY": "none",
        ]
    }

    // MARK: Processes

    /// Starts a worker and waits until it takes tasks.
    func start(_ program: Program, killedAt step: Failpoint? = nil) async throws -> Running {
        let file = office.path("ready-\(UUID().uuidString)")
        let running = try office.start(
            program, ["--ready-file", file], environment: environment(killedAt: step))
        try await office.waits { FileManager.default.fileExists(atPath: file) }
        return running
    }

    func startWorkers() async throws -> [Running] {
        var workers: [Running] = []
        for program in Program.workers { workers.append(try await start(program)) }
        return workers
    }

    /// Runs the day.
    func run(killedAt step: Failpoint? = nil) async throws -> Ended {
        try await office.avtalt(
            "run", "--on", Self.day, environment: environment(killedAt: step))
    }

    private func environment(killedAt step: Failpoint?) -> [String: String] {
        environment.merging(step.map { ["AVTALT_KILL_AT": $0.rawValue] } ?? [:]) { $1 }
    }

    // MARK: The reckoning

    /// How many mails went out, and how many of them with a Message-ID that had gone out before.
    func mails() -> (sent: Int, again: Int) {
        let ids = server.commands.flatMap { $0.split(separator: "\r\n") }
            .filter { $0.lowercased().hasPrefix("message-id:") }
        return (ids.count, ids.count - Set(ids).count)
    }

    /// Holds that the day came to the same as the undisturbed one, and adds its row to the table.
    func expectSame(
        number: String, _ injected: String, times: Int = 1, measured: String = ""
    ) async throws {
        let (sent, again) = mails()
        #expect(sent - again == 5)
        try await office.expectSame(
            as: reference, number: number, injected, times: times, mailsTwice: again,
            measured: measured)
    }
}

extension [Running] {
    /// Holds that each ends well when it is told to.
    func expectToStop() async throws {
        for running in self { running.send(SIGTERM) }
        for running in self {
            let ended = try await running.end(within: .seconds(40))
            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
        }
    }
}
