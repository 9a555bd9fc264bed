import Agreements

/// Something with a day, as calendars show it.
struct CalendarItem: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case meeting, followup, measure, evaluation, agreement
    }

    enum State: String, Sendable {
        case open, done, cancelled
    }

    let kind: Kind
    /// Of the row in its table.
    let key: Int64
    let day: Day
    /// Empty where the kind says it.
    let title: String
    let agreement: String
    let agreementTitle: String
    let unit: OwningUnit
    let state: State
    /// How often its day or its state has changed.
    let changes: Int

    var path: String {
        let agreement = "/agreements/\(LocalPath.encode(self.agreement))"
        return switch kind {
        case .meeting: "/meetings/\(key)"
        case .followup: "\(agreement)/promises"
        case .measure: "\(agreement)/plan"
        case .evaluation, .agreement: agreement
        }
    }
}
