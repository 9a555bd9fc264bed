import Agreements

/// The work behind `Indicators`: tables by position, and one method for each kind of row.
struct IndicatorCount {
    let facts: Facts
    let period: Period
    let rulebook: Rulebook
    let geography: Geography
    /// By position of the agreement: the position of its owner, and whether it is in force at the
    /// cut-off.
    let owners: [Int]
    let inForce: [Bool]
    /// By position of the municipality: the position of its region, and whether a municipal
    /// agreement in force at the cut-off covers it.
    let regions: [Int?]
    let covered: [Bool]
    var tallies: [Tally]
    var coverage: [[CoverageCell]]
    var exceptions: [ExceptionList]

    var cutOff: Day { period.to }

    init(facts: Facts, period: Period, rulebook: Rulebook, divisionOn: Day?) {
        self.facts = facts
        self.period = period
        self.rulebook = rulebook
        let geography = Geography(facts: facts, of: period, divisionOn: divisionOn)
        let inForce = facts.agreements.map { $0.isInForce(on: period.to) }
        self.geography = geography
        self.inForce = inForce
        owners = facts.agreements.map(\.owner.position)
        regions = facts.municipalities.indices.map {
            geography.region(ofMunicipalityAt: $0)?.position
        }
        covered = geography.covered(
            by: facts.agreements.indices.lazy
                .filter { inForce[$0] && facts.agreements[$0].kind == .municipal }
                .map { facts.agreements[$0] },
            parties: facts.parties)
        let units = OwningUnit.allCases.count
        tallies = [Tally](repeating: Tally(), count: units)
        coverage = [[CoverageCell]](repeating: [], count: units)
        exceptions = [ExceptionList](repeating: ExceptionList(), count: units)
    }

    mutating func countAll() {
        countAgreements()
        countMunicipalities()
        countCoverage()
        countMeetings()
        countFollowUps()
        countMeasures()
        countEvaluations()
        countActivities()
        countGrants()
    }

    var parts: [UnitReport] {
        OwningUnit.allCases.map { unit in
            UnitReport(
                unit: unit, tally: tallies[unit.position], coverage: coverage[unit.position],
                exceptions: exceptions[unit.position].all,
                exceptionCounts: exceptions[unit.position].counts)
        }
    }

    // MARK: Agreements and places

    /// I1, I4, I10 and I11, and the denominator of I8.
    private mutating func countAgreements() {
        let requirements = Requirements(facts: facts, rulebook: rulebook)
        let endOfYearBefore = Day.last(of: cutOff.year - 1)
        for (position, agreement) in facts.agreements.enumerated() {
            let unit = owners[position]
            if agreement.isInForce(on: endOfYearBefore) {
                tallies[unit].evaluationCoverage.denominator += 1
            }
            guard inForce[position] else { continue }
            let met = requirements.met(byAgreementAt: position, on: cutOff)
            tallies[unit].agreementsInForce[agreement.kind, default: 0] += 1
            // A plan for the cut-off's year adopted by then is what R6 asks for as well.
            tallies[unit].planCoverage.count(met.contains(.r6))
            tallies[unit].anchored.count(met.contains(.r1))
            tallies[unit].commitmentGrade =
                tallies[unit].commitmentGrade
                + Ratio(met.count, of: Requirement.allCases.count)
            list(agreement, meeting: met.count, for: unit)
        }
    }

    /// I2, I3 and I15.
    private mutating func countMunicipalities() {
        let latest = LatestSettlement(facts: facts, geography: geography, cutOff: cutOff)
        for position in facts.municipalities.indices {
            guard let unit = regions[position] else { continue }
            if geography.isValid(municipalityAt: position) {
                tallies[unit].municipalitiesCovered.count(covered[position])
            }
            let figures = latest.figures[position]
            tallies[unit].settlement = tallies[unit].settlement + figures
            tallies[unit].settledUnderAgreement =
                tallies[unit].settledUnderAgreement
                + Ratio(covered[position] ? figures.settled : 0, of: figures.settled)
        }
    }

    /// I16.
    private mutating func countGrants() {
        let year = cutOff.year
        for grant in facts.grants where grant.year == year {
            let unit: Int
            let isUnderAgreement: Bool
            if let agreement = grant.agreement {
                (unit, isUnderAgreement) = (owners[agreement], inForce[agreement])
            } else if let number = grant.municipalityNumber,
                let position = geography.position(ofMunicipality: number),
                let region = regions[position]
            {
                (unit, isUnderAgreement) = (region, covered[position])
            } else {
                continue
            }
            let amount = Ratio(isUnderAgreement ? grant.amount : 0, of: grant.amount)
            tallies[unit].grants[grant.scheme] =
                (tallies[unit].grants[grant.scheme] ?? Ratio()) + amount
        }
    }

    /// I14, and the coverage matrix itself.
    private mutating func countCoverage() {
        var agreements = [[Int]](repeating: [], count: facts.parties.count)
        for (position, agreement) in facts.agreements.enumerated()
        where inForce[position] && agreement.kind == .sector {
            for party in Set(agreement.parties) { agreements[party].append(position) }
        }
        // In order of id: the matrix does not depend on the order in which rows were imported.
        for (position, party) in facts.parties.enumerated().sorted(by: {
            $0.element.id < $1.element.id
        }) {
            for unit in geography.units(ofCoverageCellsOf: party) {
                let own = agreements[position].filter { facts.agreements[$0].owner == unit }
                tallies[unit.position].sectorCoverage.count(!own.isEmpty)
                coverage[unit.position].append(
                    CoverageCell(
                        party: party.id, name: party.name, kind: party.kind,
                        authority: party.authority,
                        county: party.level == .county
                            ? party.countyNumber.flatMap { geography.county($0)?.name } : nil,
                        agreements: own.map { facts.agreements[$0].id }.sorted()))
            }
        }
    }
}

extension Geography {
    /// The units that should have an agreement with a state body, in order (I14).
    func units(ofCoverageCellsOf party: PartyFact) -> [OwningUnit] {
        switch party.kind {
        case .sectorAuthority, .countyAuthority, .countyGovernor: break
        default: return []
        }
        switch party.level {
        case .national: return [.central]
        case .regional: return OwningUnit.regions.filter(party.regions.contains)
        case .county: return party.countyNumber.flatMap { county($0)?.region }.map { [$0] } ?? []
        case .municipal: return []
        }
    }
}
