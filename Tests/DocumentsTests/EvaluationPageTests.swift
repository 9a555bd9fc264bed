import Agreements
import Documents
import Testing

@testable import Rules

struct EvaluationPageTests {
    @Test(arguments: Language.allCases)
    func `the page is the stored one`(language: Language) throws {
        let page = EvaluationPage(dossier, in: language).render()

        #expect(try StoredFile(name: "evaluation-\(language.rawValue).html").matches(page))
    }

    @Test
    func `a gap between the parties is flagged in words`() {
        let page = EvaluationPage(dossier).render()

        #expect(page.contains("⚑ Stor: partene ser ulikt på avtalen (1,5)"))
        #expect(page.contains("! Gult: noe er under 80 %"))
        #expect(page.contains("ikke besvart"))
    }

    @Test
    func `an evaluation nobody has answered is a page`() {
        var dossier = dossier
        dossier.evaluation = Evaluation(agreement: "X", year: 2013, status: .open)
        dossier.assessment = EvaluationAssessment(
            imdi: .none, counterpart: .none, rulebook: .domain)
        dossier.scores = []
        dossier.evidence.lastYear = nil

        let page = EvaluationPage(dossier).render()

        #expect(page.contains("Ikke vurdert"))
        #expect(page.contains("Ikke kjent: ikke begge parter har svart"))
    }

    @Test(arguments: Dimension.municipal + Dimension.others)
    func `every dimension has a name`(dimension: String) {
        #expect(Dimension.text(of: dimension) != nil)
    }

    private var dossier: EvaluationDossier {
        let scores = [
            Score(
                agreement: "NORD-2012-003", year: 2013, side: .imdi, dimension: "settlement",
                score: 5),
            Score(
                agreement: "NORD-2012-003", year: 2013, side: .counterpart,
                dimension: "settlement", score: 3),
            Score(
                agreement: "NORD-2012-003", year: 2013, side: .counterpart,
                dimension: "overall", score: 4),
        ]
        return EvaluationDossier(
            agreement: "NORD-2012-003", title: "Samarbeidsavtale med Kárášjohka & Co",
            kind: .municipal, owner: .nord,
            evaluation: Evaluation(
                agreement: "NORD-2012-003", year: 2013, status: .approved,
                submittedOn: Day("2014-01-20"), approvedOn: Day("2014-01-30"),
                recommendation: .revise),
            evidence: Evidence(
                agreement: "NORD-2012-003", year: 2013, meetings: Ratio(3, of: 4),
                followUps: Ratio(8, of: 9), measures: Ratio(), activities: [.visit: 4],
                settlement: SettlementSum(requested: 40, decided: 30, settled: 27),
                lastYear: EvaluationAssessment(
                    imdi: ScoreSum(sum: 30, count: 7), counterpart: .none, rulebook: .domain),
                light: .yellow),
            assessment: EvaluationAssessment(
                imdi: ScoreSum(sum: 5, count: 1), counterpart: ScoreSum(sum: 7, count: 2),
                rulebook: .domain),
            scores: scores)
    }
}
