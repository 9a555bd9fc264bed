import Foundation

/// How soon the coordinator sends the first digest of a day, and what memory it keeps, with the
/// agreements that are known of 2013.
struct CoordinatorStart {
    let folder: String

    private static let goals = (seconds: 1.0, megabytes: 80.0)
    /// No new mail for so long is the end of the day's work.
    private static let idle = 5.0
    private static let deadline = 60.0

    func run() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        var first: [Double] = []
        var resident: [Double] = []
        var peak: [Double] = []
        for turn in 0..<Series.runs {
            let day = try work("\(folder)/\(turn)")
            first.append(day.first)
            resident.append(day.resident)
            peak.append(day.peak)
        }
        Figure(
            name: "coordinator, start to first digest", value: first.sorted()[first.count / 2],
            unit: "s", goal: Self.goals.seconds
        ).show()
        Figure(
            name: "coordinator, resident when idle", value: resident.sorted()[resident.count / 2],
            unit: "MB", goal: Self.goals.megabytes,
            detail: "at most \(peak.sorted()[peak.count / 2].short) MB before"
        ).show()
    }

    private func work(_ place: String) throws -> (first: Double, resident: Double, peak: Double) {
        let register = "\(place).sqlite"
        for files in ["Config/norway", "Config/imdi-2013"] {
            _ = try Program.own("avtalt", ["import", files, "--register", register]).run()
        }
        var coordinator = Program.own("avtalt-coordinator", ["--embedded", "--register", register])
        coordinator.environment = [
            "AVTALT_NOW": "2013-03-01T07:00:00", "AVTALT_MAIL_DELIVERY": "maildir:\(place)-mail",
            "AVTALT_DOCUMENTS": "\(place)-documents",
        ]
        coordinator.errors = "\(place).log"
        let start = ContinuousClock.now
        func elapsed() -> Double { (ContinuousClock.now - start).seconds }
        let process = try coordinator.start()
        defer {
            kill(process, SIGTERM)
            waitpid(process, nil, 0)
        }
        var first: Double?
        var last = 0.0
        var count = 0
        while elapsed() < Self.deadline, first == nil || elapsed() - last < Self.idle {
            let mails = try mails(in: "\(place)-mail/new")
            if mails > count {
                first = first ?? elapsed()
                last = elapsed()
                count = mails
            }
            usleep(first == nil ? 2_000 : 50_000)
        }
        guard let first else {
            throw Program.Failure(
                name: coordinator.name,
                reason: "sent nothing in \(Self.deadline) s: "
                    + (try String(contentsOfFile: "\(place).log", encoding: .utf8)))
        }
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        return (first, memory("VmRSS", in: status), memory("VmHWM", in: status))
    }

    private func mails(in folder: String) throws -> Int {
        guard FileManager.default.fileExists(atPath: folder) else { return 0 }
        return try FileManager.default.contentsOfDirectory(atPath: folder).count
    }

    private func memory(_ name: String, in status: String) -> Double {
        let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") } ?? ""
        let kibibytes = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
        return (kibibytes * 1024).megabytes
    }
}
