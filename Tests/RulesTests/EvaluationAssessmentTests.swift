import Agreements
import Rules
import Testing

struct EvaluationAssessmentTests {
    func assessment(_ imdi: ScoreSum, _ counterpart: ScoreSum) -> EvaluationAssessment {
        EvaluationAssessment(imdi: imdi, counterpart: counterpart, rulebook: .domain)
    }

    @Test(arguments: [
        (35, 7, Rating.veryHigh), (34, 7, .good), (27, 6, .good), (31, 7, .satisfactory),
        (28, 7, .satisfactory), (27, 7, .unsatisfactory), (0, 0, .unrated),
    ])
    func `a rating begins at its threshold`(sum: Int, count: Int, rating: Rating) {
        #expect(assessment(ScoreSum(sum: sum, count: count), .none).rating == rating)
    }

    @Test func `the agreement's score is the mean of the parties' scores, not of all answers`() {
        let result = assessment(ScoreSum(sum: 12, count: 2), ScoreSum(sum: 21, count: 7))

        #expect(result.imdi == 6)
        #expect(result.counterpart == 3)
        #expect(result.score == 4.5)
        #expect(result.rating == .good)
        #expect(result.hasGap)
    }

    @Test func `thirds that make a half reach the threshold exactly`() {
        let result = assessment(ScoreSum(sum: 13, count: 3), ScoreSum(sum: 14, count: 3))

        #expect(result.score == 4.5)
        #expect(result.rating == .good)
        #expect(!result.hasGap)
    }

    @Test(arguments: [(21, 5, 16, 5, true), (25, 6, 19, 6, true), (25, 6, 23, 7, false)])
    func `a gap is a whole point or more`(
        imdi: Int, first: Int, counterpart: Int, second: Int, hasGap: Bool
    ) {
        let result = assessment(
            ScoreSum(sum: imdi, count: first), ScoreSum(sum: counterpart, count: second))

        #expect(result.hasGap == hasGap)
    }

    @Test func `one party's score alone is the agreement's and has no gap`() {
        let result = assessment(.none, ScoreSum(sum: 17, count: 4))

        #expect(result.score == 4.25)
        #expect(result.imdi == nil)
        #expect(!result.hasGap)
    }

    @Test(arguments: [
        ([Ratio(4, of: 5), Ratio(), Ratio(1, of: 1)], Light.green),
        ([Ratio(79, of: 100), Ratio(1, of: 1), Ratio()], .yellow),
        ([Ratio(1, of: 2), Ratio(1, of: 1), Ratio(1, of: 1)], .yellow),
        ([Ratio(49, of: 100), Ratio(1, of: 1), Ratio(1, of: 1)], .red),
        ([Ratio(), Ratio(), Ratio()], .grey),
    ])
    func `the evidence light looks at the ratios that have a denominator`(
        ratios: [Ratio], light: Light
    ) {
        #expect(Light(evidence: ratios, thresholds: Rulebook.domain.light) == light)
    }

    @Test(arguments: [
        (0.9, 0.9, Light.green), (0.899, 0.9, .yellow), (0.72, 0.9, .yellow),
        (0.719, 0.9, .red), (0.0, 0.0, .green),
    ])
    func `a figure is green at its target and yellow from eighty percent of it`(
        value: Double, target: Double, light: Light
    ) {
        #expect(Light(value: value, target: target, rulebook: .domain) == light)
    }

    @Test func `a figure without a target, or a target without a figure, is grey`() {
        #expect(Light(value: 1, target: nil, rulebook: .domain) == .grey)
        #expect(Light(value: nil, target: 1, rulebook: .domain) == .grey)
    }

    @Test func `evidence is of one agreement and one year`() {
        let register = Register()
            .meeting("2013-02-01", status: .held, heldOn: "2013-02-03")
            .meeting("2013-03-01", status: .cancelled, cancelledOn: "2013-02-20")
            .meeting("2012-03-01", status: .held, heldOn: "2012-03-01")
            .followUp("2013-04-01", status: .done, doneOn: "2013-04-01")
            .followUp("2013-05-01", status: .done, doneOn: "2013-05-02")
            .followUp("2013-05-01", status: .cancelled, cancelledOn: "2013-04-02")
            .measure("2013-06-01", status: .done, doneOn: "2013-08-01")
            .changed {
                $0.facts.agreements.append($0.agreement)
                $0.facts.meetings.append($0.facts.meetings[0])
                $0.facts.meetings[3].agreement = 1
                $0.facts.activities = [
                    ActivityFact(agreement: 0, on: "2013-05-05", kind: .visit),
                    ActivityFact(agreement: 0, on: "2012-05-05", kind: .visit),
                    ActivityFact(party: 0, on: "2013-05-05", kind: .visit),
                ]
                $0.facts.settlement = [
                    SettlementFigure(
                        municipalityNumber: "1811", year: 2013, month: 11, requested: 12,
                        decided: 10, settled: 8)
                ]
                $0.facts.evaluations[0].imdi = ScoreSum(sum: 9, count: 2)
            }

        let evidence = EvidenceSource(facts: register.facts, year: 2013, rulebook: .domain)
            .evidence(ofAgreementAt: 0)

        #expect(evidence.meetings == Ratio(1, of: 2))
        #expect(evidence.followUps == Ratio(1, of: 2))
        #expect(evidence.measures == Ratio(1, of: 1))
        #expect(evidence.activities == [.visit: 1])
        #expect(evidence.settlement == SettlementSum(requested: 12, decided: 10, settled: 8))
        #expect(evidence.lastYear?.rating == .good)
        #expect(evidence.light == .yellow)
    }
}
