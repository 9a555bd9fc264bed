import Agreements
import Rules

/// The agreements in force on a day, each with the requirements that it meets.
struct JudgedAgreements: Sendable {
    struct Line: Hashable, Sendable {
        let id: String
        let title: String
        let unit: OwningUnit
        let kind: AgreementKind
        let responsible: String?
        let met: Set<Requirement>
    }

    let day: Day
    /// Those that meet fewest first, then by id.
    let lines: [Line]

    init(facts: Facts, on day: Day, rulebook: Rulebook) {
        self.day = day
        let requirements = Requirements(facts: facts, rulebook: rulebook)
        lines = facts.agreements.enumerated().filter { $0.element.isInForce(on: day) }.map {
            Line(
                id: $0.element.id, title: $0.element.title, unit: $0.element.owner,
                kind: $0.element.kind, responsible: $0.element.responsible,
                met: requirements.met(byAgreementAt: $0.offset, on: day))
        }.sorted { ($0.met.count, $0.id) < ($1.met.count, $1.id) }
    }

    func lines(of unit: OwningUnit) -> [Line] { lines.filter { $0.unit == unit } }
}
