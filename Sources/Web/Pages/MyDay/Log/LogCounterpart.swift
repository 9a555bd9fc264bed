import Agreements

/// Whom an activity was with: an agreement, a party without one, or a municipality that is no
/// party yet.
enum LogCounterpart: Hashable, Sendable {
    case agreement(String)
    case party(String)
    /// By its number.
    case municipality(String)

    /// As it stands in a form; nil for anything else.
    init?(_ value: String) {
        guard let colon = value.firstIndex(of: ":") else { return nil }
        let id = String(value[value.index(after: colon)...])
        switch value[..<colon] {
        case "agreement": self = .agreement(id)
        case "party": self = .party(id)
        case "municipality": self = .municipality(id)
        default: return nil
        }
    }

    var value: String {
        switch self {
        case .agreement(let id): "agreement:\(id)"
        case .party(let id): "party:\(id)"
        case .municipality(let number): "municipality:\(number)"
        }
    }
}

/// Somebody whom a line may speak of.
struct LogCandidate: Hashable, Sendable {
    let counterpart: LogCounterpart
    /// The name of a party or municipality; the title of an agreement.
    let name: String
    let parties: [String]
    let owner: OwningUnit
}

/// Whom a line speaks of, as far as can be told.
struct LogMatch: Sendable {
    var candidates: [LogCandidate] = []
    /// Whether the only candidate was named in full, so that nobody needs to be asked.
    var isSure = false
}
