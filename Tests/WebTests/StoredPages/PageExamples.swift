import Agreements
import GRDB
import Register
import Rules
import Secrets
import Tasks
import Testing

@testable import Web

/// A site in which every address finds something, and who best asks for it.
///
/// Where a new address has a parameter that is none of these, its example goes in here.
struct PageExamples: Sendable {
    private let bench: MyDayBench
    /// With one session each, which pages of sessions show.
    private let browsers: [String: TestBrowser]
    private var values: [String: String] = [
        ":agreement": "NORD-2013-900", ":unit": "nord", ":user": "nord.sb0", ":number": "1",
        ":topic": "day", ":language": "nn", ":indicator": "plan_coverage", ":of": "nord",
        ":municipality": "1804", ":task": "dead",
    ]
    /// Values that hold below a path alone; the longest path counts.
    private var below: [String: [String: String]] = [
        "/administration/units/municipalities/:number": [":number": "1804"]
    ]

    /// What an address asks for beside its path.
    private static let queries = [
        "/agreements/assign": "?agreement=NORD-2013-900",
        "/notices/answer": "?rule=followup.due&subject=F-LATE&due=2013-02-25&stage=2",
        "/handovers/write": "?from=nord.sb0&to=nord.sb1&agreement=NORD-2013-900",
    ]

    /// What every route answers, asked one after the other: taking a file along is written into
    /// the trail, which other pages show.
    static let replies = Task {
        let examples = try await PageExamples()
        var replies: [String: Result<TestReply, any Error>] = [:]
        for route in StoredPage.routes {
            do {
                replies[route.path] = .success(try await examples.reply(to: route))
            } catch {
                replies[route.path] = .failure(error)
            }
        }
        return replies
    }

    private init() async throws {
        let bench = try MyDayBench()
        self.bench = bench
        // Whoever gets a password is signed out everywhere.
        try bench.site.register.write { db in
            try AccountStore(
                db, author: Author(actor: "nord.sb0", request: "tests"), at: bench.site.now
            ).setPassword(of: "nord.sb0", to: PasswordHash(of: "Til prøve", cost: .trivial))
        }
        browsers = try Dictionary(
            uniqueKeysWithValues: ["nord.sb0", "nord.dir", "c.an0", "c.admin", "c.revisor"].map {
                ($0, try bench.site.browser(as: $0))
            })
        try addHeldMeeting()
        try addOffers()
        try await addByForms()
        try addEvaluation()
        try addEdition()
        try addNotice()
        try await addSecrets()
        for (path, table, id) in [
            ("/meetings/:key", "meeting", "M-TODAY"), ("/day/meetings/:key", "meeting", "M-TODAY"),
            ("/meetings/:key/minutes", "meeting", "M-HELD"),
            ("/meetings/:key/close", "meeting", "M-HELD"),
            ("/meetings/:key/decisions", "meeting", "M-HELD"),
            ("/followups/:key", "followup", "F-LATE"),
            ("/day/followups/:key", "followup", "F-LATE"),
            ("/measures/:key", "measure", "T-SOON"), ("/day/measures/:key", "measure", "T-SOON"),
        ] {
            below[path, default: [:]][":key"] = String(try bench.key(table, id))
        }
    }

    /// What the route answers the first of those who best see its page, and may.
    private func reply(to route: Route) async throws -> TestReply {
        let path = try path(of: route) + (Self.queries[route.path] ?? "")
        for reader in readers(of: route) {
            let reply = try await asking(reader).get(path)
            if reply.status != 403 { return reply }
        }
        throw NoExample(description: "Nobody may see \(path).")
    }

    struct NoExample: Error, CustomStringConvertible {
        let description: String
    }

    private func asking(_ reader: String?) throws -> TestBrowser {
        guard let reader else { return try bench.site.browser(as: nil) }
        return try #require(browsers[reader])
    }

    private func readers(of route: Route) -> [String?] {
        if route.access.isOpen { return [nil] }
        if route.path.hasPrefix("/administration") { return ["c.admin", "c.revisor"] }
        return ["nord.sb0", "nord.dir", "c.an0", "c.admin"]
    }

