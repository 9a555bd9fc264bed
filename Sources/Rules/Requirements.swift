import Agreements

/// A requirement that every agreement is held to (domain.md, 5).
package enum Requirement: String, CaseIterable, Hashable, Sendable, Codable {
    case r1 = "R1"
    case r2 = "R2"
    case r3 = "R3"
    case r4 = "R4"
    case r5 = "R5"
    case r6 = "R6"
    case r7 = "R7"
    case r8 = "R8"
    case r9 = "R9"
}

/// Judges agreements by the nine requirements, at any day.
///
/// Rows are grouped once, so that judging one agreement looks at its own rows only.
package struct Requirements: Sendable {
    private let facts: Facts
    private let rulebook: Rulebook
    private let plans: Grouping
    private let evaluations: Grouping
    private let activeUsers: Set<String>

    package init(facts: Facts, rulebook: Rulebook) {
        self.facts = facts
        self.rulebook = rulebook
        plans = Grouping(rows: facts.plans.count, owners: facts.agreements.count) {
            facts.plans[$0].agreement
        }
        evaluations = Grouping(rows: facts.evaluations.count, owners: facts.agreements.count) {
            facts.evaluations[$0].agreement
        }
        activeUsers = Set(facts.users.lazy.filter(\.isActive).map(\.id))
    }

    /// The requirements that an agreement in force on a day meets that day; the answer says nothing
    /// of an agreement that is not.
    package func met(byAgreementAt position: Int, on day: Day) -> Set<Requirement> {
        Set(Requirement.allCases.filter { isMet($0, byAgreementAt: position, on: day) })
    }

    /// Whether one requirement is met.
    package func isMet(_ requirement: Requirement, byAgreementAt position: Int, on day: Day)
        -> Bool
    {
        let agreement = facts.agreements[position]
        switch requirement {
        case .r1: return agreement.isAnchored
        case .r2: return lastsLongEnough(agreement)
        case .r3: return agreement.hasPurpose
        case .r4: return agreement.hasItsAreas
        case .r5: return agreement.bindsIMDi && agreement.bindsCounterpart
        case .r6: return hasPlan(agreementAt: position, on: day)
        case .r7: return (agreement.strategicMeetingsPerYear ?? 0) >= rulebook.cadenceMeetings
        case .r8: return isStaffed(agreement)
        case .r9: return isEvaluated(agreementAt: position, on: day)
        }
    }

    /// Whether a plan for the year of a day had been adopted by that day.
    func hasPlan(agreementAt position: Int, on day: Day) -> Bool {
        let year = day.year
        return plans[position].contains {
            facts.plans[$0].year == year && facts.plans[$0].isAdopted(by: day)
        }
    }

    private func lastsLongEnough(_ agreement: AgreementFact) -> Bool {
        guard let validFrom = agreement.validFrom, let validTo = agreement.validTo
        else { return false }
        return validTo.adding(days: 1) >= validFrom.adding(months: rulebook.multiYearMonths)
    }

    private func isStaffed(_ agreement: AgreementFact) -> Bool {
        guard let responsible = agreement.responsible, let deputy = agreement.deputy,
            responsible != deputy
        else { return false }
        return activeUsers.contains(responsible) && activeUsers.contains(deputy)
    }

    private func isEvaluated(agreementAt position: Int, on day: Day) -> Bool {
        let year = day.year - 1
        guard facts.agreements[position].isInForce(on: .last(of: year)) else { return true }
        return evaluations[position].contains {
            facts.evaluations[$0].year == year && facts.evaluations[$0].isApproved(by: day)
        }
    }
}

extension AgreementFact {
    fileprivate var isAnchored: Bool {
        switch counterpartSignatory {
        case .mayor, .chiefExecutive, .director: true
        case .other, nil: false
        }
    }

    fileprivate var hasItsAreas: Bool {
        guard kind == .municipal else { return !areas.isEmpty }
        return areas.contains(.settlement) || areas.contains(.qualification)
    }
}
