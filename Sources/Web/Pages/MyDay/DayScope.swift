import Agreements

/// Whose work the page is about; it stands in the address as `who`.
enum DayScope: Hashable, Sendable {
    /// What the rules give to the reader.
    case mine
    case unit(OwningUnit)
    case everywhere

    /// Somebody who only reads has no work of their own and sees everybody's first.
    init(_ query: String, reader: User) {
        if let unit = OwningUnit(rawValue: query) {
            self = .unit(unit)
        } else {
            switch query {
            case "mine": self = .mine
            case "all": self = .everywhere
            default:
                self =
                    reader.role == .administrator || reader.role == .auditor
                    ? .everywhere : .mine
            }
        }
    }

    var value: String {
        switch self {
        case .mine: "mine"
        case .unit(let unit): unit.rawValue
        case .everywhere: "all"
        }
    }
}

/// A part of the page, in the order in which it is read; it stands in the address as `show`.
enum DayPart: String, CaseIterable, Hashable, Sendable {
    case waiting
    case escalated
    case late
    case today
    case soon
    case ahead

    /// Rows of the part on the overview; the rest is a link away.
    var overviewRows: Int {
        switch self {
        case .waiting, .escalated, .late: 10
        case .today, .soon: 12
        case .ahead: 0
        }
    }

    /// Rows of the part on a page of its own.
    static let pageRows = 50
}
