/// Something an office did, under an agreement or with a party without one.
package struct Activity: Hashable, Sendable, Codable {
    package var id: String
    package var agreement: String?
    package var party: String?
    package var on: Day
    package var kind: ActivityKind
    package var theme: String?
    package var subGoal: SubGoal?
    package var participants: Int?
    package var outcome: String?

    package init(
        id: String,
        agreement: String? = nil,
        party: String? = nil,
        on: Day,
        kind: ActivityKind,
        theme: String? = nil,
        subGoal: SubGoal? = nil,
        participants: Int? = nil,
        outcome: String? = nil
    ) {
        self.id = id
        self.agreement = agreement
        self.party = party
        self.on = on
        self.kind = kind
        self.theme = theme
        self.subGoal = subGoal
        self.participants = participants
        self.outcome = outcome
    }
}

/// What sort of activity it was.
package enum ActivityKind: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable
{
    case visit
    case phone
    case seminar
    case conference
    case network
    case guidance
    case training
    case media
    case other
}
