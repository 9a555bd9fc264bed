import Foundation
import Support

/// A register with its mail and its documents in a folder of its own, and the two programs at work
/// on it.
final class Office: Sendable {
    let folder: TemporaryFolder

    /// The top of the source tree.
    static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// How long one process may take, on a machine with much else to do.
    static let limit = Duration.seconds(90)

    init() throws {
        folder = try TemporaryFolder()
    }

    /// An office with the agreements of 2013 in its register.
    static func of2013() async throws -> Office {
        let office = try Office()
        for name in ["norway", "imdi-2013"] {
            let ended = try await office.avtalt("import", config(name))
            guard ended.status == 0 else { throw Failed(description: ended.errors) }
        }
        return office
    }

    /// The same with two years of made-up work.
    static func atWork() async throws -> Office {
        let office = try await of2013()
        for call in [["demo", "demo"], ["import", "demo"]] {
            let ended = try await office.run(.avtalt, call)
            guard ended.status == 0 else { throw Failed(description: ended.errors) }
        }
        return office
    }

    /// A preparation that did not succeed.
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Another office with a copy of the register; nothing may be at work on this one.
    func copy() throws -> Office {
        let other = try Office()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        where name.hasPrefix("register.sqlite") {
            try FileManager.default.copyItem(atPath: path(name), toPath: other.path(name))
        }
        return other
    }

    static func config(_ name: String) -> String {
        sources.appendingPathComponent("Config/\(name)").path
    }

    func path(_ name: String) -> String { folder.path(name) }

    var register: String { path("register.sqlite") }

    /// Writes a file of the office's folder.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let url = folder.url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    /// Runs `avtalt` to its end.
    @discardableResult
    func avtalt(
        _ arguments: String..., environment: [String: String] = [:], killedAfter: Duration? = nil
    ) async throws -> Ended {
        try await run(
            .avtalt, arguments, environment: environment, killedAfter: killedAfter)
    }

    /// Runs a program to its end.
    @discardableResult
    func run(
        _ program: Program, _ arguments: [String], environment: [String: String] = [:],
        killedAfter: Duration? = nil, within limit: Duration = Office.limit
    ) async throws -> Ended {
        try await start(program, arguments, environment: environment)
            .end(killedAfter: killedAfter, within: limit)
    }

    func start(
        _ program: Program, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Running {
        try Running(
            try program.path, arguments,
            environment: self.environment.merging(environment) { $1 }, in: folder.url)
    }

    var environment: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "HOME": folder.url.path,
            "SWIFT_BACKTRACE": "enable=no",
            // A PDF takes seconds; the tests that look at one say so.
            "AVTALT_PDF_PROGRAM": "none",
            "AVTALT_REGISTER": register,
            "AVTALT_DOCUMENTS": path("documents"),
            "AVTALT_MAIL_DELIVERY": "maildir:\(path("mail"))",
            "AVTALT_REFERENCE_DATA": Self.config("norway"),
        ]
    }

    /// The mails that lie in the mail folder.
    func mails() throws -> [String] {
        let folder = path("mail/new")
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}

extension Office {
    /// Every file of an export of the register.
    func export() async throws -> [String: Data] {
        let name = "export-\(UUID().uuidString)"
        let ended = try await avtalt("export", path(name))
        guard ended.status == 0 else { throw Failed(description: ended.errors) }
        return Account.files(in: path(name))
    }
}
