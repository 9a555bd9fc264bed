import Agreements
import Register
import Rules

/// What every page of one agreement shows at its top.
struct AgreementHead: Sendable {
    var key: Int64
    var id: String
    var title: String
    var designation: String
    var kind: AgreementKind
    var owner: OwningUnit
    var status: AgreementStatus
    var purpose: String?
    var signedOn: Day?
    var signatory: Signatory?
    var validFrom: Day?
    var validTo: Day?
    var strategicMeetings: Int?
    var operationalMeetings: Int?
    var responsible: Person?
    var deputy: Person?
    var endedOn: Day?
    var endReason: String?
    /// Id of the agreement that it follows.
    var renews: String?
    /// Id of the agreement that follows it, unless that was abandoned.
    var renewedBy: String?
    /// Whom it is offered to, and has not been accepted by.
    var offeredTo: String?

    /// A member of staff.
    struct Person: Hashable, Sendable {
        var id: String
        var name: String
        var isActive: Bool
    }

    /// The address of the agreement, or of a page under it.
    func path(_ rest: String = "") -> String { Self.path(of: id, rest) }

    static func path(of id: String, _ rest: String = "") -> String {
        "/agreements/\(LocalPath.encode(id))" + (rest.isEmpty ? "" : "/\(rest)")
    }

    /// Whether it can still be changed.
    var isOpen: Bool { status != .ended && status != .abandoned }

    func isExpired(on day: Day) -> Bool {
        guard status == .active, let validTo else { return false }
        return validTo < day
    }

    /// The last day in force, that before the end where it was ended early.
    var lastDay: Day? {
        guard let endedOn else { return validTo }
        return validTo.map { min($0, endedOn.adding(days: -1)) }
    }
}

/// A page of one agreement: the tabs at its top, in their order.
enum AgreementTab: String, CaseIterable {
    case overview = ""
    case promises
    case plan
    case meetings
    case period
    case documents
    case reminders
    case history

    var wordKey: String { "tab_\(self == .overview ? "overview" : rawValue)" }
}
