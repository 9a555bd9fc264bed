import Agreements
import Rules
import Testing

/// Who may see and write what of an evaluation of 2013, whose term is 31 January 2014.
struct EvaluationStandingTests {
    private let term = Rulebook.domain.evaluationTerm(of: 2013)

    private func standing(
        _ status: EvaluationStatus, imdi: Bool = false, counterpart: Bool = false
    ) -> EvaluationStanding {
        EvaluationStanding(
            year: 2013, status: status, isDeliveredByIMDi: imdi,
            isDeliveredByCounterpart: counterpart)
    }

    @Test func `the term is the last of January`() {
        #expect(term == "2014-01-31")
    }

    @Test(arguments: [
        (EvaluationStatus.open, false, false, false), (.open, false, true, false),
        (.submitted, true, false, false), (.submitted, true, true, true),
        (.open, true, true, true), (.approved, true, false, true),
    ])
    func `within the term neither sees the other before both have delivered`(
        status: EvaluationStatus, imdi: Bool, counterpart: Bool, isRevealed: Bool
    ) {
        let standing = standing(status, imdi: imdi, counterpart: counterpart)

        #expect(standing.isRevealed(on: "2014-01-31", term: term) == isRevealed)
        #expect(standing.isRevealed(on: "2014-02-01", term: term))
    }

    @Test func `the counterpart answers until the approval, and changes until it sees`() {
        let day: Day = "2013-12-20"

        #expect(standing(.open).mayAnswer(.counterpart, on: day, term: term))
        #expect(
            standing(.open, counterpart: true).mayAnswer(.counterpart, on: day, term: term))
        #expect(
            !standing(.submitted, imdi: true, counterpart: true)
                .mayAnswer(.counterpart, on: day, term: term))
        #expect(
            standing(.submitted, imdi: true).mayAnswer(.counterpart, on: "2014-03-01", term: term))
        #expect(
            !standing(.approved, imdi: true).mayAnswer(.counterpart, on: day, term: term))
    }

    @Test func `what is concluded is written between seeing and approving`() {
        let both = standing(.submitted, imdi: true, counterpart: true)

        #expect(both.mayConclude(on: "2013-12-20", term: term))
        #expect(!standing(.submitted, imdi: true).mayConclude(on: "2013-12-20", term: term))
        #expect(standing(.submitted, imdi: true).mayConclude(on: "2014-02-01", term: term))
        #expect(
            !standing(.approved, imdi: true, counterpart: true)
                .mayConclude(on: "2014-02-01", term: term))
    }

    @Test func `what stands out is told in its order`() {
        let apart = EvaluationAssessment(
            imdi: ScoreSum(sum: 5, count: 1), counterpart: ScoreSum(sum: 3, count: 1),
            rulebook: .domain)
        let both = standing(.submitted, imdi: true, counterpart: true)

        #expect(StandOut.of(both, apart, .red) == [.gap, .redLight])
        #expect(
            StandOut.of(
                standing(.submitted, imdi: true),
                EvaluationAssessment(
                    imdi: ScoreSum(sum: 5, count: 1), counterpart: .none, rulebook: .domain),
                .yellow) == [.noAnswer])
    }
}

/// The pace of a round that was opened on Friday 15 November 2013.
struct RoundPaceTests {
    private func pace(_ total: Int, _ approvals: [Day], on day: Day) -> RoundPace {
        RoundPace(
            total: total, approvals: approvals, opened: "2013-11-15", on: day,
            calendar: Rulebook.domain.calendar)
    }

    @Test func `half done in ten working days takes ten more`() {
        let pace = pace(4, ["2013-11-20", "2013-11-28"], on: "2013-11-28")

        #expect(pace.workingDays == 10)
        #expect(pace.missing == 2)
        #expect(pace.projectedOn == "2013-12-12")
    }

    @Test func `a part of a day is a day, and closed days are none`() {
        // 1 in 26 working days leaves 26 more, with Christmas and New Year closed.
        let pace = pace(2, ["2013-12-02"], on: "2013-12-20")

        #expect(pace.workingDays == 26)
        #expect(pace.projectedOn == "2014-02-03")
    }

    @Test func `without an approval there is no pace, and with all nothing to project`() {
        #expect(pace(3, [], on: "2013-12-02").projectedOn == nil)
        #expect(pace(1, ["2013-12-01"], on: "2013-12-02").projectedOn == nil)
        #expect(pace(2, ["2014-01-10"], on: "2013-12-02").approved == 0)
    }
}
