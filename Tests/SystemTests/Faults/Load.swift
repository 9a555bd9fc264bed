import Agreements
import Foundation
import Register
import Settings
import Support
import Tasks
import Testing

/// Probes by the thousand, with a coordinator and two workers at them, while something happens to
/// the broker or to the network.
struct Load {
    let probes: Probes
    private(set) var asked: [NewTask] = []
    private var processes: [Running] = []

    /// - Parameter settings: What processes are told beside.
    init(at broker: BrokerAddress? = nil, _ settings: [String: String] = [:]) async throws {
        probes = try await Probes(settings, at: broker)
    }

    /// Asks for so many probes.
    mutating func ask(_ count: Int, _ wish: String = "nothing", seconds: Double = 0) throws {
        let tasks = Probes.probes(count, "probe-\(asked.count)", wish, seconds: seconds)
        try probes.ask(tasks)
        asked += tasks
    }

    mutating func start() async throws {
        processes.append(try probes.startCoordinator())
        for _ in 1...2 { processes.append(try await probes.startWorker()) }
    }

    /// Waits until so many are done in all.
    func waits(for count: Int, within limit: Duration = .seconds(240)) async throws {
        try await probes.waits(within: limit) { try probes.count(.done) >= count }
    }

    /// How many are done so far.
    func done() throws -> Int { try probes.count(.done) }

    /// How long it takes until more are done than now.
    func timeUntilFlow(within limit: Duration = .seconds(120)) async throws -> Duration {
        let begin = ContinuousClock.now
        let before = try done()
        try await probes.waits(within: limit) { try probes.count(.done) > before }
        return begin.duration(to: .now)
    }

    /// Waits until all are done, and holds that each was done once and that every process is there
    /// and ends well when it is told to. Answers what they have logged, the coordinator's first.
    ///
    /// - Parameter mayLoseReports: Whether the broker has lost what it held, and with it reports:
    ///   then a task is begun again when its lease has run out, which counts as a crash.
    @discardableResult
    func finish(
        number: String, _ injected: String, times: Int = 1, measured: String = "",
        mayLoseReports: Bool = false, within limit: Duration = .seconds(240)
    ) async throws -> [String] {
        try await waits(for: asked.count, within: limit)
        var logs: [String] = []
        for process in processes { process.send(SIGTERM) }
        for process in processes {
            let ended = try await process.end(within: .seconds(60))
            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors.suffix(2000))")
            logs.append(ended.errors)
        }
        let repeated = try probes.reckoning(of: asked).repeated.count
        let crashes = try probes.fates().values.reduce(0) { $0 + $1.crashes }
        let figures = [measured, repeated > 0 ? "\(repeated) begun again" : ""]
        try await probes.expectDone(
            asked, number: number, injected, times: times,
            measured: figures.filter { !$0.isEmpty }.joined(separator: ", "))
        #expect(crashes == 0 || mayLoseReports, "no worker has died")
        return logs
    }
}

extension Probes {
    /// A probe whose message is larger than so many bytes.
    static func large(_ name: String, bytes: Int) -> NewTask {
        var task = probe(name)
        let padding = String(repeating: "x", count: bytes)
        task.payload = Data(#"{"do": "nothing", "padding": "\#(padding)"}"#.utf8)
        return task
    }
}

extension Duration {
    /// `9.1 s`.
    var inSeconds: String {
        let (seconds, attoseconds) = components
        return "\(seconds).\(attoseconds / 100_000_000_000_000_000) s"
    }
}
