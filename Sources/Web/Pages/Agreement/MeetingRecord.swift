import Agreements
import Register

/// One meeting with its agenda, minutes, decisions and moves.
struct MeetingRecord: Sendable {
    var line: MeetingLine
    var imdiRoles: String?
    var counterpartRoles: String?
    var decisions: [Decision]
    var postponements: [Move]
    var version: RecordVersion?

    struct Decision: Sendable {
        var key: Int64
        var position: Int
        var text: String
        var side: Side
        var responsible: String?
        var responsibleID: String?
        var dueOn: Day?
        /// Key and id of the follow-up that it became.
        var followUp: (key: Int64, id: String)?

        var isAssigned: Bool { responsibleID != nil && dueOn != nil }
    }

    struct Move: Sendable {
        var movedTo: Day
        var decidedOn: Day
        var reason: String?
    }
}
