import Agreements

/// The part of the register that a question is asked of.
///
/// Rows refer to agreements and parties by their position in `agreements` and `parties`, so
/// that grouping is indexing. Facts are a superset: rows that a question does not concern
/// never change its answer, so whoever loads them may leave out what cannot matter.
package struct Facts: Hashable, Sendable, Codable {
    package var counties: [County]
    package var municipalities: [Municipality]
    package var users: [User]
    package var parties: [PartyFact]
    package var agreements: [AgreementFact]
    package var plans: [PlanFact]
    package var measures: [MeasureFact]
    package var meetings: [MeetingFact]
    package var followUps: [FollowUpFact]
    package var activities: [ActivityFact]
    package var evaluations: [EvaluationFact]
    package var settlement: [SettlementFigure]
    package var grants: [GrantFact]
    package var targets: [Target]
    /// Loaded as evidence alone; nil for any other question.
    package var commitments: [CommitmentFact]?

    package init(
        counties: [County] = [],
        municipalities: [Municipality] = [],
        users: [User] = [],
        parties: [PartyFact] = [],
        agreements: [AgreementFact] = [],
        plans: [PlanFact] = [],
        measures: [MeasureFact] = [],
        meetings: [MeetingFact] = [],
        followUps: [FollowUpFact] = [],
        activities: [ActivityFact] = [],
        evaluations: [EvaluationFact] = [],
        settlement: [SettlementFigure] = [],
        grants: [GrantFact] = [],
        targets: [Target] = [],
        commitments: [CommitmentFact]? = nil
    ) {
        self.commitments = commitments
        self.counties = counties
        self.municipalities = municipalities
        self.users = users
        self.parties = parties
        self.agreements = agreements
        self.plans = plans
        self.measures = measures
        self.meetings = meetings
        self.followUps = followUps
        self.activities = activities
        self.evaluations = evaluations
        self.settlement = settlement
        self.grants = grants
        self.targets = targets
    }
}
