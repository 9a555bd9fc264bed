import Agreements

/// Whose the record is that somebody wants to do something with.
package enum RightSubject: Hashable, Sendable {
    /// Of the unit that owns the record, or the agreement that it lies under.
    case unit(OwningUnit)
    /// Of the person who asks, who has it for themselves.
    case oneself
    /// Of another person, who has it for themselves.
    case somebodyElse
    /// Of nobody in particular: rules, units, people, imports, tasks, the audit trail.
    case everybody
}
