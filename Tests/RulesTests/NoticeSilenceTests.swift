import Agreements
import Rules
import Testing

/// What keeps a notice from being sent, and from whom.
struct NoticeSilenceTests {
    private let dueOn: Day = "2013-01-31"
    private let today: Day = "2013-02-04"

    private func notice(stage: Int = 3) -> Notice {
        Notice(
            key: NoticeKey(
                rule: .planMissing, subject: "NORD-2012-001", dueOn: dueOn, stage: stage),
            stagedOn: today, unit: .nord, agreement: "NORD-2012-001",
            recipients: ["nord.dir", "nord.sb"])
    }

    private func answer(_ answer: NoticeAnswer, days: Int, by user: String = "nord.sb")
        -> NoticeSilence.Answer
    {
        NoticeSilence.Answer(
            rule: .planMissing, subject: "NORD-2012-001", dueOn: dueOn, user: user,
            answer: answer, until: today.adding(days: days))
    }

    private func silence(
        _ answers: [NoticeSilence.Answer] = [], quiet: [NoticeSilence.QuietPeriod] = []
    ) -> NoticeSilence {
        NoticeSilence(
            answers: answers, quietPeriods: quiet,
            units: ["nord.dir": .nord, "nord.sb": .nord, "c.an": .central], on: today)
    }

    @Test func `an answer with a day holds for everybody, up to that day`() {
        let silence = silence([answer(.later, days: 1)])

        for recipient in ["nord.sb", "nord.dir", "c.an"] {
            #expect(
                silence.reason(notice(), for: recipient)
                    == .later(by: "nord.sb", until: today.adding(days: 1)))
        }
        #expect(self.silence([answer(.later, days: 0)]).reason(notice(), for: "nord.sb") == nil)
    }

    @Test func `an answer is about its own notice alone`() {
        let silence = silence([answer(.later, days: 9)])
        var other = notice()
        other.key.rule = .evaluationDue
        var later = notice()
        later.key.dueOn = dueOn.adding(days: 365)

        #expect(silence.reason(other, for: "nord.sb") == nil)
        #expect(silence.reason(later, for: "nord.sb") == nil)
    }

    @Test func `whoever says that it is not theirs is left alone, and nobody else`() {
        let silence = silence([answer(.notMine, days: 5)])

        #expect(
            silence.reason(notice(), for: "nord.sb") == .notMine(until: today.adding(days: 5)))
        #expect(silence.reason(notice(), for: "nord.dir") == nil)
    }

    @Test func `quiet days hold for a unit's people and for what it owns`() {
        let last = today.adding(days: 3)
        let quiet = NoticeSilence.QuietPeriod(
            unit: .nord, first: today.adding(days: -3), last: last)
        let silence = silence(quiet: [quiet])
        var others = notice()
        others.unit = .sor

        let reason = NoticeSilence.Reason.quiet(.nord, until: last.adding(days: 1))
        #expect(silence.reason(notice(), for: "c.an") == reason)
        #expect(silence.reason(others, for: "nord.dir") == reason)
        #expect(silence.reason(others, for: "c.an") == nil)
    }

    @Test(arguments: [-8, 1])
    func `quiet days that are over, or to come, are quiet no more or not yet`(offset: Int) {
        let first = today.adding(days: offset)
        let quiet = NoticeSilence.QuietPeriod(
            unit: .nord, first: first, last: first.adding(days: 7))

        #expect(silence(quiet: [quiet]).reason(notice(), for: "nord.sb") == nil)
    }

    @Test(arguments: [
        ("2013-01-01", "2013-07-08", "2013-07-28"), ("2013-07-28", "2013-07-08", "2013-07-28"),
        ("2013-07-29", "2014-07-07", "2014-07-27"), ("2016-02-01", "2016-07-11", "2016-07-31"),
    ])
    func `the general holiday is the last three full weeks of July`(
        from: String, first: String, last: String
    ) throws {
        let days = GeneralHoliday.days(from: try #require(Day(from)))

        #expect(days.first == Day(first))
        #expect(days.last == Day(last))
    }
}
