import Agreements
import Coordination
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import Logging
import Register
import Rules
import Settings
import Tasks
import Testing

@testable import Web

/// A whole site on a register of its own, asked in this process without a network.
///
/// It holds the worked example of 2013, and it is noon of 2013-03-01 unless said otherwise.
final class TestSite: Sendable {
    let register: Register
    let site: Site
    let now: Instant
    private let responder: any HTTPResponder<PageContext> & Sendable
    private let folder: URL

    init(
        on day: String = "2013-03-01", at moment: Instant? = nil,
        baseURL: String = "http://localhost:8080",
        sendsMail: Bool = false, signIn change: (inout SignInPolicy) -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "avtalt-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "register.sqlite").path
        try FileManager.default.copyItem(atPath: Self.example.get(), toPath: path)
        register = try Register.open(at: path, mode: .existing)
        let noon = Oslo.instant(of: try #require(Day(day)), hour: 12, minute: 0, second: 0)
        now = moment ?? noon
        var logger = Logger(label: "web-tests")
        logger.logLevel = .critical
        let now = now
        var settings = SiteSettings(baseURL: baseURL, language: .nb)
        settings.signIn.passwordCost = .trivial
        settings.sendsMail = sendsMail
        change(&settings.signIn)
        site = try Site(
            settings: settings, register: register,
            rules: RulebookInForce(standard: .domain) { try Rulebook.read(text: $0) },
            surroundings: Surroundings(logger: logger, clock: WallClock { now }))
        responder = site.router().buildResponder()
    }

    deinit {
        do {
            try register.close()
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("The folder \(folder.path) stays: \(error)")
        }
    }

    /// Signs somebody in without their password, and answers as whom to ask.
    func browser(as user: String?, language: Language? = nil) throws -> TestBrowser {
        guard let user else { return TestBrowser(site: self, token: nil, csrf: nil) }
        if let language {
            try register.write {
                try $0.execute(
                    sql: "UPDATE user SET language = ? WHERE id = ?",
                    arguments: [language.rawValue, user])
            }
        }
        let (token, session) = try register.write { db in
            let store = SessionStore(db)
            let token = try #require(try store.begin(user: user, method: .password, at: now))
            return (token, try store.find(token: token, at: now))
        }
        return TestBrowser(site: self, token: token, csrf: session?.csrf)
    }

    func respond(to head: HTTPRequest, body: [UInt8], from peer: String = "192.0.2.1")
        async throws -> TestReply
    {
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var logger = site.surroundings.logger
        logger[metadataKey: "hb.request.id"] = "test"
        let context = PageContext(logger: logger, peer: peer)
        let response = try await responder.respond(to: request, context: context)
        let collector = Collector()
        try await response.body.write(collector)
        return TestReply(
            status: response.status.code, headers: response.headers, body: collector.bytes.value)
    }

    /// A register with the worked example, made once for all tests and copied by each.
    private static let example = Result {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "avtalt-web-example-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "register.sqlite").path
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
        let register = try Register.open(at: path, mode: .createIfMissing)
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for name in ["Config/norway", "Tests/Examples/2013/register"] {
            try register.importFolder(
                root.appending(path: name).path, dryRun: false,
                author: Author(actor: "tests", request: "tests"),
                at: Oslo.instant(of: Day.first(of: 2013), hour: 8, minute: 0, second: 0))
        }
        // The example has nobody of these roles.
        try register.write { db in
            let deeds = StaffDeeds(
                db, author: Author(actor: "tests", request: "tests"),
                at: Oslo.instant(of: Day.first(of: 2013), hour: 8, minute: 0, second: 0))
            for (id, role) in [("c.admin", Role.administrator), ("c.revisor", .auditor)] {
                try deeds.add(
                    User(
                        id: id, name: id, email: "\(id)@avtalt.example", unit: .central,
                        role: role, isActive: true, language: .nb))
            }
        }
        try register.close()
        return path
    }
}

/// Gathers what a response writes.
private struct Collector: ResponseBodyWriter {
    final class Bytes: @unchecked Sendable { var value: [UInt8] = [] }

    let bytes = Bytes()

    mutating func write(_ buffer: ByteBuffer) async throws {
        bytes.value.append(contentsOf: buffer.readableBytesView)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
