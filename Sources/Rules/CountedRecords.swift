import Agreements

/// The rows behind each indicator of a period: what `Indicators` counts, named instead of added up.
///
/// Nothing that adds 0 of 0 is named. The rows of a unit add up to the unit's figure, those of all
/// units to the total.
package struct CountedRecords: Sendable {
    package let facts: Facts
    package let period: Period
    let count: IndicatorCount

    /// - Parameter divisionOn: As of `Indicators`.
    package init(facts: Facts, period: Period, rulebook: Rulebook, divisionOn: Day? = nil) {
        self.facts = facts
        self.period = period
        count = IndicatorCount(
            facts: facts, period: period, rulebook: rulebook, divisionOn: divisionOn)
    }

    /// The rows of all units, in the order of the facts.
    package func records(of indicator: Indicator) -> [CountedRecord] {
        switch indicator {
        case .agreementsInForce, .planCoverage, .commitmentGrade, .anchored:
            agreements(of: indicator)
        case .evaluationCoverage: evaluatedAgreements
        case .scoreIMDi, .scoreCounterpart: evaluations(of: indicator)
        case .municipalitiesCovered, .settledUnderAgreement, .settlement:
            municipalities(of: indicator)
        case .meetingsHeld, .meetingsPostponed, .meetingsCancelled, .meetingDelayDays:
            meetings(of: indicator)
        case .followUpsOnTime: followUps
        case .measuresDone: measures
        case .overdue: overdue
        case .activities, .municipalMeetings: contacts(of: indicator)
        case .sectorCoverage: cells
        case .grants: grants
        }
    }

    private var cutOff: Day { period.to }

    private func owner(of agreement: Int) -> OwningUnit { facts.agreements[agreement].owner }

    private func agreements(of indicator: Indicator) -> [CountedRecord] {
        let requirements = Requirements(facts: facts, rulebook: count.rulebook)
        return facts.agreements.indices.filter { count.inForce[$0] }.map { position in
            let part: Ratio
            switch indicator {
            case .agreementsInForce: part = Ratio(1)
            case .commitmentGrade:
                let met = requirements.met(byAgreementAt: position, on: cutOff)
                part = Ratio(met.count, of: Requirement.allCases.count)
            default:
                let requirement: Requirement = indicator == .anchored ? .r1 : .r6
                let isMet = requirements.isMet(
                    requirement, byAgreementAt: position, on: cutOff)
                part = Ratio(isMet ? 1 : 0, of: 1)
            }
            return CountedRecord(.agreement(position), owner(of: position), part: part)
        }
    }

    private var evaluatedAgreements: [CountedRecord] {
        let endOfYear = Day.last(of: cutOff.year - 1)
        var approved = [Int](repeating: 0, count: facts.agreements.count)
        for evaluation in facts.evaluations
        where evaluation.year == endOfYear.year && evaluation.isApproved(by: cutOff) {
            approved[evaluation.agreement] += 1
        }
        return facts.agreements.indices.filter {
            facts.agreements[$0].isInForce(on: endOfYear)
        }.map {
            CountedRecord(.agreement($0), owner(of: $0), part: Ratio(approved[$0], of: 1))
        }
    }

    private func evaluations(of indicator: Indicator) -> [CountedRecord] {
        let year = cutOff.year - 1
        return facts.evaluations.enumerated().compactMap { position, evaluation in
            guard evaluation.year == year, evaluation.isApproved(by: cutOff),
                let score = indicator == .scoreIMDi
                    ? evaluation.imdi.mean : evaluation.counterpart.mean
            else { return nil }
            return CountedRecord(
                .evaluation(position), owner(of: evaluation.agreement), value: score)
        }
    }

    private func municipalities(of indicator: Indicator) -> [CountedRecord] {
        let latest = LatestSettlement(facts: facts, geography: count.geography, cutOff: cutOff)
        return facts.municipalities.indices.compactMap { position in
            guard let unit = count.geography.region(ofMunicipalityAt: position) else { return nil }
            let isCovered = count.covered[position]
            let figures = latest.figures[position]
            var record = CountedRecord(.municipality(position), unit)
            switch indicator {
            case .municipalitiesCovered:
                guard count.geography.isValid(municipalityAt: position) else { return nil }
                record.part = Ratio(isCovered ? 1 : 0, of: 1)
            case .settledUnderAgreement:
                guard figures.settled != 0 else { return nil }
                record.part = Ratio(isCovered ? figures.settled : 0, of: figures.settled)
            default:
                guard figures != SettlementSum(requested: 0, decided: 0, settled: 0)
                else { return nil }
                record.part = Ratio(figures.settled, of: figures.decided)
                record.settlement = figures
            }
            return record
        }
    }

    /// I14: one row for each cell, covered or not.
    private var cells: [CountedRecord] {
        var agreements = [Set<OwningUnit>](repeating: [], count: facts.parties.count)
        for (position, agreement) in facts.agreements.enumerated()
        where count.inForce[position] && agreement.kind == .sector {
            for party in agreement.parties { agreements[party].insert(agreement.owner) }
        }
        return facts.parties.enumerated().flatMap { position, party in
            count.geography.units(ofCoverageCellsOf: party).map { unit in
                CountedRecord(
                    .cell(party: position), unit,
                    part: Ratio(agreements[position].contains(unit) ? 1 : 0, of: 1))
            }
        }
    }

    /// I16: whole NOK.
    private var grants: [CountedRecord] {
        facts.grants.enumerated().compactMap { position, grant in
            guard grant.year == cutOff.year else { return nil }
            let unit: OwningUnit
            let isUnderAgreement: Bool
            if let agreement = grant.agreement {
                (unit, isUnderAgreement) = (owner(of: agreement), count.inForce[agreement])
            } else if let number = grant.municipalityNumber,
                let municipality = count.geography.position(ofMunicipality: number),
                let region = count.geography.region(ofMunicipalityAt: municipality)
            {
                (unit, isUnderAgreement) = (region, count.covered[municipality])
            } else {
                return nil
            }
            return CountedRecord(
                .grant(position), unit,
                part: Ratio(isUnderAgreement ? grant.amount : 0, of: grant.amount))
        }
    }
}