    private func path(of route: Route) throws -> String {
        var own = below.keys.filter { route.path.hasPrefix($0) }
            .sorted { $0.count < $1.count }
            .reduce(into: values) { $0.merge(below[$1] ?? [:]) { $1 } }
        if own[":key"] == nil, case .right(_, _, .record(let table)) = route.access {
            own[":key"] = try firstKey(in: table)
        }
        return try route.path.split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard part.hasPrefix(":") else { return String(part) }
            guard let value = own[String(part)] else {
                throw NoExample(
                    description: "PageExamples has no value for \(part) of \(route.path).")
            }
            return LocalPath.encode(value)
        }.joined(separator: "/")
    }

    private func firstKey(in table: Scope.UnderAgreement) throws -> String? {
        try bench.value(
            """
            SELECT t.key FROM \(table.rawValue) AS t JOIN agreement AS a ON a.key = t.agreement
            WHERE a.id = 'NORD-2013-900' ORDER BY t.key LIMIT 1
            """)
    }

    // MARK: What the worked example does not have

    private var site: TestSite { bench.site }

    private func author(_ user: String) -> Author { Author(actor: user, request: "tests") }

    private mutating func addHeldMeeting() throws {
        try site.register.write { db in
            try db.execute(
                sql: """
                    INSERT INTO meeting (id, agreement, level, theme, first_planned_on, planned_on,
                        status, held_on)
                    SELECT 'M-HELD', key, 'strategic', 'Vintermøtet', '2013-01-15', '2013-01-15',
                        'held', '2013-01-15' FROM agreement WHERE id = 'NORD-2013-900'
                    """)
            try MeetingDeeds(db, author: author("nord.sb0"), at: site.now).decide(
                MeetingDeeds.DecisionTerms(text: "Holde kurs", by: .imdi), in: "M-HELD")
        }
        values[":decision"] = try bench.value("SELECT max(key) FROM decision")
    }

    /// A hand-over, a task that gave up, and a report's file.
    private mutating func addOffers() throws {
        let now = site.now
        let (offer, file) = try site.register.write { db in
            let offer = try HandoverDeeds(db, author: author("nord.sb0"), at: now).offer(
                [.init(agreement: "NORD-2010-0001", note: "Ring ordføreren.")],
                from: "nord.sb0", to: "nord.sb1", note: nil)
            try DocumentStore(db).keep(
                .init(
                    path: "reports/annual-2012-edition-1.html", mediaType: "text/html",
                    body: .init("<h1>1</h1>".utf8)), at: now)
            return (offer, try String.fetchOne(db, sql: "SELECT max(key) FROM document"))
        }
        below["/handovers/:key"] = [":key": String(offer)]
        below["/reports/files/:key"] = [":key": file ?? ""]
        try site.plan(TaskID("dead"), subject: "nord.sb0")
        try site.kill(TaskID("dead"), reason: "SMTP 550")
    }

    /// A contact person, a document, something logged, a draft agreement and a draft of the rules.
    private mutating func addByForms() async throws {
        let browser = try asking("nord.sb0")
        let path = "/agreements/NORD-2013-900"
        _ = try await browser.post(
            "\(path)/contacts/new",
            ["party": "K1804", "name": "Rådmannen", "email": "radmann@kommune.example"])
        values[":contact"] = try bench.value("SELECT max(key) FROM contact")
        _ = try await browser.post(
            "\(path)/documents", ["kind": "signed"], file: "file", named: "avtale.pdf",
            content: Array("%PDF-1.7".utf8))
        values[":document"] = try bench.value("SELECT max(key) FROM agreement_document")
        _ = try await browser.post(
            "\(path)/commitments/new",
            ["text": "Bosette 20 i året", "side": "counterpart", "measurable": "true"])
        _ = try await browser.post("/log", ["text": "Ringte Bodø om høstens møte", "back": "/"])
        below["/log/:key"] = [":key": try bench.value("SELECT max(key) FROM activity") ?? ""]
        let draft = try await browser.post(
            "/agreements/new",
            ["title": "Avtale med Hammerfest", "kind": "municipal", "add_party": "2004"])
        let id = try #require(draft.location?.firstMatch(of: /[A-Z]+-\d{4}-\d+/)).0
        for step in ["negotiate", "sign"] {
            below["/agreements/:agreement/\(step)"] = [":agreement": String(id)]
        }
        _ = try await asking("c.admin").post(
            "/administration/rules/draft",
            ["yaml": site.site.rulebook.text, "note": "Som før"])
    }

    /// An evaluation with IMDi's part submitted, somebody to answer it, and a conclusion.
    private mutating func addEvaluation() throws {
        let (author, now) = (author("nord.sb0"), site.now)
        let contact = Int64(values[":contact"] ?? "") ?? 0
        let (key, respondent, secret, conclusion) = try site.register.write { db in
            try EvaluationLedger(db).open("NORD-2013-900", year: 2012, author: author, at: now)
            let key = try #require(
                try Int64.fetchOne(
                    db,
                    sql: """
                        SELECT evaluation.key FROM evaluation JOIN agreement
                        ON agreement.key = agreement WHERE agreement.id = 'NORD-2013-900'
                        """))
            let link = try RespondentDeeds(db, author: author, at: now)
                .invite(contact, to: key, in: .nb)
            let conclusion = try ConclusionDeeds(db, author: author, at: now).add(
                "Møtene må holdes", to: key, term: Day.last(of: 2012).adding(days: 31))
            let deeds = EvaluationDeeds(db, author: author, at: now)
            try deeds.save(
                [.init(dimension: "overall", score: 4, comment: "Gikk bra")], evaluation: key,
                since: nil)
            try deeds.submit(key)
            return (key, link.respondent, link.secret, conclusion)
        }
        below["/evaluations/:key"] = [
            ":key": String(key), ":respondent": String(respondent),
            ":conclusion": String(conclusion),
        ]
        below["/respond/:secret"] = [":secret": secret]
    }

    /// A report that is asked for and not yet made.
    private mutating func addEdition() throws {
        let now = site.now
        let key = try site.register.write { db in
            let shelf = ReportShelf(db)
            let name = try shelf.begin(
                Period(year: 2012), ReportShelf.Terms(language: .nb), rulesVersion: "1", at: now)
            return try #require(try shelf.edition(name)).key
        }
        below["/reports/editions/:key"] = [":key": String(key)]
    }

    /// A reminder that was told, with its link in the mail.
    private mutating func addNotice() throws {
        let now = site.now
        let day = try #require(Day("2013-02-25"))
        let key = NoticeKey(rule: .followUpDue, subject: "F-LATE", dueOn: day, stage: 2)
        let token = try site.register.write { db in
            let ledger = NoticeLedger(db)
            let notice = Notice(
                key: key, stagedOn: day, unit: .nord, agreement: "NORD-2013-900")
            _ = try ledger.produce(notice, on: day)
            try ledger.enter(
                key, for: "nord.sb0", on: day, as: .silenced, reason: "Det er stille.",
                silentUntil: day.adding(days: 9), at: now)
            return try AnswerLinks(db).make(for: "nord.sb0", key, at: now)
        }
        below["/answer/:token"] = [":token": token]
    }

    /// What is read by whoever has the link.
    private mutating func addSecrets() async throws {
        let invitation = try await asking("c.admin")
            .post("/administration/people/nord.sb2/invite", [:])
        let feed = try await asking("nord.sb0")
            .post("/calendar/feeds", ["unit": "nord"])
        below["/invitation/:token"] = [
            ":token": String(
                try #require(invitation.text.firstMatch(of: /\/invitation\/([\w\-]+)/)).1)
        ]
        below["/feeds/:token"] = [
            ":token": String(try #require(feed.text.firstMatch(of: /\/feeds\/([^<]+\.ics)</)).1)
        ]
    }
}
