import Agreements
import Foundation
import GRDB
import Register
import Testing

@testable import Web

/// People as an administrator sees to them.
struct PeopleTests {
    private static let path = "/administration/people"
    private static let somebody: KeyValuePairs = [
        "id": "nord.ny1", "name": "Saksbehandler ny nord", "email": "ny1.nord@avtalt.example",
        "unit": "nord", "role": "caseworker", "language": "nn",
    ]

    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test func `somebody is added, invited, and comes in with a password of their own`()
        async throws
    {
        let administrator = try site.browser(as: "c.admin")

        let added = try await administrator.post(Self.path, Self.somebody)
        let invited = try await administrator.post("\(Self.path)/nord.ny1/invite", [:])
        let link = try #require(
            invited.text.firstMatch(of: #/value="http://localhost:8080(/invitation/[^"]+)"/#)
        ).1
        let visitor = TestVisitor(site)
        let welcome = try await visitor.get(String(link))
        let entered = try await visitor.post(
            String(link),
            ["password": "fire lange ord på rad", "password_again": "fire lange ord på rad"])
        let page = try await visitor.get("/settings")
        let again = try await TestVisitor(site).get(String(link))

        #expect(added.location == "\(Self.path)/nord.ny1?said=person_added")
        #expect(welcome.text.contains("Saksbehandler ny nord"))
        #expect(entered.status == 303)
        #expect(page.text.contains("<html lang=\"nn\">"))
        #expect(again.status == 404)
    }

    @Test(arguments: [
        ("kort", "kort", "minst 12 tegn"), ("passord2026!", "passord2026!", "prøvd først"),
        ("nord.sb0 nord", "nord.sb0 nord", "likt navnet"),
        ("fire lange ord på rad", "fem lange ord på rad", "ikke det samme"),
    ])
    func `a password that will not do is said so at its field`(
        password: String, again: String, sentence: String
    ) async throws {
        let invited = try await site.browser(as: "c.admin")
            .post("\(Self.path)/nord.sb0/invite", [:])
        let link = try #require(
            invited.text.firstMatch(of: #/value="http://localhost:8080(/invitation/[^"]+)"/#)
        ).1
        let visitor = TestVisitor(site)
        try await visitor.get(String(link))

        let reply = try await visitor.post(
            String(link), ["password": password, "password_again": again])

        #expect(reply.status == 422)
        #expect(reply.text.contains(sentence))
        #expect(!reply.text.contains("value=\"\(password)\""))
    }

    @Test(arguments: [
        ("id", "Nord Ny"), ("id", "nord.sb0"), ("id", ""), ("name", ""), ("email", "ingen"),
        ("email", "a@b"), ("unit", "sør"), ("role", "root"), ("language", "se"),
        ("leave_to", "aldri"),
    ])
    func `what cannot be is said at its field, and nothing typed is lost`(
        field: String, value: String
    ) async throws {
        var fields = Dictionary(uniqueKeysWithValues: Self.somebody.map { ($0.key, $0.value) })
        fields[field] = value
        let visitor = try await signedIn()

        try await visitor.get("\(Self.path)/new")
        let reply = try await visitor.post(Self.path, fields: fields)

        #expect(reply.status == 422)
        #expect(reply.text.contains("id=\"error-\(field)\""))
        #expect(reply.text.contains("Saksbehandler ny nord") || field == "name")
    }

    @Test func `a change is kept with what was before in the trail`() async throws {
        let administrator = try site.browser(as: "c.admin")

        let reply = try await change("nord.sb0", ["unit": "vest", "leave_from": "01.04.2013"])

        let (user, entry) = try site.register.read { db in
            (
                try StaffList.user("nord.sb0", in: db),
                try String.fetchOne(
                    db,
                    sql: """
                        SELECT before FROM audit WHERE entity = 'user' AND action = 'change'
                        ORDER BY seq DESC LIMIT 1
                        """)
            )
        }
        #expect(reply.location == "\(Self.path)/nord.sb0?said=saved")
        #expect(user?.unit == .vest)
        #expect(user?.leaveFrom == Day("2013-04-01"))
        #expect(entry?.contains("\"unit\":\"nord\"") == true)
        #expect(try await administrator.get("\(Self.path)/nord.sb0").status == 200)
    }

