import Agreements

/// The rows of a demonstration, table by table, in the order in which they are written.
package struct DemonstrationRows: Hashable, Sendable {
    /// Counterparts that the reference lacks.
    package var parties: [Party] = []
    package var contacts: [Contact] = []
    /// Made-up agreements, and those of the reference that change.
    package var agreements: [Agreement] = []
    package var commitments: [Commitment] = []
    package var plans: [Plan] = []
    package var measures: [Measure] = []
    package var meetings: [Meeting] = []
    package var postponements: [Postponement] = []
    package var followUps: [FollowUp] = []
    package var activities: [Activity] = []
    package var evaluations: [Evaluation] = []
    package var scores: [Score] = []
    package var settlement: [SettlementFigure] = []
    package var grants: [Grant] = []
    package var targets: [Target] = []
}
