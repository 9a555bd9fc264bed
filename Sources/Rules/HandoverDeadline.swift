import Agreements

/// How long whoever is offered agreements may take to answer, before the director hears of it.
package struct HandoverDeadline: Hashable, Sendable {
    /// Working days after the day of the offer.
    package static let workingDays = 5

    /// The last day on which the answer is in time.
    package let day: Day

    package init(offeredOn: Day, calendar: WorkingCalendar) {
        day = calendar.workingDay(Self.workingDays, after: offeredOn)
    }

    /// Whether the director is to see to it.
    package func isPast(on today: Day) -> Bool { today > day }
}
