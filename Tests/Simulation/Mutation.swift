/// A deliberate mistake, by which it is shown that the simulator finds mistakes.
package enum Mutation: String, CaseIterable, Sendable {
    /// The dispatcher marks tasks as published whatever the queue answers.
    case unconfirmedIsPublished = "unconfirmed-is-published"
    /// What a result does to the register is done at each report, not at each outcome.
    case resultTakenTwice = "result-taken-twice"
    /// Nobody looks after tasks that have had no result for too long.
    case noRescue = "no-rescue"
    /// Leases run out while the coordinator is away and hears nobody.
    case leasesRunOn = "leases-run-on"
    /// A worker acknowledges what it takes, before its report is safe.
    case acknowledgedFirst = "acknowledged-first"
    /// A retry does not wait.
    case noDelay = "no-delay"
    /// A coordinator that was asleep writes under its successor's term.
    case oldTermWrites = "old-term-writes"
    /// A worker that starts again blames its crash on all that was delivered to it.
    case bystandersBlamed = "bystanders-blamed"
    /// A pause is forgotten at a restart.
    case pauseForgotten = "pause-forgotten"
    /// Tasks of one change are planned in transactions of their own.
    case planInPieces = "plan-in-pieces"
    /// A cancelled task that is reported as done becomes done.
    case cancelledIsDone = "cancelled-is-done"
}
