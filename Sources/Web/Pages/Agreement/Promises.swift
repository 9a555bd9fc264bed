import Agreements

/// Something that was promised under an agreement and has a day: a measure or a follow-up.
struct Promise: Sendable {
    enum Kind: String, Sendable {
        case measure
        case followUp = "followup"
    }

    /// Where it stands on a day.
    enum Standing: String, CaseIterable, Sendable {
        case onTime = "on_time"
        /// Done after its day.
        case doneLate = "done_late"
        case open
        case overdue
        case cancelled
    }

    var kind: Kind
    var key: Int64
    var id: String
    var title: String
    var side: Side
    /// Name and id of its own responsible.
    var responsible: String?
    var responsibleID: String?
    var dueOn: Day
    var isOpen: Bool
    var doneOn: Day?
    var cancelledOn: Day?
    /// Of measures: the plan's year, the sub-goal, whether it is begun, and what came of it.
    var year: Int?
    var subGoal: SubGoal?
    var isBegun = false
    var result: String?
    /// Id of the meeting that it comes from.
    var meeting: String?

    func standing(on day: Day) -> Standing {
        if isOpen { return dueOn < day ? .overdue : .open }
        guard let doneOn else { return .cancelled }
        return doneOn <= dueOn ? .onTime : .doneLate
    }

    /// Where its form is.
    var path: String { "/\(kind == .measure ? "measures" : "followups")/\(key)" }
}

/// How many promises of a side stand how, on a day; what binds both counts for each.
struct PromiseTally: Sendable {
    let side: Side
    private(set) var counts: [Promise.Standing: Int] = [:]

    init(_ side: Side, _ promises: [Promise], on day: Day) {
        self.side = side
        for promise in promises where promise.side == side || promise.side == .both {
            counts[promise.standing(on: day), default: 0] += 1
        }
    }

    subscript(standing: Promise.Standing) -> Int { counts[standing] ?? 0 }
}
