import Agreements
import GRDB
import Register
import Testing

@testable import Web

/// Staff score an evaluation, submit it, and have it approved.
struct EvaluationPagesTests {
    private let bench: EvaluationBench
    private let path: String

    init() throws {
        bench = try EvaluationBench()
        path = "/evaluations/\(bench.key)"
    }

    private func status() throws -> String? {
        try bench.value("SELECT status FROM evaluation WHERE key = \(bench.key)")
    }

    @Test(arguments: Language.allCases)
    func `the page shows the year's facts and what there is to do`(language: Language) async throws
    {
        let page = try await bench.site.browser(as: "nord.sb0", language: language).get(path)

        #expect(page.status == 200)
        #expect(page.text.contains("\(path)/answers"))
        #expect(page.text.contains("2014"))
        #expect(!page.text.contains("\(path)/approval"))
    }

    @Test func `IMDi's part is saved, submitted, sent back and submitted again`() async throws {
        let staff = try bench.site.browser(as: "nord.sb0")
        let director = try bench.site.browser(as: "nord.dir")
        let saved = try await staff.post(
            "\(path)/answers", ["score_overall": "4", "do": "save"])
        #expect(EvaluationBench.location(saved) == "\(path)/answers?said=saved")
        let form = try await staff.get("\(path)/answers").text
        let stamp = try #require(EvaluationBench.hidden("stamp", in: form))

        let submitted = try await staff.post(
            "\(path)/answers", ["score_overall": "4", "stamp": stamp, "do": "deliver"])

        #expect(EvaluationBench.location(submitted) == "\(path)?said=submitted")
        #expect(try status() == "submitted")

        let back = try await director.post("\(path)/send-back", ["comment": "Skriv om møtene"])

        #expect(EvaluationBench.location(back) == "\(path)?said=sent_back")
        #expect(try await staff.get(path).text.contains("Skriv om møtene"))
        let again = try await staff.post(
            "\(path)/answers",
            ["score_overall": "3", "comment_overall": "To møter", "do": "deliver"])
        #expect(EvaluationBench.location(again) == "\(path)?said=submitted")
    }

    @Test func `an approval without the counterpart's answer asks for a reason`() async throws {
        try bench.submit()
        let director = try bench.site.browser(as: "nord.dir")

        let refused = try await director.post("\(path)/approval", ["recommendation": "revise"])

        #expect(refused.status == 422)
        #expect(refused.text.contains("Motparten har ikke svart"))
        #expect(try status() == "submitted")

        let approved = try await director.post(
            "\(path)/approval",
            ["recommendation": "revise", "reason_without_counterpart": "Svarte ikke"])

        #expect(EvaluationBench.location(approved) == "\(path)?said=approved")
        #expect(try status() == "approved")
    }

    @Test func `an approval that the counterpart's answer overtook shows it first`() async throws {
        try bench.submit()
        let director = try bench.site.browser(as: "nord.dir")
        let form = try await director.get("\(path)/approval").text
        let version = try #require(EvaluationBench.hidden("version", in: form))
        try bench.answer()

        let reply = try await director.post(
            "\(path)/approval",
            [
                "recommendation": "continue", "reason_without_counterpart": "Svarte ikke",
                "version": version,
            ])

        #expect(reply.status == 422)
        #expect(try status() == "submitted")
    }

