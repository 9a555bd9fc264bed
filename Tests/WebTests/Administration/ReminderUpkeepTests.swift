import Agreements
import GRDB
import Register
import Rules
import Testing

@testable import Web

/// Quiet days, the hour of somebody's mail, and what a year or an import would remind of.
struct ReminderUpkeepTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test func `quiet days are set for the units that are chosen, and ended`() async throws {
        let administrator = try site.browser(as: "c.admin")

        let empty = try await administrator.get("/administration/quiet")
        let form = try await administrator.get("/administration/quiet/new")
        let wrong = try await administrator.post(
            "/administration/quiet",
            ["name": "Fellesferie", "first": "2013-07-08", "last": "2013-07-01", "units": "nord"])
        let right = try await administrator.post(
            "/administration/quiet",
            [
                "name": "Fellesferie", "first": "2013-07-08", "last": "2013-07-28",
                "units": "nord", "units": "sor",
            ])
        let periods = try site.register.read {
            try QuietPeriods.holding(from: try #require(Day("2013-03-01")), in: $0)
        }
        let key = try #require(periods.first?.key)
        let ended = try await administrator.post("/administration/quiet/\(key)/cancel", [:])
        let left = try await administrator.get("/administration/quiet")

        #expect(empty.text.contains("Ingen stille dager er satt."))
        #expect(form.text.contains("value=\"2013-07-08\""))
        #expect(form.text.contains("value=\"2013-07-28\""))
        #expect(wrong.status == 422)
        #expect(right.location == "/administration/quiet?said=quiet_added")
        #expect(periods.map(\.unit) == [.nord, .sor])
        #expect(ended.location == "/administration/quiet?said=quiet_cancelled")
        #expect(left.text.contains("08.07.2013"))
        #expect(!left.text.contains("/administration/quiet/\(key)/cancel"))
    }

    @Test func `everybody chooses the hour of their own mail`() async throws {
        let reader = try site.browser(as: "nord.sb0")

        let chosen = try await reader.post("/settings/mail", ["hour": "13"])
        let wrong = try await reader.post("/settings/mail", ["hour": "24"])
        let shown = try await reader.get("/settings")

        #expect(chosen.location == "/settings?said=saved")
        #expect(wrong.status == 400)
        #expect(shown.text.contains("<option value=\"13\" selected"))
        let hours = try site.register.read { try MailPreferences.hours(in: $0) }
        #expect(hours == ["nord.sb0": 13])
        #expect(try site.register.check().problems.isEmpty)
    }

    @Test(arguments: Language.allCases)
    func `a year ahead is rehearsed by month, rule and person`(language: Language) async throws {
        let reader = try site.browser(as: "c.an0", language: language)

        let page = try await reader.get("/administration/rules/year?year=2014")

        #expect(page.status == 200)
        #expect(page.text.contains("2014"))
        let name = language == .en ? "December" : "desember"
        #expect(page.text.contains(name))
        #expect(page.text.contains("nord.sb0"))
    }

    @Test func `an import says first what it would remind of`() async throws {
        let administrator = try site.browser(as: "c.admin")
        let rows = """
            id,agreement,meeting,title,by,responsible,due_on,status,done_on,cancelled_on
            NORD-2010-0001/F/77,NORD-2010-0001,,Sende rapport,imdi,nord.sb0,2013-04-12,open,,

            """

        let preview = try await administrator.post(
            "/administration/import", [:], file: "files", named: "followups.csv",
            content: Array(rows.utf8))

        #expect(preview.status == 200, "\(preview.text)")
        #expect(preview.text.contains("Hva det vil minne om"))
        #expect(preview.text.contains("Oppfølgingspunkt"))
        let kept = try site.register.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM followup WHERE id LIKE '%/F/77'")
        }
        #expect(kept == 0)
    }
}
