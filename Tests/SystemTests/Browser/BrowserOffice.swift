import Agreements
import Foundation
import Register
import Secrets
import Tasks

/// An office with a day's work behind it, an account for each role, and agreements on their way
/// from one to another; what the browser's tests make their copies of.
struct BrowserOffice {
    /// When everything happens, as the tests' coordinators are told as well.
    static let now = "2013-03-01T07:05:00"

    private static let accounts = [
        "caseworker": "nord.saksbehandler1", "settlement_coordinator": "nord.bosetting",
        "regional_director": "nord.direktor", "head_office_analyst": "sentralt.analyse1",
        "head_office_director": "sentralt.direktor", "administrator": "sentralt.admin",
        "auditor": "sentralt.revisor", "colleague": "nord.saksbehandler2",
    ]

    private let office: Office
    private let accountsFile: String

    init() async throws {
        office = try await Office.atWork()
        let day = try await office.avtalt("run", "--on", String(Self.now.prefix(10)))
        guard day.status == 0 else { throw Office.Failed(description: day.errors) }
        let register = try Register.open(at: office.register, mode: .existing)
        let now = try WallClock.starting(at: Self.now).now()
        var people: [String: [String: String]] = [:]
        for (role, id) in Self.accounts {
            let password = "Bare til prøve \(UUID().uuidString)"
            let token = try register.write { db in
                try AccountStore(db, author: Author(actor: id, request: "tests"), at: now)
                    .setPassword(of: id, to: PasswordHash(of: password, cost: .trivial))
                return try SessionStore(db).begin(user: id, method: .password, at: now)
            }
            people[role] = ["id": id, "password": password, "session": token ?? ""]
        }
        try register.write { db in
            try Self.handOver(
                HandoverDeeds(
                    db,
                    author: .init(
                        actor: "nord.saksbehandler1", request: "tests"), at: now))
        }
        try register.close()
        accountsFile = try office.write(
            "accounts.json",
            String(decoding: try JSONEncoder().encode(people), as: UTF8.self))
        try keep()
    }

    /// One agreement that waits for the colleague's answer.
    private static func handOver(_ deeds: HandoverDeeds) throws {
        try deeds.offer(
            [.init(agreement: "NORD-2012-002", note: "Rådmannen vil ha et møte før påske.")],
            from: "nord.saksbehandler1", to: "nord.saksbehandler2", note: nil)
    }

    var url: URL { office.folder.url }

    func path(_ name: String) -> String { office.path(name) }

    /// What Tests/Browser is told.
    var environment: [String: String] {
        get throws {
            let own = [
                "AVTALT_REGISTER": office.register, "AVTALT_ACCOUNTS": accountsFile,
                "AVTALT_NOW": Self.now, "AVTALT_COORDINATOR": try Program.coordinator.path,
                "AVTALT_TOOL": try Program.avtalt.path,
            ]
            return office.environment.merging(own) { $1 }
        }
    }

    /// For whoever works on the pages and runs Tests/Browser by hand (its README.md).
    private func keep() throws {
        guard let folder = ProcessInfo.processInfo.environment["AVTALT_KEEP_OFFICE"] else { return }
        for file in [office.register, accountsFile] {
            let target = URL(filePath: folder).appending(
                path: URL(filePath: file).lastPathComponent)
            if FileManager.default.fileExists(atPath: target.path) {
                try FileManager.default.removeItem(at: target)
            }
            try FileManager.default.copyItem(at: URL(filePath: file), to: target)
        }
    }
}
