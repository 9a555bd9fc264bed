import Agreements
import Coordination
import Foundation
import Register
import Rules
import Support

/// A random register, imported on top of the reference data of Config/norway.
struct GeneratedRegister {
    private let register: Register
    /// Gone with the last copy of the value, and the register's file with it.
    private let folder: TemporaryFolder

    private static let norway = Python.checkout.appendingPathComponent("Config/norway").path

    private var files: String { folder.path("files") }

    init(_ random: RandomRegister) throws {
        folder = try TemporaryFolder()
        register = try Register.open(at: folder.path("register.sqlite"), mode: .createIfMissing)
        _ = try Python.run(
            "generate.py", random.arguments(out: files), in: folder.url)
        for path in [Self.norway, files] {
            try register.importFolder(
                path, dryRun: false, author: Author(actor: "avtalt", request: "oracle"),
                at: Instant(milliseconds: 0))
        }
    }

    func facts(for scope: FactsScope) throws -> Facts { try register.facts(for: scope) }

    /// What the planner loads for a run.
    func facts(forNoticesOf day: Day, after lastRun: Day?) throws -> Facts {
        try register.read { try Facts(forNoticesOf: day, after: lastRun, .domain, in: $0) }
    }

    /// The oracle's answers, in the order of the questions.
    func ask(_ questions: [Question]) throws -> [Any] {
        let lines = try questions.map { question in
            String(decoding: try JSONEncoder().encode(question.words), as: UTF8.self) + "\n"
        }
        let output = try Python.run(
            "oracle.py", [Self.norway, files], input: lines.joined(), in: folder.url)
        return try output.split(separator: UInt8(ascii: "\n")).map {
            try JSONSerialization.jsonObject(with: Data($0), options: .fragmentsAllowed)
        }
    }
}

/// A question that oracle.py answers.
enum Question {
    case report(Period)
    case notices(Period)
    case requirements(on: Day)

    /// As oracle.py reads it.
    var words: [String] {
        switch self {
        case .report(let period): ["report", "\(period.from)", "\(period.to)"]
        case .notices(let period): ["notices", "\(period.from)", "\(period.to)"]
        case .requirements(let day): ["requirements", "\(day)"]
        }
    }
}
