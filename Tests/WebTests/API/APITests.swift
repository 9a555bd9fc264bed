import Agreements
import Foundation
import HTTPTypes
import Rules
import Testing

@testable import Web

/// Programs read and change the register by the rules that people do.
struct APITests {
    private let site: TestSite
    private let nord: TestProgram

    init() throws {
        site = try TestSite()
        nord = try site.program(.caseworker, of: .nord)
    }

    // MARK: Tokens

    @Test func `a token that is over is none`() async throws {
        let expired = try site.program(.caseworker, of: .nord, expiresAt: site.now)
        let revoked = try site.program(.caseworker, of: .nord, isRevoked: true)
        let foreign = TestProgram(site: site, token: "x")

        for program in [expired, revoked, foreign] {
            let answer = try await program.get("/agreements")
            #expect(answer.status == 401)
            #expect(
                answer.reply.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
        }
    }

    @Test func `a session's cookie lets nobody in`() async throws {
        let browser = try site.browser(as: "nord.sb0")

        let reply = try await browser.get("/api/v1/agreements")

        #expect(reply.status == 401)
        #expect(reply.headers[.setCookie] == nil)
    }

    @Test func `who asks too often waits`() async throws {
        var statuses: Set<Int> = []
        for _ in 0..<201 { statuses.insert(try await nord.get("/pauses").status) }

        let answer = try await nord.get("/pauses")

        #expect(statuses == [200, 429])
        #expect(answer.status == 429)
        #expect(answer.reply.headers[.retryAfter] == "1")
    }

    // MARK: Lists

    @Test func `the pages of a list are the list`() async throws {
        var ids: [String] = []
        var path = "/agreements?sort=title&limit=7"
        while true {
            let answer = try await nord.get(path)
            let json = try answer.json()
            guard case .list(let items)? = json["items"] else { break }
            ids += items.compactMap { $0["id"]?.text }
            #expect(json["total"] == .integer(24))
            guard let next = json["next"]?.text else { break }
            path = "/agreements?sort=title&limit=7&cursor=\(next)"
            #expect(answer.reply.headers[.link]?.contains("cursor=\(next)") == true)
        }

        #expect(ids.count == 24)
        #expect(Set(ids).count == 24)
    }

