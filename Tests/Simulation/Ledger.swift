import Agreements
import Tasks

/// A promise that was broken, and how it showed.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Its number in the contract: `C3`.
    package let promise: String
    package let what: String

    package var description: String { "\(promise): \(what)" }
}

/// What was asked, what was done outside and what befell whom: all that the checker believes
/// besides the register.
struct Ledger {
    /// What a handler did that got to its end.
    struct Effect {
        let testimony: Testimony
        let isDone: Bool
    }

    /// In the order in which they were asked for.
    var errands: [Errand] = []
    private(set) var errand: [TaskID: Errand] = [:]
    /// Errands whose transaction committed.
    var committed: Set<TaskID> = []
    var effects: [Effect] = []
    /// Attempts of which a worker cannot tell any more.
    var untold: Set<Testimony> = []
    /// How often the worker of a task died, was silent or could not be heard: so many crashes of
    /// it may be counted.
    private(set) var incidents: [TaskID: Int] = [:]
    /// How often a handler has killed its process.
    var kills: [TaskID: Int] = [:]
    /// How many attempts of a task were reported as failed.
    var failures: [TaskID: Int] = [:]
    var cancelled: Set<TaskID> = []
    var retriedByHand: Set<TaskID> = []
    var paused: Set<TaskKind> = []
    var jumps = 0
    private(set) var violations: [Violation] = []
    private var outages = 0
    private var excused: Set<TaskID> = []

    mutating func add(_ errands: [Errand]) {
        self.errands += errands
        for errand in errands { self.errand[errand.id] = errand }
    }

    mutating func strike(_ ids: some Swift.Sequence<TaskID>) {
        for id in ids { incidents[id, default: 0] += 1 }
    }

    /// From now on nobody hears the workers; these tasks are under way.
    mutating func outageBegan(_ running: Set<TaskID>) {
        outages += 1
        strike(running.subtracting(excused))
        excused.formUnion(running)
    }

    /// They are heard again; these tasks are under way.
    mutating func outageEnded(_ running: Set<TaskID>) {
        strike(running.subtracting(excused))
        excused.formUnion(running)
        outages -= 1
        if outages == 0 { excused = [] }
    }

    /// What has been done up to now may never be heard of.
    mutating func forgiveEverything() {
        untold.formUnion(effects.map(\.testimony))
    }

    mutating func violate(_ promise: String, _ what: String) {
        violations.append(Violation(promise: promise, what: what))
    }
}