    @Test func `several are approved at once, with what stands out on top`() async throws {
        try bench.submit(6)
        try bench.answer(2)
        let director = try bench.site.browser(as: "nord.dir")

        let page = try await director.get("/evaluations/approve?year=2014").text
        #expect(page.contains(EvaluationBench.agreement))
        #expect(page.contains("Partene er ett poeng eller mer fra hverandre"))

        let missing = try await director.post(
            "/evaluations/approve", ["evaluation": "\(bench.key)", "year": "2014"])
        #expect(missing.status == 422)
        #expect(missing.text.contains("Velg Tilråding"))

        let approved = try await director.post(
            "/evaluations/approve",
            [
                "evaluation": "\(bench.key)", "recommend_\(bench.key)": "renew",
                "year": "2014",
            ])
        #expect(
            EvaluationBench.location(approved) == "/evaluations/approve?year=2014&said=approved")
        #expect(
            try bench.value("SELECT recommendation FROM evaluation WHERE key = \(bench.key)")
                == "renew")
    }

    @Test func `nobody approves several of another unit`() async throws {
        try bench.submit()
        try bench.answer()
        let other = try bench.site.browser(as: "c.dir")

        let page = try await other.get("/evaluations/approve?year=2014").text
        let reply = try await other.post(
            "/evaluations/approve",
            [
                "evaluation": "\(bench.key)", "recommend_\(bench.key)": "renew",
                "year": "2014",
            ])

        #expect(!page.contains(EvaluationBench.agreement))
        #expect(reply.status == 403)
        #expect(try status() == "submitted")
    }

    @Test func `a link goes by mail to its reader alone`() async throws {
        let staff = try bench.site.browser(as: "nord.sb0")
        let form = try await staff.get("\(path)/respondents/new").text
        #expect(form.contains("Rådmannen, rådmann"))

        let made = try await staff.post(
            "\(path)/respondents/new", ["contact": "\(bench.contact)", "language": "nn"])

        #expect(EvaluationBench.location(made) == "\(path)?said=invited")
        let order = try bench.value(
            """
            SELECT CAST(payload AS TEXT) FROM task_payload JOIN task ON task.key = task
            WHERE kind = 'reminder.letter'
            """)
        #expect(order?.contains("post@kommune.example") == true)
        #expect(order?.contains("respond") == true)
        #expect(try await !staff.get(path).text.contains("/respond/"))
    }

    @Test func `a link for somebody without an address is told once, and kept nowhere`()
        async throws
    {
        let bench = try EvaluationBench(email: nil)
        let staff = try bench.site.browser(as: "nord.sb0")

        let made = try await staff.post(
            "/evaluations/\(bench.key)/respondents/new",
            ["contact": "\(bench.contact)", "language": "nn"])

        #expect(made.status == 200)
        #expect(made.headers[.cacheControl] == "no-store")
        let start = try #require(made.text.range(of: "http://localhost:8080/respond/"))
        let secret = made.text[start.upperBound...].prefix { $0 != "<" }
        #expect(
            try await bench.site.browser(as: nil).get("/respond/\(secret)").status == 200)
        #expect(try await !staff.get("/evaluations/\(bench.key)").text.contains(secret))
    }

    @Test func `head office reminds each of all that is theirs, once a day`() async throws {
        let office = try bench.site.browser(as: "c.an0")
        try bench.site.register.write { db in
            try db.execute(
                sql: """
                    UPDATE agreement SET responsible = (SELECT key FROM user WHERE id = 'nord.sb1')
                    WHERE id = ?
                    """, arguments: [EvaluationBench.agreement])
        }
        func letters() throws -> String? {
            try bench.value("SELECT count(*) FROM task WHERE kind = 'reminder.letter'")
        }

        let asked = try await office.get("/evaluations/nudge?year=2014").text
        let sent = try await office.post("/evaluations/nudge", ["year": "2014"])

        #expect(asked.contains("Hver får én påminnelse"))
        #expect(EvaluationBench.location(sent).hasSuffix("said=nudged"))
        #expect(try letters() == "1")
        let waiting = try bench.site.register.read { db in try LetterBox(db).waiting() }
        #expect(waiting.map(\.recipient) == ["nord.sb1"])
        #expect(
            waiting.first?.order.letter.items?.contains {
                $0.hasPrefix(EvaluationBench.agreement)
            } == true)
        let again = try await office.post("/evaluations/nudge", ["year": "2014"])
        #expect(try letters() == "1")
        #expect(EvaluationBench.location(again).hasSuffix("said=nudged_today"))
    }

    @Test func `nobody is reminded anew while the last reminder waits`() async throws {
        let office = try bench.site.browser(as: "c.an0")
        _ = try await office.post("/evaluations/nudge", ["year": "2014"])
        try bench.site.register.write { db in
            try db.execute(
                sql: """
                    UPDATE task SET unique_key = replace(unique_key, '2014-12-16', '2014-12-15')
                    WHERE kind = 'reminder.letter'
                    """)
        }

        let again = try await office.post("/evaluations/nudge", ["year": "2014"])

        #expect(EvaluationBench.location(again).hasSuffix("said=nudged_today"))
    }

    @Test func `what is agreed becomes a measure, and each page leads to the other`() async throws {
        try bench.submit()
        try bench.answer()
        let staff = try bench.site.browser(as: "nord.sb0")
        let added = try await staff.post("\(path)/conclusions/new", ["text": "Fire møter"])
        #expect(EvaluationBench.location(added) == "\(path)?said=saved")
        let conclusion = try #require(try bench.value("SELECT key FROM conclusion"))

        let made = try await staff.post(
            "\(path)/conclusions/\(conclusion)/measure",
            ["title": "Fire møter", "side": "both", "due_on": "2015-06-01"])

        #expect(EvaluationBench.location(made) == "\(path)?said=saved")
        #expect(
            try bench.value(
                "SELECT year FROM measure JOIN conclusion_measure ON measure = measure.key")
                == "2015")
        #expect(try await staff.get(path).text.contains("/plan?year=2015"))
        let plan = try await staff.get("/agreements/\(EvaluationBench.agreement)/plan?year=2015")
        #expect(plan.text.contains(path))
    }

    @Test func `the round shows what is missing, with whom, and when it would end`() async throws {
        try bench.submit()
        try bench.answer()
        try bench.approve()
        let page = try await bench.site.browser(as: "c.an0").get("/evaluations/round?year=2014")
        let before = try await bench.site.browser(as: "c.an0").get("/evaluations/round?year=2012")

        #expect(page.status == 200)
        #expect(page.text.contains("Alle evalueringer er godkjent."))
        #expect(before.text.contains("Det som mangler"))
    }
}
