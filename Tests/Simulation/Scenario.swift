import Agreements
import Tasks

/// What a seed makes of a run: how much there is to do, and which faults strike how often.
///
/// Each fault is on in half of the seeds only, so that rare meetings of two are not drowned in the
/// others.
package struct Scenario: Sendable {
    /// How often a fault strikes, of a thousand chances.
    struct Faults: Sendable {
        // Messages
        var publicationLost = 0
        var confirmLost = 0
        var doubled = 0
        var delayed = 0
        var reordered = 0
        var refused = 0
        var returned = 0
        // The broker
        var brokerRestart = 0
        var brokerLosesAll = 0
        var connectionLost = 0
        // Workers
        var workerKilled = 0
        var workerFrozen = 0
        var workerStopped = 0
        var oldVersion = 0
        // The coordinator
        var coordinatorKilled = 0
        var coordinatorSuperseded = 0
        var diskFull = 0
        var databaseBusy = 0
        // People and time
        var meddling = 0
        var cancelledMeanwhile = 0
        var clockJump = 0
        var standstill = 0
    }

    package let seed: UInt64
    package let mutation: Mutation?
    let faults: Faults
    let rounds: Int
    let errands: Int
    let workers: Int
    let concurrency: Int
    let prefetch: Int
    let batch: Int
    let policy = RetryPolicy(
        base: .milliseconds(500), cap: 2, attempts: 4, crashes: 3, keptFor: .seconds(3))
    let limits = TaskState.Limits(lease: .seconds(6), rescue: .seconds(20))
    let beatEvery = Duration.seconds(2)
    let timeLimit = Duration.seconds(9)

    package init(seed: UInt64, mutation: Mutation? = nil) {
        let fate = Fate(seed: seed)
        self.seed = seed
        self.mutation = mutation
        faults = Scenario.faults(fate)
        rounds = fate.integer(in: 14...26)
        errands = fate.integer(in: 3...9)
        workers = fate.integer(in: 2...3)
        concurrency = fate.integer(in: 1...3)
        prefetch = concurrency + fate.integer(in: 0...4)
        batch = fate.pick([2, 5, 100])
    }

    private static func faults(_ fate: Fate) -> Faults {
        func sometimes(_ range: ClosedRange<Int>) -> Int {
            fate.happens(500) ? fate.integer(in: range) : 0
        }
        var faults = Faults()
        faults.publicationLost = sometimes(20...200)
        faults.confirmLost = sometimes(20...200)
        faults.doubled = sometimes(20...200)
        faults.delayed = sometimes(20...300)
        faults.reordered = sometimes(100...500)
        faults.refused = sometimes(20...100)
        faults.returned = sometimes(20...100)
        faults.brokerRestart = sometimes(10...40)
        faults.brokerLosesAll = sometimes(10...40)
        faults.connectionLost = sometimes(20...60)
        faults.workerKilled = sometimes(10...60)
        faults.workerFrozen = sometimes(10...40)
        faults.workerStopped = sometimes(10...40)
        faults.oldVersion = sometimes(500...1000)
        faults.coordinatorKilled = sometimes(10...60)
        faults.coordinatorSuperseded = sometimes(10...30)
        faults.diskFull = sometimes(10...40)
        faults.databaseBusy = sometimes(10...60)
        faults.meddling = sometimes(50...150)
        faults.cancelledMeanwhile = sometimes(10...60)
        faults.clockJump = fate.happens(150) ? 20 : 0
        faults.standstill = sometimes(10...30)
        return faults
    }
}
