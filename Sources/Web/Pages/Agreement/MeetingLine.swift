import Agreements

/// A meeting in lists and in the timeline.
struct MeetingLine: Sendable {
    var key: Int64
    var id: String
    var level: MeetingLevel
    var theme: String?
    var firstPlannedOn: Day
    var plannedOn: Day
    var status: MeetingStatus
    var heldOn: Day?
    var cancelledOn: Day?
    var minutes: String?
    var agenda: String?
    var minutesClosedOn: Day?
    /// How often it was moved.
    var postponements: Int
    /// Decisions, and those of them without a responsible or a day.
    var decisions: Int
    var unassigned: Int

    /// Held, or else planned.
    var on: Day { heldOn ?? plannedOn }
    var path: String { "/meetings/\(key)" }
}
