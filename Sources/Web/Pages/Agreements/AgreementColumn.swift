/// What the list can show of an agreement.
enum AgreementColumn: String, CaseIterable, Hashable, Sendable {
    case title
    case parties
    case owner
    case kind
    case status
    case validFrom = "valid_from"
    case validTo = "valid_to"
    case responsible
    case deputy
    case nextMeeting = "next_meeting"
    case late

    /// What the list shows until somebody chooses otherwise; the number always comes first.
    static let usual: [AgreementColumn] = [
        .title, .parties, .owner, .status, .validTo, .responsible, .nextMeeting, .late,
    ]

    /// Key of its heading.
    var key: String { "column_\(rawValue)" }

    /// Numbers stand to the right.
    var isNumber: Bool { self == .late }
}