    @Test func `nothing else is taken over because it was sent`() async throws {
        _ = try await change("nord.sb0", ["id": "nord.sb1", "key": "1", "password": "x"])

        let users = try site.register.read { try StaffList.everybody(in: $0).map(\.id) }
        #expect(users.filter { $0 == "nord.sb1" }.count == 1)
        #expect(users.contains("nord.sb0"))
    }

    @Test func `the second of two who change somebody sees that, and loses no text`()
        async throws
    {
        let (first, second) = (try await signedIn(), try await signedIn())
        let page = try await first.get("\(Self.path)/nord.sb0").text
        let version = try #require(page.firstMatch(of: #/name="version" value="(\d+)"/#)).1
        try await second.get("\(Self.path)/nord.sb0")
        var fields = try fields(of: "nord.sb0")
        fields["version"] = String(version)
        fields["name"] = "Første navn"
        try await first.post("\(Self.path)/nord.sb0", fields: fields)

        fields["name"] = "Andre navn"
        let refused = try await second.post("\(Self.path)/nord.sb0", fields: fields)
        let newer = try #require(
            refused.text.firstMatch(of: #/name="version" value="(\d+)"/#)
        ).1
        fields["version"] = String(newer)
        let merged = try await second.post("\(Self.path)/nord.sb0", fields: fields)

        #expect(refused.status == 422)
        #expect(refused.text.contains("c.admin har endret personen"))
        #expect(refused.text.contains("value=\"Andre navn\""))
        #expect(merged.location == "\(Self.path)/nord.sb0?said=saved")
    }

    @Test func `whoever leaves is signed out, once their agreements are handed over`()
        async throws
    {
        let person = try site.browser(as: "nord.sb0")

        let refused = try await change("nord.sb0", ["active": ""])
        try site.register.write { db in
            try db.execute(
                sql: """
                    UPDATE agreement SET responsible = NULL
                    WHERE responsible = (SELECT key FROM user WHERE id = 'nord.sb0');
                    UPDATE agreement SET deputy = NULL
                    WHERE deputy = (SELECT key FROM user WHERE id = 'nord.sb0');
                    """)
        }
        let left = try await change("nord.sb0", ["active": ""])

        #expect(refused.status == 422)
        #expect(refused.text.contains("Overlever dem først"))
        #expect(left.status == 303)
        #expect(try await person.get("/settings").status == 303)
    }

    @Test(arguments: [["role": "auditor"], ["active": ""]])
    func `the only administrator stays one`(changes: [String: String]) async throws {
        let reply = try await change("c.admin", changes)

        #expect(reply.status == 422)
        #expect(reply.text.contains("eneste administratoren"))
    }

    @Test(arguments: ["nord.sb0", "nord.dir", "c.an0", "c.dir", "c.revisor"])
    func `others see people and change none`(user: String) async throws {
        let browser = try site.browser(as: user)

        let list = try await browser.get(Self.path)
        let page = try await browser.get("\(Self.path)/nord.sb0")
        let new = try await browser.get("\(Self.path)/new")
        let add = try await browser.post(Self.path, Self.somebody)
        let invite = try await browser.post("\(Self.path)/nord.sb0/invite", [:])

        #expect(list.status == 200 && page.status == 200)
        #expect(!page.text.contains("/invite"))
        #expect(new.status == 403 && add.status == 403 && invite.status == 403)
    }

    private func signedIn() async throws -> TestVisitor {
        try site.setPassword(of: "c.admin", to: SignInTests.password)
        let visitor = TestVisitor(site)
        try await visitor.signIn("c.admin", SignInTests.password)
        return visitor
    }

    private func fields(of id: String) throws -> [String: String] {
        let user = try #require(try site.register.read { try StaffList.user(id, in: $0) })
        return [
            "name": user.name, "email": user.email, "unit": user.unit.rawValue,
            "role": user.role.rawValue, "language": user.language.rawValue, "active": "true",
        ]
    }

    private func change(_ id: String, _ changes: [String: String]) async throws -> TestReply {
        let visitor = try await signedIn()
        try await visitor.get("\(Self.path)/\(id)")
        return try await visitor.post(
            "\(Self.path)/\(id)", fields: try fields(of: id).merging(changes) { $1 })
    }
}

extension TestVisitor {
    @discardableResult
    func post(_ path: String, fields: [String: String]) async throws -> TestReply {
        try await post(path, pairs: fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}
