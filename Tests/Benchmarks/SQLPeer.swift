import Foundation
import Support

/// The same questions to `avtalt` and, as SQL written by hand, to the sqlite3 shell.
struct SQLPeer {
    let register: String
    let folder: TemporaryFolder

    private var ownAnswer: String { folder.path("own.json") }
    private var peerAnswer: String { folder.path("peer.txt") }

    func report(from: String, to: String) throws -> Program.Cost {
        try avtalt(["report", "--from", from, "--to", to])
    }

    func reportSQL(from: String, to: String) throws -> Program.Cost {
        try shell("report.sql", ["from": from, "to": to])
    }

    func notices(on day: String) throws -> Program.Cost {
        try avtalt(["notices", "--on", day])
    }

    func noticesSQL(on day: String) throws -> Program.Cost {
        try shell("notices.sql", ["on": day])
    }

    /// Says how many figures are the same in both answers; different ones throw.
    func compareReport(from: String, to: String) throws {
        _ = try report(from: from, to: to)
        _ = try reportSQL(from: from, to: to)
        let answer = ReportAnswer(try JSONSerialization.jsonObject(with: own()))
        let rows = try peerRows().map { $0.split(separator: "|", omittingEmptySubsequences: false) }
        let indicators = Set(rows.map { $0[1].prefix { $0 != "." } })
        for row in rows {
            let figures = row.dropFirst(2).map { Double($0) }
            let found = answer.figures(unit: String(row[0]), indicator: String(row[1]))
            guard found.matches(figures) else {
                throw Disagreement(
                    question: "report of \(from) to \(to)", own: "\(found)",
                    peer: row.joined(separator: "|"))
            }
        }
        print("\(rows.count) rows of \(indicators.count) indicators agree with report.sql")
    }

    /// Likewise for every notice, with its recipients.
    func compareNotices(on day: String) throws {
        _ = try notices(on: day)
        _ = try noticesSQL(on: day)
        let notices = try JSONDecoder().decode([NoticeAnswer].self, from: own()).map(\.row)
        let rows = try peerRows()
        guard notices == rows else {
            let own = Set(notices)
            let peer = Set(rows)
            throw Disagreement(
                question: "notices of \(day)", own: own.subtracting(peer).min() ?? "",
                peer: peer.subtracting(own).min() ?? "")
        }
        print("\(rows.count) notices of \(day) agree with notices.sql")
    }

    private func own() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: ownAnswer)) }

    private func peerRows() throws -> [String] {
        try String(contentsOfFile: peerAnswer, encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    private func avtalt(_ arguments: [String]) throws -> Program.Cost {
        var program = Program.own(
            "avtalt", arguments + ["--format", "json", "--register", register])
        program.output = ownAnswer
        return try program.run()
    }

    private func shell(_ script: String, _ parameters: [String: String]) throws -> Program.Cost {
        let settings = parameters.flatMap {
            ["-cmd", ".parameter set :\($0.key) \"'\($0.value)'\""]
        }
        var program = Program(
            name: "sqlite3",
            arguments: ["-readonly", "-bail"] + settings
                + [register, ".read Tests/Benchmarks/\(script)"])
        program.output = peerAnswer
        return try program.run()
    }

    /// Two answers to one question.
    struct Disagreement: Error, CustomStringConvertible {
        let question: String
        let own: String
        let peer: String

        var description: String {
            "The \(question) differs: avtalt says «\(own)», the SQL «\(peer)»."
        }
    }
}

/// A notice as `avtalt notices --format json` writes it.
private struct NoticeAnswer: Decodable {
    let rule: String
    let subject: String
    let dueOn: String
    let stage: Int
    let recipients: [String]

    enum CodingKeys: String, CodingKey {
        case rule, subject, stage, recipients
        case dueOn = "due_on"
    }

    var row: String {
        "\(rule)|\(subject)|\(dueOn)|\(stage)|\(recipients.joined(separator: ","))"
    }
}

/// A report as `avtalt report --format json` writes it.
private struct ReportAnswer {
    private let units: [String: Any]

    init(_ answer: Any) {
        let members = answer as? [String: Any] ?? [:]
        units = (members["units"] as? [String: Any] ?? [:])
            .merging(["total": members["total"] ?? [:]]) { unit, _ in unit }
    }

    /// In the order of report.sql, whose indicator is a path such as `activities.kind.visit`.
    func figures(unit: String, indicator: String) -> [Double?] {
        var path = indicator.split(separator: ".").map(String.init)
        var value = units[unit]
        value = (value as? [String: Any])?[path.removeFirst()]
        if path.count == 1 { path.insert("scheme", at: 0) }
        if !path.isEmpty { value = (value as? [String: Any])?["by"] }
        for name in path { value = (value as? [String: Any])?[name] }
        if let number = value as? NSNumber { return [number.doubleValue] }
        let members = value as? [String: Any] ?? [:]
        func number(_ name: String) -> Double? { (members[name] as? NSNumber)?.doubleValue }
        if members["requested"] != nil {
            return ["requested", "decided", "settled"].map(number)
        }
        if members["numerator"] != nil { return ["numerator", "denominator"].map(number) }
        if members["n"] != nil { return ["value", "n"].map(number) }
        if members["up_to_30"] != nil {
            return ["value", "up_to_30", "31_to_90", "over_90"].map(number)
        }
        let kinds = (members["by"] as? [String: Any])?["kind"] as? [String: NSNumber] ?? [:]
        guard indicator == "agreements_in_force" else { return [number("value")] }
        return [number("value")]
            + ["municipal", "sector", "voluntary"].map { kinds[$0]?.doubleValue ?? 0 }
    }
}

extension [Double?] {
    /// SQLite adds means up in another order.
    fileprivate func matches(_ others: [Double?]) -> Bool {
        count == others.count
            && zip(self, others).allSatisfy { abs(($0 ?? 0) - ($1 ?? 0)) < 1e-9 }
    }
}
