/// What rights are given for: the records of domain.md, section 3, and what a system has beside
/// them.
package enum RecordKind: String, CaseIterable, Hashable, Sendable, Codable {
    case party
    case contact
    /// With its amendments and what it is filed under.
    case agreement
    case commitment
    case plan
    case measure
    /// With its agenda, minutes and decisions.
    case meeting
    case followUp = "follow_up"
    case activity
    case document
    case evaluation
    case settlement
    case grant
    case handOver = "hand_over"
    case target
    case report
    /// A member of staff: unit, role, leave, and the invitation to sign in.
    case user
    /// The owning units with their counties and municipalities.
    case unit
    case rules
    case dataImport = "import"
    case task
    case auditTrail = "audit_trail"
    /// A key with which a program uses the interface for programs.
    case token
    /// A sign-in that has not ended.
    case session
    case savedView = "saved_view"
    /// The secret address of somebody's calendar.
    case feed
    /// What somebody has chosen for themselves: language and password.
    case preference
}
