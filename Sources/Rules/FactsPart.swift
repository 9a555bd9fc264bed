import Agreements

extension Facts {
    /// The rows that one unit's part of a period's report is worked out from.
    ///
    /// `Indicators` on the part gives that unit the report that it gives it on the whole, and says
    /// nothing of the others. The part holds what belongs to the unit, and other owners' municipal
    /// agreements that cover its municipalities; positions are renumbered in the same order.
    package func part(of unit: OwningUnit, period: Period, divisionOn: Day? = nil) -> Facts {
        PartSelection(facts: self, unit: unit, period: period, divisionOn: divisionOn).part
    }
}

/// Chooses the rows of a part, and renumbers them.
private struct PartSelection {
    let facts: Facts
    let unit: OwningUnit
    let period: Period
    let geography: Geography
    let divisionOn: Day?
    private let isOwn: [Bool]
    private let parties: Renumbering
    private let agreements: Renumbering
    private let activities: [ActivityFact]

    init(facts: Facts, unit: OwningUnit, period: Period, divisionOn: Day?) {
        self.facts = facts
        self.unit = unit
        self.period = period
        self.divisionOn = divisionOn
        let geography = Geography(facts: facts, of: period, divisionOn: divisionOn)
        let isOwn = facts.agreements.map { $0.owner == unit }
        self.geography = geography
        self.isOwn = isOwn
        let covers = facts.parties.map { party in
            geography.municipalities(of: party).contains {
                geography.region(ofMunicipalityAt: $0) == unit
            }
        }
        agreements = Renumbering(
            keeping: facts.agreements.enumerated().map { position, agreement in
                isOwn[position]
                    || agreement.kind == .municipal && agreement.isInForce(on: period.to)
                        && agreement.parties.contains { covers[$0] }
            })
        let units = facts.parties.map { geography.unit(of: $0) }
        activities = facts.activities.filter { activity in
            guard period.contains(activity.on) else { return false }
            if let agreement = activity.agreement { return isOwn[agreement] }
            return activity.party.map { units[$0] == unit } ?? false
        }
        var keepsParty = facts.parties.map {
            geography.units(ofCoverageCellsOf: $0).contains(unit)
        }
        for (position, agreement) in facts.agreements.enumerated()
        where agreements.contains(position) {
            for party in agreement.parties { keepsParty[party] = true }
        }
        for party in activities.compactMap(\.party) { keepsParty[party] = true }
        parties = Renumbering(keeping: keepsParty)
    }

    var part: Facts {
        var part = Facts()
        part.counties = facts.counties
        part.municipalities = municipalities
        part.parties = parties.kept.map { facts.parties[$0] }
        part.agreements = agreements.kept.map { position in
            var agreement = facts.agreements[position]
            agreement.parties = agreement.parties.map { parties[$0] }
            return agreement
        }
        part.users = users
        addWork(to: &part)
        addFigures(to: &part)
        part.targets = facts.targets.filter {
            $0.unit == unit.rawValue && $0.year == period.to.year
        }
        return part
    }

    private func addWork(to part: inout Facts) {
        let cutOff = period.to
        part.plans = rows(facts.plans, \.agreement) { $0.year == cutOff.year }
        part.measures = rows(facts.measures, \.agreement) {
            period.contains($0.dueOn) || $0.dueOn < cutOff && !$0.isDone(by: cutOff)
        }
        part.meetings = rows(facts.meetings, \.agreement) { meeting in
            period.contains(meeting.firstPlannedOn)
                || meeting.heldOn.map(period.contains) ?? false
                || meeting.firstPostponedOn.map(period.contains) ?? false
        }
        part.followUps = rows(facts.followUps, \.agreement) {
            period.contains($0.dueOn) || $0.dueOn < cutOff && !$0.isDone(by: cutOff)
        }
        part.evaluations = rows(facts.evaluations, \.agreement) { $0.year == cutOff.year - 1 }
        part.activities = activities.map { activity in
            var activity = activity
            activity.agreement = activity.agreement.map { agreements[$0] }
            activity.party = activity.party.map { parties[$0] }
            return activity
        }
    }

    private func addFigures(to part: inout Facts) {
        let year = period.to.year
        part.settlement = facts.settlement.filter {
            $0.year == year && geography.region(ofMunicipality: $0.municipalityNumber) == unit
        }
        part.grants = facts.grants.compactMap { grant in
            guard grant.year == year else { return nil }
            guard let agreement = grant.agreement else {
                let region = grant.municipalityNumber.flatMap {
                    geography.region(ofMunicipality: $0)
                }
                return region == unit ? grant : nil
            }
            guard isOwn[agreement] else { return nil }
            var grant = grant
            grant.agreement = agreements[agreement]
            return grant
        }
    }

    /// The unit's own rows that matter, renumbered.
    private func rows<Row>(
        _ rows: [Row], _ agreement: WritableKeyPath<Row, Int>, where matters: (Row) -> Bool
    ) -> [Row] {
        rows.compactMap { row in
            guard isOwn[row[keyPath: agreement]], matters(row) else { return nil }
            var row = row
            row[keyPath: agreement] = agreements[row[keyPath: agreement]]
            return row
        }
    }

    /// Those of the unit, and all that its parties stand for.
    private var municipalities: [Municipality] {
        var keeps = facts.municipalities.indices.map {
            geography.region(ofMunicipalityAt: $0) == unit
        }
        var waiting = parties.kept.compactMap { facts.parties[$0].municipalityNumber }
        // Those that lie where their successors do bring them along.
        if divisionOn != nil {
            for position in keeps.indices where keeps[position] {
                waiting.append(facts.municipalities[position].number)
            }
        }
        var seen: Set<String> = []
        while let number = waiting.popLast() {
            guard seen.insert(number).inserted,
                let position = geography.position(ofMunicipality: number)
            else { continue }
            keeps[position] = true
            waiting += facts.municipalities[position].successors
        }
        return facts.municipalities.indices.filter { keeps[$0] }.map { facts.municipalities[$0] }
    }

    private var users: [User] {
        let staff = Set(
            facts.agreements.lazy.filter { $0.owner == unit }
                .flatMap { [$0.responsible, $0.deputy].compactMap(\.self) })
        return facts.users.filter { staff.contains($0.id) }
    }
}

/// New positions for the rows that are kept, in the same order.
private struct Renumbering {
    /// The old positions.
    let kept: [Int]
    private let new: [Int?]

    init(keeping keeps: [Bool]) {
        var kept: [Int] = []
        new = keeps.enumerated().map { position, isKept in
            guard isKept else { return nil }
            kept.append(position)
            return kept.count - 1
        }
        self.kept = kept
    }

    func contains(_ position: Int) -> Bool { new[position] != nil }

    /// The new position of a kept row.
    subscript(position: Int) -> Int {
        guard let position = new[position] else {
            preconditionFailure("A row of a part refers to one that was left out.")
        }
        return position
    }
}