    @Test(arguments: [
        ("/agreements?owner=nord,midt&kind=municipal&status=active", 200),
        ("/agreements?q=b%C3%A5ds&in_force_on=2013-03-01", 200),
        ("/agreements?missing=R6&day=2013-03-01", 200),
        ("/meetings?agreement=NORD-2010-0001&status=held&planned_from=2010-01-01", 200),
        ("/due?on=2013-03-01&unit=nord", 200), ("/notices?on=2013-03-01", 200),
        ("/report?from=2013-01-01&to=2013-06-30", 200),
        ("/agreements/NORD-2010-0001/requirements?on=2012-01-01", 200), ("/users/nord.sb0", 200),
        ("/agreements?owner=east", 422), ("/agreements?limit=0", 422),
        ("/agreements?limit=101", 422), ("/agreements?limit=ten", 422),
        ("/agreements?colour=red", 422), ("/agreements?q=a&q=b", 422),
        ("/agreements?cursor=abc", 422), ("/agreements?in_force_on=2013-02-30", 422),
        ("/followups?cursor=abc", 422), ("/notices", 422),
        ("/report?from=2013-06-30&to=2013-01-01", 422), ("/agreements/X-1", 404),
        ("/followups/999999", 404), ("/followups/x", 404), ("/followups/0", 404),
        ("/agreements/X-1/requirements", 404), ("/tasks/x", 404), ("/audit", 403),
        ("/agreements?q=%FF", 400),
    ])
    func `a question is answered, or what is wrong with it is`(path: String, status: Int)
        async throws
    {
        let answer = try await nord.get(path)

        #expect(answer.status == status)
        if status != 200 { #expect(try answer.problem() != nil) }
    }

    @Test func `a report is the one of the command line`() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let stored = root.appending(
            path: "Examples/2013/report-2013-01-01-2013-12-31.json")
        let expected = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: stored))

        let answer = try await nord.get("/report?from=2013-01-01&to=2013-12-31")

        #expect(try answer.json()["total"]?["agreements_in_force"] != nil)
        #expect(
            try answer.json()["total"]?["agreements_in_force"]
                == expected["total"]?["agreements_in_force"])
    }

    @Test func `the audit trail is read by those who oversee`() async throws {
        let auditor = try site.program(.auditor, of: .central)

        let answer = try await auditor.get("/audit?entity=agreement&limit=1")

        #expect(answer.status == 200)
        guard case .list(let entries)? = try answer.json()["items"] else { return }
        #expect(entries.first?["action"] == .text("add"))
    }

    // MARK: Changes

    @Test func `a change names the version that it is of`() async throws {
        let id = try await draft()
        let read = try await nord.get("/agreements/\(id)")
        let tag = try #require(read.tag)

        let without = try await nord.patch("/agreements/\(id)", #"{"title": "Ny"}"#)
        let with = try await nord.patch(
            "/agreements/\(id)", #"{"title": "Ny", "purpose": null}"#,
            headers: ["If-Match": tag])
        let late = try await nord.patch(
            "/agreements/\(id)", #"{"title": "Nyere"}"#, headers: ["If-Match": tag])

        #expect(without.status == 428)
        #expect(with.status == 200)
        #expect(try with.json()["title"] == .text("Ny"))
        #expect(with.tag != tag)
        #expect(late.status == 412)
        guard case .list(let changes)? = try late.json()["changes"] else { return }
        #expect(changes.first?["fields"] == .list([.text("title"), .text("purpose")]))
    }

    @Test func `what has not changed is not sent again`() async throws {
        let id = try await draft()
        let tag = try #require(try await nord.get("/agreements/\(id)").tag)

        let again = try await nord.get("/agreements/\(id)", headers: ["If-None-Match": tag])

        #expect(again.status == 304)
        #expect(again.reply.body.isEmpty)
    }

    @Test func `an agreement goes its way from draft to renewal`() async throws {
        let id = try await draft()

        let signed = try await nord.post(
            "/agreements/\(id)/sign",
            #"{"signed_on": "2013-02-28", "counterpart_signatory": "mayor"}"#)
        let tag = try #require(signed.tag)
        let amended = try await nord.post(
            "/agreements/\(id)/amend",
            """
            {"agreed_on": "2013-03-01", "text": "Lengre", "changes": {"valid_to": "2015-12-31"}}
            """,
            headers: ["If-Match": tag])
        let renewed = try await nord.post("/agreements/\(id)/renew", "{}")
        let ended = try await nord.post(
            "/agreements/\(id)/end", #"{"ended_on": "2013-06-01", "reason": "Fornyet"}"#)

        #expect(signed.status == 200)
        #expect(try amended.json()["valid_to"] == .text("2015-12-31"))
        #expect(renewed.status == 201)
        #expect(try renewed.json()["renews"] == .text(id))
        #expect(try ended.json()["status"] == .text("ended"))
        let location = try #require(renewed.reply.headers[.location])
        #expect(try await nord.get(String(location.dropFirst(7))).status == 200)
    }

    @Test func `a meeting is planned, moved and held`() async throws {
        let id = try await draft()
        let planned = try await nord.post(
            "/meetings",
            #"{"agreement": "\#(id)", "level": "strategic", "planned_on": "2013-03-01"}"#)
        guard case .integer(let key)? = try planned.json()["key"] else { return }

        let moved = try await nord.post(
            "/meetings/\(key)/postpone", #"{"to": "2013-03-02", "reason": "Sykdom"}"#)
        let held = try await nord.post(
            "/meetings/\(key)/hold", #"{"held_on": "2013-03-01", "minutes": "Enige"}"#)
        let again = try await nord.post(
            "/meetings/\(key)/cancel", #"{"cancelled_on": "2013-03-01"}"#)

        #expect(planned.status == 201)
        #expect(try moved.json()["planned_on"] == .text("2013-03-02"))
        #expect(try moved.json()["postponements"] == .integer(1))
        #expect(try held.json()["status"] == .text("held"))
        #expect(again.status == 409)
        #expect(try again.problem() == "conflict")
    }

    @Test func `a follow-up is promised, moved and done`() async throws {
        let id = try await draft()
        let added = try await nord.post(
            "/followups",
            """
            {"agreement": "\(id)", "title": "Sende brev", "by": "imdi", "due_on": "2013-04-01"}
            """)
        let location = try #require(added.reply.headers[.location]).dropFirst(7)

        let moved = try await nord.post(
            "\(location)/reschedule", #"{"due_on": "2013-05-01", "reason": "Ferie"}"#)
        let done = try await nord.post("\(location)/finish", #"{"done_on": "2013-03-01"}"#)

        #expect(try moved.json()["due_on"] == .text("2013-05-01"))
        #expect(try done.json()["status"] == .text("done"))
    }

    @Test func `a plan is drafted by a caseworker and adopted by the director`() async throws {
        let id = try await draft()
        let director = try site.program(.regionalDirector, of: .nord)
        let plan = try await nord.post("/plans", #"{"agreement": "\#(id)", "year": 2013}"#)
        let location = try #require(plan.reply.headers[.location]).dropFirst(7)
        let measure = try await nord.post(
            "/measures",
            """
            {"agreement": "\(id)", "year": 2013, "title": "Kurs", "by": "both",
             "due_on": "2013-05-01", "sub_goal": "D1"}
            """)

        let refused = try await nord.post("\(location)/adopt", #"{"adopted_on": "2013-03-01"}"#)
        let adopted = try await director.post(
            "\(location)/adopt", #"{"adopted_on": "2013-03-01"}"#)

        #expect(measure.status == 201)
        #expect(refused.status == 403)
        #expect(try adopted.json()["status"] == .text("adopted"))
    }

    @Test(arguments: [
        (#"{"title": "X"}"#, ["owner", "kind", "parties"]),
        (
            """
            {"owner": "nord", "title": "X", "kind": "municipal", "parties": ["K1811"],
             "status": "active", "id": "NORD-1"}
            """, ["status", "id"]
        ),
        (
            #"{"owner": "nord", "title": " ", "kind": "sektor", "parties": [], "areas": "x"}"#,
            ["title", "kind", "parties", "areas"]
        ),
        (
            """
            {"owner": "nord", "title": "X", "kind": "municipal", "parties": ["K1811"],
             "valid_from": "2013-02-30"}
            """, ["valid_from"]
        ),
        (
            #"{"owner": "nord", "title": "X", "kind": "municipal", "parties": ["K9999"]}"#,
            ["party"]
        ),
        (
            """
            {"owner": "nord", "title": "01010112345 er født", "kind": "municipal",
             "parties": ["K1811"], "purpose": "Nr 13097248022"}
            """, ["purpose"]
        ),
    ])
    func `what is wrong with a body is told by field`(body: String, fields: [String]) async throws {
        let answer = try await nord.post("/agreements", body)

        #expect(answer.status == 422)
        #expect(try Set(answer.fields()) == Set(fields))
    }

    @Test(arguments: [
        ("{", "application/json", 400), ("", "application/json", 400),
        ("{}", "text/plain", 415), ("owner=nord", "application/x-www-form-urlencoded", 415),
        (String(repeating: " ", count: 300_000), "application/json", 413),
        ("[]", "application/json", 422), ("null", "application/json", 422),
        (String(repeating: "[", count: 10_000), "application/json", 400),
    ])
    func `a body that is none is refused`(body: String, type: String, status: Int) async throws {
        let answer = try await nord.send(
            .post, "/agreements", body: body, headers: ["Content-Type": type])

        #expect(answer.status == status)
        #expect(try answer.problem() != nil)
    }

    @Test func `the region of another is read and not written`() async throws {
        let body = """
            {"owner": "sor", "title": "X", "kind": "municipal", "parties": ["K1811"]}
            """

        let refused = try await nord.post("/agreements", body)
        let other = try await nord.post(
            "/followups",
            """
            {"agreement": "CENTRAL-2012-0000", "title": "X", "by": "imdi",
             "due_on": "2013-04-01"}
            """)

        #expect(refused.status == 403)
        #expect(other.status == 403)
        #expect(try await nord.get("/agreements/CENTRAL-2012-0000").status == 200)
    }

    @Test func `an activity is with an agreement or with a party`() async throws {
        let both = try await nord.post(
            "/activities",
            #"{"agreement": "A", "party": "K1811", "on": "2013-02-01", "kind": "visit"}"#)
        let party = try await nord.post(
            "/activities",
            #"{"party": "K1811", "on": "2013-02-01", "kind": "visit", "participants": 4}"#)
        let foreign = try await nord.post(
            "/activities", #"{"party": "K0101", "on": "2013-02-01", "kind": "visit"}"#)

        #expect(both.status == 422)
        #expect(party.status == 201)
        #expect(try party.json()["participants"] == .integer(4))
        #expect(foreign.status == 403)
    }

    @Test func `only an administrator pauses and resumes`() async throws {
        let administrator = try site.program(.administrator, of: .central)
        let body = #"{"reason": "Vedlikehold"}"#

        let refused = try await nord.send(.put, "/pauses/reminder", body: body)
        let paused = try await administrator.send(.put, "/pauses/reminder", body: body)
        let listed = try await nord.get("/pauses")
        let resumed = try await administrator.send(.delete, "/pauses/reminder")
        let again = try await administrator.send(.delete, "/pauses/reminder")
        let unknown = try await administrator.send(.put, "/pauses/reminders", body: body)

        #expect(refused.status == 403)
        #expect(try paused.json()["scope"] == .text("reminder"))
        #expect(listed.reply.text.contains("Vedlikehold"))
        #expect(resumed.status == 204)
        #expect(again.status == 404)
        #expect(unknown.status == 404)
    }

    /// A draft of the north with a municipality there.
    private func draft() async throws -> String {
        let answer = try await nord.post(
            "/agreements",
            """
            {"owner": "nord", "title": "Samarbeid", "kind": "municipal", "parties": ["K1811"],
             "purpose": "Bosetting", "areas": ["settlement"], "valid_from": "2013-01-01",
             "valid_to": "2014-12-31", "responsible": "nord.sb0"}
            """)
        #expect(answer.status == 201, "\(answer.reply.text)")
        return try #require(try answer.json()["id"]?.text)
    }
}
