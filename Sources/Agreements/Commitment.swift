/// A promise in an agreement.
package struct Commitment: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: String
    package var by: Side
    package var text: String
    package var isMeasurable: Bool

    package init(
        id: String,
        agreement: String,
        by: Side,
        text: String,
        isMeasurable: Bool
    ) {
        self.id = id
        self.agreement = agreement
        self.by = by
        self.text = text
        self.isMeasurable = isMeasurable
    }
}

/// Whom a commitment, measure or follow-up binds.
package enum Side: String, CaseIterable, Hashable, Sendable, Codable {
    case imdi
    case counterpart
    case both
}
