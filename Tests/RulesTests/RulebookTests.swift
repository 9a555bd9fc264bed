import Agreements
import Foundation
import Rules
import Testing

struct RulebookTests {
    @Test func `the defaults can be applied`() {
        #expect(Rulebook.domain.problems() == [])
    }

    @Test func `a version stands for the content`() throws {
        let copy = try JSONDecoder().decode(
            Rulebook.self, from: JSONEncoder().encode(Rulebook.domain))
        let other = Rulebook.domain.changed { $0.catchUpWorkingDays = 11 }

        #expect(copy == .domain)
        #expect(copy.version == Rulebook.domain.version)
        #expect(copy.version.count == 12)
        #expect(other.version != copy.version)
    }

    @Test(arguments: [
        "10 wd before", "2 wd after", "on the day", "12 months before", "1 month before", "03-01",
        "12-01 of the year before", "wd 5 of the next month",
    ])
    func `a time reads back as it is written`(text: String) throws {
        #expect(try #require(NoticeTiming(text)).description == text)
    }

    @Test(arguments: ["", "wd before", "3 days before", "13-01", "12-01 of the year", "10 wd"])
    func `what is not a time is refused`(text: String) {
        #expect(NoticeTiming(text) == nil)
    }

    /// A change for the worse, and the key that is named for it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var key: String
        var change: @Sendable (inout Rulebook) -> Void
        var testDescription: String { key }

        init(_ key: String, _ change: @escaping @Sendable (inout Rulebook) -> Void) {
            (self.key, self.change) = (key, change)
        }
    }

    @Test(arguments: [
        Mistake("catchUpWorkingDays") { $0.catchUpWorkingDays = -1 },
        Mistake("ratings") { $0.ratings.good = 5.5 },
        Mistake("ratings") { $0.ratings.veryHigh = .nan },
        Mistake("scoreGap") { $0.scoreGap = 0 },
        Mistake("light") { $0.light.red = 0.9 },
        Mistake("yellowTargetShare") { $0.yellowTargetShare = 1.2 },
        Mistake("overdueBands") { $0.overdueBands.second = 30 },
        Mistake("standardRequirements") { $0.standardRequirements = 10 },
        Mistake("reportCalendar.monthlyWorkingDay") { $0.reportCalendar.monthlyWorkingDay = 0 },
        Mistake("notices.plan.missing") { $0.notices[.planMissing] = nil },
        Mistake("notices.meeting.upcoming.1.at") {
            $0.notices[.meetingUpcoming] = [
                NoticeStage(at: .workingDaysBefore(0), to: [.responsible])
            ]
        },
        Mistake("notices.meeting.upcoming.1.to") { $0.notices[.meetingUpcoming]?[0].to = [] },
        Mistake("notices.settlement.missing.2.to") {
            $0.notices[.settlementMissing]?[1].to = [.responsible]
        },
        Mistake("notices.followup.due.1.to") {
            $0.notices[.followUpDue]?[0].to = [.settlementCoordinator]
        },
    ])
    func `a wrong value is named by its key`(mistake: Mistake) {
        #expect(Rulebook.domain.changed(mistake.change).problems().map(\.key) == [mistake.key])
    }

    static let issues: [(Day, [String])] = [
        ("2013-02-12", ["monthly 2013-01-01 2013-01-31"]),
        ("2013-02-14", ["annual 2012-01-01 2012-12-31"]),
        ("2013-07-10", ["monthly 2013-06-01 2013-06-30"]),
        ("2013-07-12", ["half_year 2013-01-01 2013-06-30"]),
        ("2013-07-13", []), ("2013-07-14", []), ("2013-07-15", []),
    ]

    @Test(arguments: issues)
    func `reports come round by the calendar`(day: Day, issues: [String]) {
        let due = Rulebook.domain.reportCalendar.due(on: day, in: Rulebook.domain.calendar)

        #expect(due.map { "\($0.kind.rawValue) \($0.period.from) \($0.period.to)" } == issues)
    }
}
