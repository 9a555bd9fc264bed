import Agreements
import GRDB

/// The contact persons of counterparts.
package struct ContactDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// What stands in place of the name of somebody who is anonymised.
    package static let anonymousName = "Anonymisert"

    /// Adds a contact person and returns the row's key.
    @discardableResult
    package func add(_ contact: Contact) throws -> Int64 {
        let party = try steps.key(of: "party", contact.party)
        try steps.refuseEmpty(contact.name, "contact", contact.party, "name")
        return try steps.add(
            "contact",
            [
                "party": party, "name": contact.name,
                "occurrence": try occurrence(of: contact.name, party: party),
                "role": contact.role, "email": contact.email, "phone": contact.phone,
            ])
    }

    /// Writes a contact person anew; the party stays, and nobody is put in an anonymised place.
    package func edit(
        _ key: Int64, to contact: Contact, expecting version: RecordVersion?
    ) throws {
        let (party, name) = try named(key)
        try steps.expect(version, of: "contact", key: key)
        try steps.refuseEmpty(contact.name, "contact", contact.party, "name")
        var values: [String: RecordSteps.Value] = [
            "role": contact.role, "email": contact.email, "phone": contact.phone,
        ]
        if contact.name != name {
            values["name"] = contact.name
            values["occurrence"] = try occurrence(of: contact.name, party: party)
        }
        try steps.change("contact", key: key, to: values)
    }

    /// Takes name, e-mail and phone of a contact person away; the role stays.
    ///
    /// The audit trail keeps what they were, since its entries are chained and are never altered:
    /// those who may read the trail can still see them there, and nobody can anywhere else.
    package func anonymise(_ key: Int64) throws {
        let (party, _) = try named(key)
        try steps.change(
            "contact", key: key,
            to: [
                "name": Self.anonymousName,
                "occurrence": try occurrence(of: Self.anonymousName, party: party),
                "email": nil, "phone": nil,
            ])
    }

    private func named(_ key: Int64) throws -> (party: Int64, name: String) {
        let row = try Row.fetchOne(
            steps.db, sql: "SELECT party, name FROM contact WHERE key = ?", arguments: [key])
        guard let row else { throw RecordRefusal.unknown(table: "contact", id: String(key)) }
        let name: String = row[1]
        guard name != Self.anonymousName else {
            throw RecordRefusal.contradiction(.anonymised(contact: String(key)))
        }
        return (row[0], name)
    }

    /// Two people of one name at one party are told apart by their occurrence.
    private func occurrence(of name: String, party: Int64) throws -> Int {
        try Int.fetchOne(
            steps.db,
            sql: """
                SELECT coalesce(max(occurrence), 0) + 1 FROM contact WHERE party = ? AND name = ?
                """, arguments: [party, name]) ?? 1
    }
}
