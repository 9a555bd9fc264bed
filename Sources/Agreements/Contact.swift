/// A contact person of a counterpart: work details only.
package struct Contact: Hashable, Sendable, Codable {
    package var party: String
    package var name: String
    package var role: String?
    package var email: String?
    package var phone: String?

    package init(
        party: String,
        name: String,
        role: String? = nil,
        email: String? = nil,
        phone: String? = nil
    ) {
        self.party = party
        self.name = name
        self.role = role
        self.email = email
        self.phone = phone
    }
}
