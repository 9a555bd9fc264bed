/// What a list of agreements is sorted by; of equals the lower number comes first.
package enum AgreementOrder: String, CaseIterable, Hashable, Sendable {
    case number
    case title
    /// The name of its first party.
    case party
    case responsible
    case owner
    case kind
    case status
    case validFrom = "valid_from"
    /// Those without a last day come last.
    case validTo = "valid_to"

    /// A text of the row, never null.
    var sql: String {
        switch self {
        case .number: "a.id"
        case .title: "l.title_order"
        case .party: "l.place_order"
        case .responsible: "l.responsible_order"
        case .owner: "a.owner"
        case .kind: "a.kind"
        case .status: "a.status"
        case .validFrom: "coalesce(a.valid_from, '')"
        case .validTo: "coalesce(a.valid_to, '9999')"
        }
    }
}
