/// A member of staff, or a functional account.
package struct User: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var email: String
    package var unit: OwningUnit
    package var role: Role
    package var isActive: Bool
    /// First day of leave.
    package var leaveFrom: Day?
    /// Last day of leave.
    package var leaveTo: Day?
    /// What is written to the person in.
    package var language: Language

    package init(
        id: String,
        name: String,
        email: String,
        unit: OwningUnit,
        role: Role,
        isActive: Bool,
        leaveFrom: Day? = nil,
        leaveTo: Day? = nil,
        language: Language
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.unit = unit
        self.role = role
        self.isActive = isActive
        self.leaveFrom = leaveFrom
        self.leaveTo = leaveTo
        self.language = language
    }
}

extension User {
    /// Whether the person is active and not on leave that day.
    package func isThere(on day: Day) -> Bool {
        guard isActive else { return false }
        guard leaveFrom != nil || leaveTo != nil else { return true }
        return day < (leaveFrom ?? day) || day > (leaveTo ?? day)
    }
}

/// What a person may do, and which notices find them.
package enum Role: String, CaseIterable, Hashable, Sendable, Codable {
    case caseworker
    case settlementCoordinator = "settlement_coordinator"
    case regionalDirector = "regional_director"
    case headOfficeAnalyst = "head_office_analyst"
    case headOfficeDirector = "head_office_director"
    case administrator
    case auditor
}

/// A language of the interface and of what is sent.
package enum Language: String, CaseIterable, Hashable, Sendable, Codable {
    case nb
    case nn
    case en
}
