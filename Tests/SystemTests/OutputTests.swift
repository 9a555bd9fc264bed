import Foundation
import Testing

extension SystemTests {
    /// Results on standard output and nothing else there, in the forms that others build on.
    @Suite struct OutputTests {
        private static let year = ["--from", "2013-01-01", "--to", "2013-12-31"]
        private static let units = ["ost", "indre_ost", "sor", "vest", "midt", "nord", "central"]

        private static let indicators: Set = [
            "agreements_in_force", "municipalities_covered", "settled_under_agreement",
            "plan_coverage", "meetings_held", "meetings_postponed", "meetings_cancelled",
            "meeting_delay_days", "followups_on_time", "measures_done", "evaluation_coverage",
            "score_imdi", "score_counterpart", "commitment_grade", "anchored", "activities",
            "overdue", "sector_coverage", "settlement", "grants", "municipal_meetings",
        ]

        @Test func `a report is an object of period, units, total and spread`() async throws {
            let office = try await Office.of2013()

            let ended = try await office.run(
                .avtalt, ["report", "--format", "json"] + Self.year)
            let one = try await office.run(
                .avtalt, ["report", "--format", "json", "--unit", "nord"] + Self.year)

            #expect(ended.errors == "")
            let report = try #require(try ended.json() as? [String: Any])
            #expect(Set(report.keys) == ["period", "units", "total", "spread"])
            #expect(
                report["period"] as? [String: String] == [
                    "from": "2013-01-01", "to": "2013-12-31",
                ])
            let units = try #require(report["units"] as? [String: [String: Any]])
            #expect(Set(units.keys) == Set(Self.units))
            let total = try #require(report["total"] as? [String: Any])
            #expect(units.values.allSatisfy { Set($0.keys) == Set(total.keys) })
            #expect(Set(total.keys) == Self.indicators)
            let held = try #require(total["meetings_held"] as? [String: Any])
            #expect(Set(held.keys) == ["numerator", "denominator", "value"])
            let nord = try #require(try one.json() as? [String: Any])
            #expect(Set(nord.keys) == ["period", "units"])
            #expect((nord["units"] as? [String: Any])?.keys.sorted() == ["nord"])
        }

        @Test func `notices are an array in order, and empty on a closed day`() async throws {
            let office = try await Office.of2013()

            let ended = try await office.avtalt(
                "notices", "--on", "2013-03-01", "--format", "json")
            let sunday = try await office.avtalt(
                "notices", "--on", "2013-03-03", "--format", "json")

            #expect(ended.errors == "")
            let notices = try #require(try ended.json() as? [[String: Any]])
            #expect(!notices.isEmpty)
            #expect(
                notices.allSatisfy {
                    Set($0.keys) == ["rule", "subject", "due_on", "stage", "recipients"]
                })
            let order = notices.map { "\($0["rule"] ?? "") \($0["subject"] ?? "")" }
            #expect(order == order.sorted())
            #expect((try sunday.json() as? [Any])?.isEmpty == true)
        }

        @Test func `an import counts what it added, changed and left`() async throws {
            let office = try Office()

            let first = try await office.avtalt(
                "import", Office.config("norway"), "--format", "json")
            let again = try await office.avtalt(
                "import", Office.config("norway"), "--format", "json", "--dry-run")

            #expect(first.errors == "")
            let summary = try #require(try first.json() as? [String: Any])
            #expect(Set(summary.keys) == ["added", "changed", "unchanged", "dry_run"])
            #expect(summary["dry_run"] as? Bool == false)
            #expect((summary["added"] as? [String: Int])?["counties"] == 33)
            let second = try #require(try again.json() as? [String: Any])
            #expect(second["dry_run"] as? Bool == true)
            #expect((second["unchanged"] as? [String: Int])?["counties"] == 33)
            #expect(((second["added"] as? [String: Int])?.values.reduce(0, +) ?? 0) == 0)
        }

        @Test(arguments: [
            ["due", "--on", "2013-06-30"], ["requirements", "--on", "2013-06-30"], ["why"],
            ["tasks"], ["tasks", "list", "--state", "done"],
        ])
        func `a list in JSON is an array`(_ call: [String]) async throws {
            let office = try await Office.of2013()
            try await office.avtalt("run", "--on", "2013-03-01")

            let ended = try await office.run(.avtalt, call + ["--format", "json"])

            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.errors == "")
            #expect((try ended.json() as? [[String: Any]])?.isEmpty == false)
        }

        @Test func `one task in JSON has its history`() async throws {
            let office = try await Office.of2013()
            try await office.avtalt("run", "--on", "2013-03-01")
            let list = try await office.avtalt("tasks", "list", "--format", "json")
            let first = try #require((try list.json() as? [[String: Any]])?.first)
            let id = try #require(first["id"] as? String)

            let shown = try await office.avtalt("tasks", "show", id, "--format", "json")

            let history = try #require(try shown.json() as? [String: Any])
            let events = try #require(history["events"] as? [[String: Any]])
            let names = events.compactMap { $0["name"] as? String }
            #expect(names.first == "planned")
            #expect(names.last == "done")
        }

        @Test func `what is said beside a result goes to standard error`() async throws {
            let office = try await Office.of2013()

            let backup = try await office.avtalt("backup", "copy.sqlite")
            let export = try await office.avtalt("export", "out")
            let pause = try await office.avtalt("tasks", "pause", "reminder")
            let report = try await office.run(
                .avtalt, ["report", "--output", "report.txt"] + Self.year)

            for ended in [backup, export, pause, report] {
                #expect(ended.status == 0, "\(ended.errors)")
                #expect(ended.text == "")
            }
            #expect(backup.errors.contains("copy.sqlite"))
            #expect(pause.errors.contains("paused"))
        }
    }
}
