import Agreements
import Coordination
import Foundation
import GRDB
import Register
import Rules
import Settings
import Testing

@testable import Web

/// Tokens, the audit trail, rules, imports and units.
struct AdministrationTests {
    private static let path = "/administration"

    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    // MARK: Tokens

    @Test func `a token is shown once, and holds until it is revoked`() async throws {
        let administrator = try site.browser(as: "c.admin")

        let made = try await administrator.post(
            "\(Self.path)/tokens",
            ["name": "Styringsverktøyet", "days": "30", "role": "auditor", "unit": "central"])
        let secret = String(
            try #require(made.text.firstMatch(of: #/readonly value="([^"]+)"/#)).1)
        let found = try site.register.read { try APIToken.find(secret, at: site.now, in: $0) }
        let list = try await administrator.get("\(Self.path)/tokens")
        let revoked = try await administrator.post("\(Self.path)/tokens/token-1/revoke", [:])
        let after = try site.register.read { try APIToken.find(secret, at: site.now, in: $0) }

        #expect(found == APIToken(id: "token-1", role: .auditor, unit: .central))
        #expect(list.text.contains("Styringsverktøyet"))
        #expect(!list.text.contains(secret))
        #expect(revoked.status == 303)
        #expect(after == nil)
    }

    @Test func `a caseworker makes tokens with their own rights, and ends no other's`()
        async throws
    {
        let caseworker = try site.browser(as: "nord.sb0")
        _ = try await site.browser(as: "c.admin").post(
            "\(Self.path)/tokens",
            ["name": "A", "days": "30", "role": "auditor", "unit": "central"])

        let made = try await caseworker.post(
            "\(Self.path)/tokens",
            ["name": "B", "days": "30", "role": "administrator", "unit": "central"])
        let foreign = try await caseworker.post("\(Self.path)/tokens/token-1/revoke", [:])
        let list = try await caseworker.get("\(Self.path)/tokens")

        let tokens = try site.register.read { try TokenStore.list(of: "nord.sb0", in: $0) }
        #expect(made.status == 200)
        #expect(tokens.map(\.role) == [.caseworker])
        #expect(tokens.map(\.unit) == [.nord])
        #expect(foreign.status == 404)
        #expect(!list.text.contains("token-1"))
    }

    // MARK: The audit trail

    @Test func `the trail is searched by text, by who, and by day`() async throws {
        let administrator = try site.browser(as: "c.admin")
        try site.register.write { db in
            let trail = AuditTrail(
                db, author: Author(actor: "nord.sb0", request: "r-1"), at: site.now)
            try trail.recordEvent(
                entity: "import", subject: "100 %_\\<b>", details: ["what": "Særskilt"])
        }

        let all = try await administrator.get("\(Self.path)/audit?actor=nord.sb0")
        let text = try await administrator.get("\(Self.path)/audit?q=100%20%25_%5C")
        let other = try await administrator.get("\(Self.path)/audit?q=ingenting-slikt")
        let late = try await administrator.get("\(Self.path)/audit?actor=nord.sb0&from=2013-03-02")

        #expect(all.text.contains("what: Særskilt"))
        #expect(all.text.contains("100 %_\\&lt;b&gt;"))
        #expect(text.text.contains("what: Særskilt"))
        #expect(other.text.contains("Ingen hendelser passer"))
        #expect(late.text.contains("Ingen hendelser passer"))
    }

    @Test func `older entries are a page away, and none is shown twice`() async throws {
        let administrator = try site.browser(as: "c.admin")
        try site.register.write { db in
            let trail = AuditTrail(
                db, author: Author(actor: "many", request: "r-1"), at: site.now)
            for number in 1...120 {
                try trail.recordEvent(
                    entity: "import", subject: "nummer \(number).", details: [:])
            }
        }

        var path: String? = "\(Self.path)/audit?actor=many"
        var seen: [String] = []
        while let next = path {
            let page = try await administrator.get(next).text
            seen += page.matches(of: #/nummer (\d+)\./#).map { String($0.1) }
            path = page.firstMatch(of: #/class="pager"[^>]*><a href="([^"]+)"/#).map {
                $0.1.replacingOccurrences(of: "&amp;", with: "&")
            }
        }

        #expect(seen == (1...120).reversed().map(String.init))
    }

    @Test func `taking the trail along is in the trail`() async throws {
        let auditor = try site.browser(as: "c.revisor")

        let reply = try await auditor.get("\(Self.path)/audit.jsonl?entity=user")

        let event = try site.register.read {
            try String.fetchOne($0, sql: "SELECT entity FROM audit ORDER BY seq DESC LIMIT 1")
        }
        #expect(reply.status == 200)
        #expect(reply.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(reply.text.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"action\":") })
        #expect(event == "audit_export")
    }

    // MARK: Rules

    @Test func `rules are drafted, rehearsed and switched on, and then they hold`()
        async throws
    {
        let administrator = try site.browser(as: "c.admin")
        var rulebook = Rulebook.domain
        rulebook.notices[.meetingUpcoming] = []
        rulebook.standardRequirements = 5

        let kept = try await administrator.post(
            "\(Self.path)/rules/draft",
            ["yaml": rulebook.text, "note": "Færre varsler", "then": "rehearse"])
        let rehearsal = try await administrator.get("\(Self.path)/rules/rehearsal")
        let before = site.site.rulebook
        let digest = try #require(
            rehearsal.text.firstMatch(of: #/name="digest" value="([0-9a-f]+)"/#)
        ).1
        let adopted = try await administrator.post(
            "\(Self.path)/rules/adopt", ["number": "1", "digest": String(digest)])

        #expect(kept.location == "\(Self.path)/rules/rehearsal")
        #expect(rehearsal.text.contains("faller bort"))
        #expect(!rehearsal.text.contains("kommer til"))
        #expect(before == .domain)
        #expect(adopted.location == "\(Self.path)/rules?said=adopted")
        #expect(site.site.rulebook == rulebook)
        #expect(try await administrator.get("\(Self.path)/rules").text.contains("Færre varsler"))
    }

    @Test func `a rehearsal tells for each day what that day alone would tell`() throws {
        let first = try #require(Day("2013-03-01"))
        let last = first.adding(days: 89)

        let (whole, single) = try site.register.read { db in
            let facts = try Facts(
                forNoticesOf: last, after: first.adding(days: -1), .domain, in: db)
            let days = (0..<90).map { first.adding(days: $0) }
            return (
                RuleRehearsal.lines(of: facts, by: .domain, from: first, to: last),
                try days.flatMap { day in
                    let facts = try Facts(
                        forNoticesOf: day, after: day.adding(days: -1), .domain, in: db)
                    return RuleRehearsal.lines(of: facts, by: .domain, from: day, to: day)
                }
            )
        }

        #expect(whole.count > 100)
        #expect(whole == single)
    }

    @Test func `nothing is switched on but what was shown`() async throws {
        let administrator = try site.browser(as: "c.admin")
        _ = try await administrator.post(
            "\(Self.path)/rules/draft", ["yaml": Rulebook.domain.text, "note": ""])

        let reply = try await administrator.post(
            "\(Self.path)/rules/adopt", ["number": "1", "digest": "0000"])

        let adopted = try site.register.read { try RuleEditions.adoptedNumber(in: $0) }
        #expect(reply.location == "\(Self.path)/rules/rehearsal?said=draft_changed")
        #expect(adopted == nil)
    }

    @Test(arguments: [
        ("plan_due: 13-45", "13-45"), ("unknown_key: 1", "unknown_key"),
        ("notices:\n  followup.due:\n    - 5 wd before -> everybody", "everybody"),
        ("a: [", "YAML"),
    ])
    func `a draft with faults is not kept, and its text stays`(text: String, word: String)
        async throws
    {
        let reply = try await site.browser(as: "c.admin").post(
            "\(Self.path)/rules/draft", ["yaml": text, "note": ""])

        let drafts = try site.register.read { try RuleEditions.list(in: $0) }
        #expect(reply.status == 422)
        #expect(reply.text.contains(word))
        #expect(reply.text.contains("Feil i teksten"))
        #expect(drafts == [])
    }

    @Test func `the rules as text are the same rules`() throws {
        var rulebook = Rulebook.domain
        rulebook.closedDays = []
        rulebook.notices[.settlementMissing] = []

        #expect(try Rulebook.read(text: Rulebook.domain.text) == .domain)
        #expect(try Rulebook.read(text: rulebook.text) == rulebook)
    }

    // MARK: Import

    @Test func `files are looked through first, and taken in when it is said`() async throws {
        let administrator = try site.browser(as: "c.admin")
        let csv = "id,name,email,unit,role\nnord.ny9,Ny ni,ny9@avtalt.example,nord,caseworker\n"

        let preview = try await administrator.post(
            "\(Self.path)/import", [:], file: "files", named: "users.csv",
            content: Array(csv.utf8))
        let early = try site.register.read { try StaffList.user("nord.ny9", in: $0) }
        let action = try #require(
            preview.text.firstMatch(of: #/action="(/administration/import/[^"]+/apply)"/#)
        ).1
        let foreign = try await site.browser(as: "c.admin").post(String(action) + "x", [:])
        let done = try await administrator.post(String(action), [:])
        let again = try await administrator.post(String(action), [:])
        let late = try site.register.read { try StaffList.user("nord.ny9", in: $0) }

        #expect(preview.text.contains("Ingenting er lagret ennå"))
        #expect(early == nil)
        #expect(foreign.status == 404 || foreign.status == 422)
        #expect(done.text.contains("Filene er tatt inn"))
        #expect(late != nil)
        #expect(again.status == 422)
    }

    @Test func `faults are listed by file and line, and nothing is kept`() async throws {
        let reply = try await site.browser(as: "c.admin").post(
            "\(Self.path)/import", [:], file: "files", named: "users.csv",
            content: Array("id,name,email,unit,role\nx,X,x@y.no,månen,caseworker\n".utf8))

        #expect(reply.status == 422)
        #expect(reply.text.contains("users.csv"))
        #expect(reply.text.contains("månen"))
        #expect(reply.text.contains("Ingenting er lagret"))
    }

    @Test(arguments: [
        "../users.csv", "users.exe", ".kept", "users.csv\u{0}", "USERS.CSV", "a/b.csv",
    ])
    func `a file of another kind is not kept`(name: String) async throws {
        let reply = try await site.browser(as: "c.admin").post(
            "\(Self.path)/import", [:], file: "files", named: name, content: Array("id\n".utf8))

        // Folders in a name are cut off as browsers do, so that nothing is left to go wrong.
        #expect(reply.status == 422 || reply.status == 400)
    }

    @Test func `only an administrator takes files in`() async throws {
        for user in ["nord.dir", "c.dir", "c.revisor"] {
            let reply = try await site.browser(as: user).get("\(Self.path)/import")
            #expect(reply.status == 403, "\(user)")
        }
    }

    // MARK: Units

    @Test func `a municipality is given its written form`() async throws {
        let administrator = try site.browser(as: "c.admin")
        let path = "\(Self.path)/units/municipalities/1804"
        let page = try await administrator.get(path).text
        let version = try #require(page.firstMatch(of: #/name="version" value="(\d+)"/#)).1

        let reply = try await administrator.post(
            path,
            [
                "region": "", "population": "52 000", "language": "nn",
                "version": String(version),
            ])

        let found = try site.register.read { db in
            try Nouns.municipalities(in: db).first { $0.number == "1804" }
        }
        #expect(reply.location == "\(path)?said=saved")
        #expect(found?.language == .nn)
        #expect(found?.population == 52_000)
        #expect(found?.ownRegion == nil)
    }

    // MARK: All of them

    @Test(
        arguments: [
            "", "/people", "/people/new", "/people/nord.sb0", "/units", "/units/nord", "/rules",
            "/rules/draft", "/import", "/audit", "/tokens", "/tokens/new",
        ], Language.allCases)
    func `every page is there in every language`(path: String, language: Language) async throws {
        let reply = try await site.browser(as: "c.admin", language: language)
            .get(Self.path + path)

        #expect(reply.status == 200)
        #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(!reply.text.contains("{{"))
    }

    @Test(arguments: ["/audit", "/audit.jsonl"])
    func `the trail is for administrators and auditors`(path: String) async throws {
        let statuses = try await ["nord.sb0", "nord.dir", "c.dir", "c.admin", "c.revisor"]
            .asyncMap { try await site.browser(as: $0).get(Self.path + path).status }

        #expect(statuses == [403, 403, 403, 200, 200])
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var values: [T] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
