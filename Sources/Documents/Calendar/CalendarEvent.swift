import Agreements

/// An entry of a calendar feed.
package struct CalendarEvent: Hashable, Sendable {
    /// When it takes place.
    package enum Time: Hashable, Sendable {
        /// Whole days, the last one counted.
        case days(from: Day, through: Day)
        /// A wall-clock time in Oslo; the length in minutes, one at least.
        case clock(Day, hour: Int, minute: Int, minutes: Int)
    }

    /// Stable for the life of what it stands for, and unique in the world: `meeting-12@host`.
    package var uid: String
    package var time: Time
    package var summary: String
    package var details: String?
    package var place: String?
    /// A whole address.
    package var url: String?
    /// Grows with every change of time or cancellation.
    package var sequence: Int
    package var isCancelled: Bool
    /// When it was last changed in the register, so that an unchanged feed has unchanged bytes.
    package var changedAt: Instant

    package init(
        uid: String, time: Time, summary: String, details: String? = nil, place: String? = nil,
        url: String? = nil, sequence: Int = 0, isCancelled: Bool = false, changedAt: Instant
    ) {
        self.uid = uid
        self.time = time
        self.summary = summary
        self.details = details
        self.place = place
        self.url = url
        self.sequence = sequence
        self.isCancelled = isCancelled
        self.changedAt = changedAt
    }
}
