import Agreements

/// A row of the register that a figure counts, and what it adds to the figure.
package struct CountedRecord: Hashable, Sendable {
    /// The row, by its position in the facts that it was counted from.
    package enum Subject: Hashable, Sendable {
        case agreement(Int)
        case municipality(Int)
        case meeting(Int)
        case followUp(Int)
        case measure(Int)
        case evaluation(Int)
        case activity(Int)
        case grant(Int)
        /// A cell of the coverage matrix: the party's position; the unit is the record's.
        case cell(party: Int)
    }

    package var subject: Subject
    package var unit: OwningUnit
    /// To a ratio, its part; to a count, 1 of 0; to a mean, nothing.
    package var part: Ratio
    /// To a mean or a median, its single value.
    package var value: Double?
    /// What an overdue row is late by.
    package var days: Int?
    /// All three figures of a municipality, for `settlement`.
    package var settlement: SettlementSum?

    init(_ subject: Subject, _ unit: OwningUnit, part: Ratio = Ratio(), value: Double? = nil) {
        self.subject = subject
        self.unit = unit
        self.part = part
        self.value = value
    }
}

extension [CountedRecord] {
    /// What the rows add up to: the indicator's value over them.
    package func value(of indicator: Indicator) -> IndicatorValue {
        if indicator.ratio != nil { return .share(reduce(Ratio()) { $0 + $1.part }) }
        switch indicator {
        case .meetingDelayDays:
            var tally = Tally()
            tally.meetingDelays = compactMap { $0.value.map { Int($0) } }
            return .mean(tally.meetingDelayDays)
        case .scoreIMDi, .scoreCounterpart:
            var tally = Tally()
            tally.imdiScores = compactMap(\.value)
            return .mean(tally.scoreIMDi)
        default: return .count(reduce(0) { $0 + $1.part.numerator })
        }
    }
}
