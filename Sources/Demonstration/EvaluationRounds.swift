import Agreements

/// The evaluations for 2011, 2012 and 2013 of every agreement in force on 15 November.
struct EvaluationRounds: Sendable {
    private let portfolio: Portfolio

    init(portfolio: Portfolio) {
        self.portfolio = portfolio
    }

    func hold(_ random: inout SplitMix64, into rows: inout DemonstrationRows) {
        for year in 2011...2013 {
            let opened = Day.first(of: year).adding(months: 10).adding(days: 14)
            for agreement in portfolio.inForce(on: opened) {
                evaluate(agreement, year, opened, &random, into: &rows)
            }
        }
    }

    /// Of the rounds that are over four of five are approved; of the last one, half.
    private func evaluate(
        _ agreement: Agreement, _ year: Int, _ opened: Day, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        let isFirst = portfolio.isFirstOfUnit(agreement)
        let luck = isFirst ? 1 : random.integer(in: 1...100)
        let limits = year == 2013 ? (approved: 50, submitted: 80) : (approved: 82, submitted: 94)
        var evaluation = Evaluation(agreement: agreement.id, year: year, status: .open)
        let submittedOn = opened.adding(days: random.integer(in: 10...45)).openDay
        let answers = isFirst || random.chance(percent: 85)
        if luck <= limits.submitted {
            evaluation.status = .submitted
            evaluation.submittedOn = submittedOn
            score(agreement, year, .imdi, &random, into: &rows)
            if answers { score(agreement, year, .counterpart, &random, into: &rows) }
        }
        if luck <= limits.approved {
            evaluation.status = .approved
            evaluation.approvedOn = submittedOn.adding(days: random.integer(in: 3...25)).openDay
            evaluation.recommendation = random.pick([.continue, .continue, .revise, .renew, .end])
            evaluation.reasonWithoutCounterpart =
                answers ? nil : "Kommunen eller etaten svarte ikke"
        }
        if evaluation.status == .open, luck.isMultiple(of: 2) {
            // Some counterparts are ahead; from numbers of their own, so that the rest stays.
            var own = SplitMix64(seed: UInt64(year * 100 + luck))
            score(agreement, year, .counterpart, &own, into: &rows)
        }
        rows.evaluations.append(evaluation)
    }

    /// Around a leaning of the party's own, with one in ten dimensions left blank.
    private func score(
        _ agreement: Agreement, _ year: Int, _ side: ScoringSide, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        let leaning = random.integer(in: 3...5)
        for dimension in Dimension.all(for: agreement.kind) {
            let score = leaning + random.integer(in: -1...1)
            guard dimension == "overall" || !random.chance(percent: 10) else { continue }
            rows.scores.append(
                Score(
                    agreement: agreement.id, year: year, side: side, dimension: dimension,
                    score: score))
        }
    }
}
