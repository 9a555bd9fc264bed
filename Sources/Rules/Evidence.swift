import Agreements

/// What the register shows of an agreement's year, for those who score it (domain.md, 6).
package struct Evidence: Hashable, Sendable, Codable {
    /// Id.
    package var agreement: String
    package var year: Int
    /// I5 of the agreement alone.
    package var meetings: Ratio
    /// I6 of the agreement alone.
    package var followUps: Ratio
    /// I7 of the agreement alone.
    package var measures: Ratio
    package var activities: [ActivityKind: Int]
    /// Of the municipalities that a municipal agreement covers at the end of the year.
    package var settlement: SettlementSum?
    /// Of the approved evaluation of the year before.
    package var lastYear: EvaluationAssessment?
    package var light: EvidenceLight
    /// What the year was like beside the figures that the light looks at; nil where it was worked
    /// out before there were such figures.
    package var course: EvidenceCourse?

    package var activityCount: Int { activities.values.reduce(0, +) }
}

/// Works out the evidence of agreements; rows are grouped once, so that one agreement's evidence
/// looks at its own rows only.
package struct EvidenceSource: Sendable {
    private let facts: Facts
    private let rulebook: Rulebook
    private let year: Int
    private let meetings: Grouping
    private let followUps: Grouping
    private let measures: Grouping
    private let activities: Grouping
    private let evaluations: Grouping
    private let geography: Geography
    private let settlement: LatestSettlement

    /// Prepares the evidence of one year.
    package init(facts: Facts, year: Int, rulebook: Rulebook) {
        self.facts = facts
        self.rulebook = rulebook
        self.year = year
        let owners = facts.agreements.count
        meetings = Grouping(rows: facts.meetings.count, owners: owners) {
            facts.meetings[$0].agreement
        }
        followUps = Grouping(rows: facts.followUps.count, owners: owners) {
            facts.followUps[$0].agreement
        }
        measures = Grouping(rows: facts.measures.count, owners: owners) {
            facts.measures[$0].agreement
        }
        // Activities without an agreement are grouped under one position more.
        activities = Grouping(rows: facts.activities.count, owners: owners + 1) {
            facts.activities[$0].agreement ?? owners
        }
        evaluations = Grouping(rows: facts.evaluations.count, owners: owners) {
            facts.evaluations[$0].agreement
        }
        geography = Geography(facts: facts, at: .last(of: year))
        settlement = LatestSettlement(
            facts: facts, geography: geography, cutOff: .last(of: year))
    }

    /// The evidence of the agreement at a position, of the whole year as the register stands.
    package func evidence(ofAgreementAt position: Int) -> Evidence {
        let period = Period(year: year)
        var (held, onTime, done) = (Ratio(), Ratio(), Ratio())
        for row in meetings[position] { held.count(facts.meetings[row].isHeld(in: period)) }
        for row in followUps[position] { onTime.count(facts.followUps[row].isOnTime(in: period)) }
        for row in measures[position] { done.count(facts.measures[row].isDone(in: period)) }
        var kinds: [ActivityKind: Int] = [:]
        for row in activities[position] where period.contains(facts.activities[row].on) {
            kinds[facts.activities[row].kind, default: 0] += 1
        }
        return Evidence(
            agreement: facts.agreements[position].id, year: year, meetings: held,
            followUps: onTime, measures: done, activities: kinds,
            settlement: settled(under: facts.agreements[position]),
            lastYear: lastYear(ofAgreementAt: position),
            light: Light(evidence: [held, onTime, done], thresholds: rulebook.light),
            course: EvidenceCourse(
                facts: facts, year: year, agreement: position,
                meetings: meetings[position].map { facts.meetings[$0] },
                followUps: followUps[position].map { facts.followUps[$0] },
                measures: measures[position].map { facts.measures[$0] }))
    }

    private func settled(under agreement: AgreementFact) -> SettlementSum? {
        guard agreement.kind == .municipal else { return nil }
        let municipalities = Set(
            agreement.parties.flatMap { geography.municipalities(of: facts.parties[$0]) })
        return municipalities.reduce(SettlementSum(requested: 0, decided: 0, settled: 0)) {
            $0 + settlement.figures[$1]
        }
    }

    private func lastYear(ofAgreementAt position: Int) -> EvaluationAssessment? {
        evaluations[position].lazy.map { facts.evaluations[$0] }
            .first { $0.year == year - 1 && $0.status == .approved }?
            .assessment(under: rulebook)
    }
}
