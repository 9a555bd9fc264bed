import Agreements
import GRDB
import Register
import Rules
import Tasks
import Testing

@testable import Web

/// Answers from a mail by somebody who has not signed in.
struct AnswerTests {
    private let site: TestSite

    private static let user = "nord.sb0"

    init() throws {
        site = try TestSite(on: "2013-03-11")
    }

    // MARK: Steps

    /// A follow-up of the region Nord that is open, made for the test.
    private func followUp() throws -> NoticeKey {
        let day = try #require(Day("2013-03-08"))
        let id = try site.register.write { db in
            try FollowUpDeeds(
                db, author: Author(actor: "nord.sb0", request: "test"), at: site.now
            ).add(
                to: "NORD-2010-0001", title: "Avklare tolk", by: .imdi, responsible: Self.user,
                dueOn: day)
        }
        return NoticeKey(rule: .followUpDue, subject: id, dueOn: day, stage: 2)
    }

    private func plan() throws -> NoticeKey {
        NoticeKey(
            rule: .planMissing, subject: "NORD-2010-0001",
            dueOn: try #require(Day("2013-01-31")), stage: 3)
    }

    private func link(_ key: NoticeKey, for user: String = user) throws -> String {
        let token = try site.register.write {
            try AnswerLinks($0).make(for: user, key, at: site.now)
        }
        return "/answer/\(token)"
    }

    /// Everything that the register holds but links and how they were used.
    private func everything() throws -> [String] {
        try site.register.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table'
                        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%'
                    ORDER BY name
                    """)
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
            }
        }
    }

    private func value(_ sql: String) throws -> String? {
        try site.register.read { try String.fetchOne($0, sql: sql) }
    }

    // MARK: Looking

    @Test(arguments: NoticeAnswer.allCases, Language.allCases)
    func `following a link changes nothing, however often it is followed`(
        answer: NoticeAnswer, language: Language
    ) async throws {
        let path = try link(try followUp())
        try site.register.write {
            try $0.execute(
                sql: "UPDATE user SET language = ? WHERE id = ?",
                arguments: [language.rawValue, Self.user])
        }
        let before = try everything()
        let scanner = TestVisitor(site)

        for _ in 0..<3 {
            let reply = try await scanner.get("\(path)?as=\(answer.rawValue)")
            #expect(reply.status == 200)
            #expect(reply.text.contains("<html lang=\"\(language.rawValue)\""))
            #expect(reply.text.contains("Avklare tolk"))
            let found = reply.text.matches(of: #/href="(\/answer\/[^"]+)"/#).map { String($0.1) }
            #expect(found.count == 2)
            for other in found {
                let other = other.replacing("&amp;", with: "&").replacing("&#x3D;", with: "=")
                #expect(try await scanner.get(other).status == 200)
            }
        }

        #expect(try everything() == before)
    }

    // MARK: Answering

    @Test func `what is done is recorded as the person's own, and its link is used up`()
        async throws
    {
        let key = try followUp()
        let path = try link(key)
        let visitor = TestVisitor(site)
        try await visitor.get("\(path)?as=done")

        let posted = try await visitor.post("\(path)/done", ["day": "2013-03-09"])
        let shown = try await visitor.get(path)
        let again = try await visitor.post("\(path)/later", ["day": "2013-04-01", "reason": "x"])

        #expect(posted.status == 303 || posted.status == 302)
        #expect(shown.text.contains("Svaret er registrert: Ferdig"))
        #expect(!shown.text.contains("<form class=\"form\""))
        #expect(again.text.contains("Svaret er registrert: Ferdig"))
        #expect(
            try value("SELECT status || done_on FROM followup WHERE id = '\(key.subject)'")
                == "done2013-03-09")
        #expect(
            try value(
                "SELECT actor FROM audit WHERE entity = 'followup' ORDER BY seq DESC LIMIT 1")
                == Self.user)
        #expect(
            try value("SELECT subject FROM audit WHERE entity = 'mail_answer'") == Self.user)
    }

    @Test func `a new date moves the due day, with its reason`() async throws {
        let key = try followUp()
        let path = try link(key)
        let visitor = TestVisitor(site)
        try await visitor.get(path)

        let wrong = try await visitor.post("\(path)/later", ["day": "2013-03-01", "reason": ""])
        let right = try await visitor.post(
            "\(path)/later", ["day": "2013-04-05", "reason": "Venter på tolk."])

        #expect(wrong.status == 422)
        #expect(wrong.text.contains("Velg en dag etter i dag"))
        #expect(right.location == path)
        #expect(
            try value("SELECT due_on FROM followup WHERE id = '\(key.subject)'") == "2013-04-05")
        #expect(try value("SELECT reason FROM due_change") == "Venter på tolk.")
    }

    @Test func `a day for a plan is kept as an answer, and silences it`() async throws {
        let path = try link(try plan())
        let visitor = TestVisitor(site)
        let page = try await visitor.get("\(path)?as=done")

        let posted = try await visitor.post(
            "\(path)/later", ["day": "2013-04-05", "reason": "Møtet er i april."])

        #expect(!page.text.contains("\(path)/done"))
        #expect(posted.location == path)
        let answers = try site.register.read {
            try NoticeAnswers.holding(on: try #require(Day("2013-03-12")), in: $0)
        }
        #expect(answers.map(\.user) == [Self.user])
        #expect(answers.map(\.until) == [Day("2013-04-05")])
    }

    @Test func `the wrong person tells the director, who gets it by mail`() async throws {
        let path = try link(try plan())
        let visitor = TestVisitor(site)
        try await visitor.get(path)

        let posted = try await visitor.post("\(path)/not_mine", ["reason": "Spør planavdelingen."])

        #expect(posted.location == path)
        let letters = try site.register.read { try LetterBox($0).waiting() }
        #expect(letters.map(\.recipient) == ["nord.dir"])
        #expect(letters.first?.order.letter.occasion == .notMine)
        #expect(letters.first?.order.letter.link.hasSuffix("/agreements/NORD-2010-0001") == true)
    }

    // MARK: Refusing

    @Test func `a link that is made up is a page that is not there`() async throws {
        let path = try link(try followUp())
        let visitor = TestVisitor(site)
        try await visitor.get(path)
        let before = try everything()

        for text in ["/answer/x", String(path.dropLast()) + (path.hasSuffix("A") ? "B" : "A")] {
            #expect(try await visitor.get(text).status == 404)
            #expect(try await visitor.post("\(text)/done", ["day": "2013-03-11"]).status == 404)
        }
        #expect(try await visitor.post("\(path)/nothing", [:]).status == 404)
        #expect(try everything() == before)
    }

    @Test func `a link is too old after fourteen days`() async throws {
        let key = try followUp()
        let token = try site.register.write {
            try AnswerLinks($0).make(
                for: Self.user, key, at: site.now.adding(.zero - AnswerLinks.lifetime))
        }
        let visitor = TestVisitor(site)

        let shown = try await visitor.get("/answer/\(token)")
        let before = try everything()
        let posted = try await visitor.post("/answer/\(token)/done", ["day": "2013-03-11"])

        #expect(shown.text.contains("Lenken er for gammel"))
        #expect(posted.text.contains("Lenken er for gammel"))
        #expect(try everything() == before)
    }

    @Test(arguments: ["active = 0", "role = 'auditor'", "unit = 'sor'"])
    func `whoever may not answer any more changes nothing`(change: String) async throws {
        let path = try link(try followUp())
        try site.register.write {
            try $0.execute(sql: "UPDATE user SET \(change) WHERE id = '\(Self.user)'")
        }
        let visitor = TestVisitor(site)
        try await visitor.get(path)
        let before = try everything()

        let posted = try await visitor.post("\(path)/done", ["day": "2013-03-11"])

        #expect(posted.text.contains("ikke lenger rett"))
        #expect(try everything() == before)
    }

    @Test func `a form of another site is refused`() async throws {
        let path = try link(try followUp())
        let visitor = TestVisitor(site)
        try await visitor.get(path)

        let reply = try await visitor.post(
            "\(path)/done", ["day": "2013-03-11"], headers: ["Sec-Fetch-Site": "cross-site"])

        #expect(reply.status == 403)
    }

    @Test func `a mistake in the form leaves the link to be used`() async throws {
        let path = try link(try followUp())
        let visitor = TestVisitor(site)
        try await visitor.get(path)

        let wrong = try await visitor.post("\(path)/done", ["day": "2013-03-20"])
        let right = try await visitor.post("\(path)/done", ["day": "2013-03-11"])

        #expect(wrong.status == 422)
        #expect(wrong.text.contains("kan ikke være senere enn i dag"))
        #expect(right.location == path)
    }

    @Test func `whoever asks too often is told to wait`() async throws {
        let path = try link(try followUp())
        let visitor = TestVisitor(site, from: "192.0.2.77")

        var statuses: [Int] = []
        for _ in 0..<40 { statuses.append(try await visitor.get(path).status) }

        #expect(statuses.first == 200)
        #expect(statuses.last == 429)
        #expect(try await TestVisitor(site, from: "192.0.2.78").get(path).status == 200)
    }

    // MARK: Signed in

    @Test func `the timeline says what became of each reminder, and why`() async throws {
        let key = try followUp()
        try site.register.write { db in
            let ledger = NoticeLedger(db)
            let notice = Notice(
                key: key, stagedOn: key.dueOn, unit: .nord, agreement: "NORD-2010-0001")
            _ = try ledger.produce(notice, on: key.dueOn)
            try ledger.enter(
                key, for: Self.user, on: key.dueOn, as: .silenced, reason: "It is quiet.",
                silentUntil: key.dueOn.adding(days: 9), at: site.now)
        }
        let own = try site.browser(as: Self.user)

        let mine = try await own.get("/notices")
        let others = try await site.browser(as: "c.revisor").get(
            "/administration/people/\(Self.user)/notices")
        let answered = try await own.post(
            "/notices/answer/done",
            [
                "rule": key.rule.rawValue, "subject": key.subject, "due": "\(key.dueOn)",
                "stage": "2", "day": "2013-03-11",
            ])

        for page in [mine, others] {
            #expect(page.text.contains("Avklare tolk"))
            #expect(page.text.contains("It is quiet."))
            #expect(page.text.contains("Venter: noen har svart"))
        }
        #expect(mine.text.contains("/notices/answer?rule="))
        #expect(!others.text.contains("/notices/answer?rule="))
        #expect(answered.location == "/notices?said=answered")
        #expect(
            try value("SELECT status FROM followup WHERE id = '\(key.subject)'") == "done")
    }
}
