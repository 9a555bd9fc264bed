import Agreements
import GRDB

/// Adds and changes the people of the register, within one transaction of the caller and with
/// entries in the audit trail.
package struct StaffDeeds {
    /// Why a change of the staff is not made; nothing of it is written.
    package enum Refusal: Error, Hashable, Sendable {
        /// Somebody has the id already.
        case taken(id: String)
        /// Without this person nobody could administer the register any more.
        case lastAdministrator
        /// The person is responsible or deputy for so many agreements that have not ended.
        case hasAgreements(Int)
        /// The first day of leave is after the last.
        case leaveReversed
    }

    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Adds somebody, who cannot sign in before being invited.
    package func add(_ user: User) throws {
        try refuseReversedLeave(of: user)
        guard try !steps.exists("user", user.id) else { throw Refusal.taken(id: user.id) }
        try steps.add(
            "user",
            [
                "id": user.id, "name": user.name, "email": user.email,
                "unit": user.unit.rawValue, "role": user.role.rawValue,
                "active": user.isActive, "leave_from": user.leaveFrom?.description,
                "leave_to": user.leaveTo?.description, "language": user.language.rawValue,
            ])
    }

    /// Changes everything but the id; false when all is as before.
    ///
    /// Whoever is not active any more is signed out everywhere, and their invitations hold no
    /// more.
    ///
    /// - Parameter version: The one that was edited; nil expects nothing.
    @discardableResult
    package func change(_ user: User, expecting version: RecordVersion? = nil) throws -> Bool {
        try refuseReversedLeave(of: user)
        let key = try steps.key(of: "user", user.id)
        try steps.expect(version, of: "user", key: key)
        if user.role != .administrator || !user.isActive { try refuseLastAdministrator(key) }
        if !user.isActive { try refuseAgreements(of: key) }
        let isChanged = try steps.change(
            "user", key: key,
            to: [
                "name": user.name, "email": user.email, "unit": user.unit.rawValue,
                "role": user.role.rawValue, "active": user.isActive,
                "leave_from": user.leaveFrom?.description,
                "leave_to": user.leaveTo?.description, "language": user.language.rawValue,
            ])
        if isChanged, !user.isActive {
            try SessionStore(steps.db).endAll(of: user.id, at: steps.now)
            try AccountLetters(steps.db).takeBackAll(
                from: user.id, because: "Its receiver is not active.", at: steps.now)
        }
        return isChanged
    }

    /// Keeps the language that somebody has chosen for themselves.
    package func choose(_ language: Language, for user: String) throws {
        try steps.change(
            "user", key: steps.key(of: "user", user), to: ["language": language.rawValue])
    }

    /// The version that a form about the person carries.
    package static func version(of user: String, in db: Database) throws -> RecordVersion? {
        let key = try Int64.fetchOne(
            db, sql: "SELECT key FROM user WHERE id = ?", arguments: [user])
        return try key.flatMap { try RecordVersion.of("user", key: $0, in: db) }
    }

    /// Whether somebody can administer the register.
    package static func hasAdministrator(in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM user WHERE role = 'administrator' AND active = 1)
                """) ?? false
    }

    // MARK: Refusing

    private func refuseReversedLeave(of user: User) throws {
        guard let from = user.leaveFrom, let to = user.leaveTo, to < from else { return }
        throw Refusal.leaveReversed
    }

    private func refuseLastAdministrator(_ key: Int64) throws {
        let administrators = try Int64.fetchAll(
            steps.db, sql: "SELECT key FROM user WHERE role = 'administrator' AND active = 1")
        if administrators == [key] { throw Refusal.lastAdministrator }
    }

    private func refuseAgreements(of key: Int64) throws {
        let count = try Int.fetchOne(
            steps.db,
            sql: """
                SELECT count(*) FROM agreement
                WHERE (responsible = :key OR deputy = :key)
                    AND status IN ('draft', 'negotiating', 'active')
                """, arguments: ["key": key])
        if let count, count > 0 { throw Refusal.hasAgreements(count) }
    }
}

extension StaffDeeds.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .taken(let id): "The register has a user «\(id)» already: choose another id."
        case .lastAdministrator:
            "This is the only administrator: make somebody else one first."
        case .hasAgreements(let count):
            "This person is responsible or deputy for \(count) agreements: hand them over first."
        case .leaveReversed: "The first day of leave is after the last: correct one of them."
        }
    }
}
