import Agreements
import Rules
import Testing

extension Facts {
    /// A register of Norway with rows of every kind around a year, nothing of it sensible.
    static func random(around year: Int, using generator: inout SeededGenerator) throws -> Facts {
        var facts = try norway()
        facts.users = (0..<20).map { .staff("bruker\($0)", .caseworker) }
        facts.addParties(using: &generator)
        var maker = RandomRows(year: year, parties: facts.parties.count, generator: generator)
        facts.agreements = (0..<120).map { maker.agreement($0) }
        facts.plans = (0..<150).map { _ in maker.plan() }
        facts.meetings = (0..<400).map { maker.meeting($0) }
        facts.followUps = (0..<400).map { maker.followUp($0) }
        facts.measures = (0..<400).map { maker.measure($0) }
        facts.activities = (0..<300).map { _ in maker.activity() }
        facts.evaluations = (0..<150).map { _ in maker.evaluation() }
        let numbers = facts.municipalities.map(\.number)
        facts.settlement = numbers.flatMap { maker.settlement($0) }
        facts.grants = (0..<200).map { _ in maker.grant(numbers) }
        generator = maker.generator
        return facts
    }

    private mutating func addParties(using generator: inout SeededGenerator) {
        for municipality in municipalities.shuffled(using: &generator).prefix(150) {
            parties.append(
                PartyFact(
                    id: "K\(municipality.number)", name: municipality.name,
                    kind: Bool.random(using: &generator) ? .municipality : .cityDistrict,
                    level: .municipal, municipalityNumber: municipality.number))
        }
        for county in counties {
            parties.append(
                PartyFact(
                    id: "F\(county.number)", name: county.name, kind: .countyGovernor,
                    level: .county, countyNumber: county.number))
        }
        parties += [
            PartyFact(id: "UDI", name: "UDI", kind: .sectorAuthority, level: .national),
            PartyFact(
                id: "HB", name: "Husbanken", kind: .sectorAuthority, level: .regional,
                regions: [.nord, .midt]),
            PartyFact(
                id: "RK", name: "Røde Kors", kind: .voluntaryOrganisation, level: .national),
        ]
    }
}

/// Makes rows of a random register.
private struct RandomRows {
    let year: Int
    let parties: Int
    var generator: SeededGenerator

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &generator)]
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func day() -> Day { Day.first(of: year - 2).adding(days: number(0..<1500)) }

    mutating func agreement(_ position: Int) -> AgreementFact {
        let from = day()
        return AgreementFact(
            id: "A-\(position)", title: "Avtale \(position)", kind: pick(AgreementKind.allCases),
            owner: pick(OwningUnit.allCases),
            parties: (0...number(0..<3)).map { _ in number(0..<parties) },
            hasPurpose: pick([true, false]), areas: pick([[], [.settlement], [.planning]]),
            signedOn: from, counterpartSignatory: pick([nil, .mayor, .other]), validFrom: from,
            validTo: from.adding(days: number(100..<1500)),
            strategicMeetingsPerYear: pick([nil, 0, 1, 2]),
            responsible: pick([nil, "bruker\(number(0..<20))"]),
            deputy: pick([nil, "bruker\(number(0..<20))"]),
            status: pick([.active, .active, .ended, .draft]),
            endedOn: pick([nil, nil, from.adding(days: number(0..<900))]),
            isRenewed: pick([true, false]), bindsIMDi: pick([true, false]),
            bindsCounterpart: pick([true, false]))
    }

    mutating func plan() -> PlanFact {
        PlanFact(
            agreement: number(0..<120), year: year - number(0..<2), status: .adopted,
            adoptedOn: day())
    }

    mutating func meeting(_ position: Int) -> MeetingFact {
        let planned = day()
        let status = pick(MeetingStatus.allCases)
        return MeetingFact(
            id: "M\(position)", agreement: number(0..<120), level: pick(MeetingLevel.allCases),
            firstPlannedOn: planned, plannedOn: planned.adding(days: number(0..<60)),
            firstPostponedOn: pick([nil, planned.adding(days: -number(0..<60))]), status: status,
            heldOn: status == .held ? planned.adding(days: number(0..<90) - 10) : nil,
            cancelledOn: status == .cancelled ? planned : nil)
    }

    mutating func followUp(_ position: Int) -> FollowUpFact {
        let status = pick(FollowUpStatus.allCases)
        return FollowUpFact(
            id: "F\(position)", agreement: number(0..<120), dueOn: day(), status: status,
            doneOn: status == .done ? day() : nil, cancelledOn: status == .cancelled ? day() : nil)
    }

    mutating func measure(_ position: Int) -> MeasureFact {
        let status = pick(MeasureStatus.allCases)
        return MeasureFact(
            id: "T\(position)", agreement: number(0..<120), dueOn: day(), status: status,
            doneOn: status == .done ? day() : nil, cancelledOn: status == .cancelled ? day() : nil)
    }

    mutating func activity() -> ActivityFact {
        let hasAgreement = pick([true, false])
        return ActivityFact(
            agreement: hasAgreement ? number(0..<120) : nil,
            party: hasAgreement ? nil : number(0..<parties), on: day(),
            kind: pick(ActivityKind.allCases), subGoal: pick([nil, .d1, .d2]))
    }

    mutating func evaluation() -> EvaluationFact {
        EvaluationFact(
            agreement: number(0..<120), year: year - number(0..<3),
            status: pick(EvaluationStatus.allCases), approvedOn: day(),
            imdi: ScoreSum(sum: number(7..<42), count: 7),
            counterpart: pick([.none, ScoreSum(sum: number(6..<36), count: 6)]))
    }

    mutating func settlement(_ municipality: String) -> [SettlementFigure] {
        (1...2).map { month in
            SettlementFigure(
                municipalityNumber: municipality, year: year, month: month,
                requested: pick([nil, 20]), decided: pick([nil, 0, 10]),
                settled: pick([nil, month]))
        }
    }

    mutating func grant(_ numbers: [String]) -> GrantFact {
        let hasAgreement = pick([true, false])
        return GrantFact(
            municipalityNumber: hasAgreement ? nil : pick(numbers),
            agreement: hasAgreement ? number(0..<120) : nil,
            scheme: pick(["jobbsjansen", "utviklingsmidler"]), year: year - number(0..<2),
            amount: number(1..<1000) * 1000)
    }
}
