/// Money given to a municipality or under an agreement.
package struct Grant: Hashable, Sendable, Codable {
    package var municipalityNumber: String?
    package var agreement: String?
    package var scheme: String
    package var year: Int
    /// Whole NOK.
    package var amount: Int

    package init(
        municipalityNumber: String? = nil,
        agreement: String? = nil,
        scheme: String,
        year: Int,
        amount: Int
    ) {
        self.municipalityNumber = municipalityNumber
        self.agreement = agreement
        self.scheme = scheme
        self.year = year
        self.amount = amount
    }
}
