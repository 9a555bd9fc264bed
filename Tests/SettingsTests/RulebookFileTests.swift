import Foundation
import Rules
import Testing

@testable import Settings

@Suite struct RulebookFileTests {
    private static let shipped = packageFolder.appending(path: "Config/rules.yaml").path

    @Test func `the file that ships is the rulebook of domain.md, every key of it`() throws {
        let file = try SettingsFile(path: RulebookFileTests.shipped)
        var reader = SettingsReader(file: file)
        // Whatever the file left out would stay as it is here, unlike domain.md.
        var rules = Rulebook.domain
        rules.closedDays = []
        rules.notices = [:]
        rules.catchUpWorkingDays = 0

        rules.take(from: &reader)

        try reader.finish()
        #expect(rules == .domain)
        #expect(Set(file.entries.map(\.key)) == Set(reader.known))
    }

    @Test func `without a rules file the rules are those of domain.md`() throws {
        #expect(try AvtaltSettings().rulebook() == .domain)
    }

    @Test func `a changed file changes the rules and their version`() throws {
        let scratch = try Scratch()
        let path = try scratch.file(
            "rules.yaml",
            "closed_days: []\nnotices:\n  meeting.upcoming:\n    - on the day -> director, deputy\n"
        )

        var settings = AvtaltSettings()
        settings.rules = path
        let rules = try settings.rulebook()

        #expect(rules.closedDays == [])
        #expect(
            rules.notices[.meetingUpcoming]
                == [NoticeStage(at: .onTheDay, to: [.director, .deputy])])
        #expect(rules.notices[.followUpDue] == Rulebook.domain.notices[.followUpDue])
        #expect(rules.version != Rulebook.domain.version)
    }

    @Test func `wrong rules stop the start with their keys and lines`() throws {
        let scratch = try Scratch()
        let path = try scratch.file(
            "rules.yaml",
            """
            closed_days: 12-24
            score_gap: wide
            notices:
              meeting.upcoming:
                - 10 wd before -> responsible
                - 999 wd before -> boss
              meeting.outcome:
                - 2 wd after -> responsible
                - 999 wd after -> settlement_coordinator
            overdue_bands:
              first: 90
            cadence_meting: 1
            """)

        let error = #expect(throws: SettingsError.self) { try Rulebook.read(file: path) }

        #expect(error?.exitCode == 78)
        let text = try #require(error).description.replacing(path, with: "rules.yaml")
        let lines = text.components(separatedBy: "\n")
        #expect(
            lines == [
                "rules.yaml:12: cadence_meting: is not a known key; the nearest one is "
                    + "«cadence_meetings»",
                "rules.yaml:1: closed_days: must be a list of a month and day such as 12-24, or []",
                "rules.yaml:6: notices.meeting.upcoming: «999 wd before -> boss» is not a stage "
                    + "such as 10 wd before -> responsible, deputy",
                "rules.yaml:2: score_gap: «wide» is not a number such as 0.8",
                "rules.yaml:11: overdue_bands: first must be below second",
                "rules.yaml:9: notices.meeting.outcome.2.at: 999 is outside 1 to 250",
                "rules.yaml:9: notices.meeting.outcome.2.to: meeting.outcome has no "
                    + "settlement_coordinator",
            ])
    }

    @Test func `a rules file that is not there stops the start where it is named`() {
        #expect(
            problems(in: "language: nb\nrules: /nowhere/rules.yaml\n") == [
                "avtalt.yaml:2: rules: «/nowhere/rules.yaml» is not there; name a rules file, or "
                    + "none for the built-in ones"
            ])
    }
}
