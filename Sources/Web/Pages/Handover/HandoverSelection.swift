import Agreements
import GRDB
import Rules

/// Reads what somebody may hand over, and to whom.
struct HandoverSelection {
    let db: Database

    /// An agreement that somebody is responsible for.
    struct Agreement: Hashable, Sendable {
        let id: String
        let title: String
        let owner: OwningUnit
        /// Name of whoever it has been offered to and who has not answered.
        let offeredTo: String?
    }

    struct Person: Hashable, Sendable {
        let id: String
        let name: String
        let unit: OwningUnit
        let role: Role
        let isThere: Bool
    }

    /// The agreements of the units that the giver is responsible for and that go on.
    func agreements(of giver: String, in units: [OwningUnit]) throws -> [Agreement] {
        let owners = Set(units)
        return try Row.fetchAll(
            db,
            sql: """
                SELECT agreement.id, title, owner,
                    (SELECT receiver.name FROM handover_agreement AS part
                    JOIN handover ON handover.key = part.handover
                    JOIN user AS receiver ON receiver.key = handover.receiver
                    WHERE part.agreement = agreement.key AND handover.state = 'offered')
                FROM agreement JOIN user ON user.key = agreement.responsible
                WHERE user.id = ? AND agreement.status IN ('draft', 'negotiating', 'active')
                ORDER BY agreement.id
                """, arguments: [giver]
        ).compactMap { row in
            guard let owner = OwningUnit(rawValue: row[2]), owners.contains(owner) else {
                return nil
            }
            return Agreement(id: row[0], title: row[1], owner: owner, offeredTo: row[3])
        }
    }

    /// Whoever is responsible for the agreement.
    func responsible(for agreement: String) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT user.id FROM agreement JOIN user ON user.key = agreement.responsible
                WHERE agreement.id = ?
                """, arguments: [agreement])
    }

    /// Who is responsible for something in these units, whether at work or not.
    func givers(in units: [OwningUnit], on day: Day) throws -> [Person] {
        let marks = Array(repeating: "?", count: units.count).joined(separator: ", ")
        return try people(
            """
            key IN (SELECT responsible FROM agreement WHERE owner IN (\(marks))
                AND status IN ('draft', 'negotiating', 'active'))
            """, StatementArguments(units.map(\.rawValue)), on: day)
    }

    /// Who may do the work of these units, and so may take over what is theirs.
    func receivers(for units: [OwningUnit], except giver: String, on day: Day) throws -> [Person] {
        try people("active = 1 AND id <> ?", [giver], on: day).filter { person in
            units.allSatisfy {
                Rights.allows(
                    role: person.role, unit: person.unit, action: .write, kind: .agreement,
                    of: .unit($0))
            }
        }
    }

    private func people(_ condition: String, _ arguments: StatementArguments, on day: Day) throws
        -> [Person]
    {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, name, unit, role, active, leave_from, leave_to FROM user
                WHERE \(condition) ORDER BY unit, name, id
                """, arguments: arguments
        ).map { row in
            guard let unit = OwningUnit(rawValue: row[2]), let role = Role(rawValue: row[3]) else {
                throw PageError.unforeseen
            }
            let user = User(
                id: row[0], name: row[1], email: "", unit: unit, role: role, isActive: row[4],
                leaveFrom: row[5], leaveTo: row[6], language: .nb)
            return Person(
                id: user.id, name: user.name, unit: unit, role: role,
                isThere: user.isThere(on: day))
        }
    }
}
