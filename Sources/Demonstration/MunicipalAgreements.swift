import Agreements

/// The made-up agreements with municipalities, so many that with the reference there are as many
/// as the source counts (SOURCES.md).
///
/// The reference has Øst 3 (with 3 counterparts), Indre Øst 1, Vest 1, Midt 1 and Nord 5 in
/// force in 2012. The waves add up to Midt 9, Indre Øst 2, Øst 8 (12 counterparts), Vest 9 by
/// 30 June 2012;
/// 33 + 2 = 35 at the end of 2012; with the eight KINN agreements that were being negotiated
/// 35 + 8 + 14 = 57 on 30 June 2013.
struct MunicipalAgreements: Sendable {
    /// Agreements of a region signed in a span of time, each with so many counterparts.
    private struct Wave {
        let region: OwningUnit
        let signed: Period
        let counterparts: [Int]
    }

    private(set) var parties: [Party] = []
    private(set) var agreements: [Agreement] = []
    private(set) var commitments: [Commitment] = []
    private let reference: DemonstrationReference
    private var serials = SerialNumbers(from: 101)
    private var free: [OwningUnit: [Party]] = [:]

    init(reference: DemonstrationReference) {
        self.reference = reference
    }

    mutating func make(_ random: inout SplitMix64) throws(Demonstration.Error) {
        for region in OwningUnit.regions { free[region] = candidates(region, &random) }
        for wave in MunicipalAgreements.waves {
            for (index, count) in wave.counterparts.enumerated() {
                let isOldest = index == 0 && wave.signed.from.year == 2010
                try sign(wave, counterparts: count, isOldest: isOldest, &random)
            }
        }
        signNegotiated(&random)
        try negotiateInSor()
        endOneInVest()
        renewOneInMidt()
    }

    private static let waves: [Wave] = {
        let early = span(2010, 3, to: 2012, 4)
        let autumn = span(2012, 8, to: 2012, 10)
        let spring = span(2013, 1, to: 2013, 4)
        return [
            Wave(region: .ost, signed: early, counterparts: [2, 2, 2, 2, 1]),
            Wave(region: .indreOst, signed: early, counterparts: [1]),
            Wave(region: .vest, signed: early, counterparts: Array(repeating: 1, count: 8)),
            Wave(region: .midt, signed: early, counterparts: Array(repeating: 1, count: 8)),
            Wave(region: .ost, signed: autumn, counterparts: [1]),
            Wave(region: .indreOst, signed: autumn, counterparts: [1]),
            Wave(region: .ost, signed: spring, counterparts: [1, 2, 1, 1]),
            Wave(region: .indreOst, signed: spring, counterparts: [1, 1, 1, 1]),
            Wave(region: .vest, signed: spring, counterparts: [1, 1, 2]),
            Wave(region: .midt, signed: spring, counterparts: [1, 1, 1]),
        ]
    }()

    /// From the first of a month to the last of another.
    private static func span(_ year: Int, _ month: Int, to lastYear: Int, _ lastMonth: Int)
        -> Period
    {
        let from = Day.first(of: year).adding(months: month - 1)
        let to = Day.first(of: lastYear).adding(months: lastMonth - 1).lastOfMonth
        guard let period = Period(from: from, to: to) else { preconditionFailure("In order") }
        return period
    }

    /// Oslo's districts that sign together with a neighbour; Stovner and Alna have their own.
    private static let districts = [
        (id: "B030109", name: "Bydel Bjerke"), (id: "B030110", name: "Bydel Grorud"),
    ]

    private func candidates(_ region: OwningUnit, _ random: inout SplitMix64) -> [Party] {
        let named = Set(reference.agreements.flatMap(\.parties))
        let towns = reference.municipalities(of: region)
            .filter { ($0.population ?? 0) >= 6000 && $0.number != "0301" }
            .map { town in
                reference.parties.first {
                    $0.kind == .municipality && $0.municipalityNumber == town.number
                }
                    ?? Party(
                        id: "K\(town.number)", name: "\(town.name) kommune", kind: .municipality,
                        level: .municipal, municipalityNumber: town.number)
            }
            .filter { !named.contains($0.id) }
        guard region == .ost else { return random.shuffled(towns) }
        let districts = MunicipalAgreements.districts.map {
            Party(
                id: $0.id, name: $0.name, kind: .cityDistrict, level: .municipal,
                municipalityNumber: "0301")
        }
        return districts + random.shuffled(towns)
    }

    private mutating func take(_ count: Int, from region: OwningUnit)
        throws(Demonstration.Error) -> [Party]
    {
        guard let left = free[region], left.count >= count else {
            throw .tooFewMunicipalities(region: region)
        }
        free[region] = Array(left.dropFirst(count))
        let taken = Array(left.prefix(count))
        let present = Set(reference.parties.map(\.id))
        parties += taken.filter { !present.contains($0.id) }
        return taken
    }

    private mutating func sign(
        _ wave: Wave, counterparts count: Int, isOldest: Bool, _ random: inout SplitMix64
    ) throws(Demonstration.Error) {
        let counterparts = try take(count, from: wave.region)
        let length = isOldest ? 180 : wave.signed.to.days(since: wave.signed.from)
        let signedOn = wave.signed.from.adding(days: random.integer(in: 0...length)).openDay
        let validFrom = signedOn.lastOfMonth.adding(days: 1)
        let lastYear = isOldest ? 2014 : random.integer(in: max(2013, signedOn.year + 1)...2016)
        let isDistrict = counterparts.contains { $0.kind == .cityDistrict }
        let designation = MunicipalAgreements.designation(in: wave.region, &random)
        let heading =
            designation == "partnerskapsavtale" ? "Partnerskapsavtale" : "Samarbeidsavtale"
        let names = counterparts.map(\.name).joined(separator: " og ")
        let staff = wave.region.staff
        let agreement = Agreement(
            id: serials.next(wave.region, signedOn.year),
            title: "\(heading) med \(names) \(Phrases.mark)", designation: designation,
            kind: .municipal, owner: wave.region, parties: counterparts.map(\.id),
            purpose: random.chance(percent: 80) ? random.pick(Phrases.purposes) : nil,
            areas: MunicipalAgreements.areas(&random), signedOn: signedOn,
            counterpartSignatory: isDistrict
                ? .director
                : random.pick([.mayor, .mayor, .chiefExecutive, .chiefExecutive, .other]),
            validFrom: validFrom, validTo: .last(of: lastYear),
            strategicMeetingsPerYear: random.pick([0, 1, 1, 2, 2]),
            operationalMeetingsPerYear: random.integer(in: 1...2), responsible: staff.responsible,
            deputy: random.chance(percent: 85) ? staff.deputy : nil, status: .active)
        agreements.append(agreement)
        commitments += Commitment.some(of: agreement, &random)
    }

    private static func designation(in region: OwningUnit, _ random: inout SplitMix64) -> String {
        switch region {
        case .vest: "Includio"
        case .midt: "K+"
        case .nord: "KINN"
        case .ost: random.pick(["partnerskapsavtale", "samarbeidsavtale"])
        case .indreOst, .sor, .central: "samarbeidsavtale"
        }
    }

    private static func areas(_ random: inout SplitMix64) -> [Area] {
        let more = random.shuffled([Area.employment, .equalServices, .planning, .knowledge])
        let first: [Area] =
            random.chance(percent: 70) ? [.settlement, .qualification] : [.settlement]
        return first + more.prefix(random.integer(in: 0...2))
    }

    /// The reference's agreements that were being negotiated are signed in the spring of 2013.
    private mutating func signNegotiated(_ random: inout SplitMix64) {
        let negotiated = reference.agreements
            .filter { $0.kind == .municipal && $0.status == .negotiating }
            .sorted { $0.id < $1.id }
        for agreement in negotiated {
            var agreement = agreement
            let signedOn = Day.first(of: 2013).adding(days: random.integer(in: 20...140)).openDay
            agreement.title += " \(Phrases.mark)"
            agreement.signedOn = signedOn
            agreement.validFrom = signedOn.lastOfMonth.adding(days: 1)
            agreement.validTo = .last(of: 2016)
            agreement.counterpartSignatory = random.pick([.mayor, .chiefExecutive])
            agreement.strategicMeetingsPerYear = 2
            agreement.status = .active
            agreements.append(agreement)
            commitments.append(
                Commitment(
                    id: "\(agreement.id)/1", agreement: agreement.id, by: .both,
                    text: "To møter i året: ett om bosetting og ett om kvalifisering",
                    isMeasurable: true))
        }
    }

    /// Sør has no municipal agreement in force, but one on the way.
    private mutating func negotiateInSor() throws(Demonstration.Error) {
        let counterpart = try take(1, from: .sor)[0]
        agreements.append(
            Agreement(
                id: serials.next(.sor, 2013),
                title: "Samarbeidsavtale med \(counterpart.name) \(Phrases.mark)",
                designation: "samarbeidsavtale", kind: .municipal, owner: .sor,
                parties: [counterpart.id], areas: [.settlement],
                responsible: OwningUnit.sor.staff.responsible, status: .negotiating))
    }

    /// The second of Vest ends on 1 October 2013, before its time.
    private mutating func endOneInVest() {
        let vest = agreements.indices.filter { agreements[$0].owner == .vest }
        guard vest.count > 1 else { return }
        let index = vest[1]
        agreements[index].status = .ended
        agreements[index].endedOn = Day.first(of: 2013).adding(months: 9)
        agreements[index].endReason =
            "Kommunen har sagt opp avtalen for å prioritere andre oppgaver"
    }

    /// The second of Midt expires with 2013 and is followed by another.
    private mutating func renewOneInMidt() {
        let midt = agreements.indices.filter { agreements[$0].owner == .midt }
        guard midt.count > 1 else { return }
        agreements[midt[1]].validTo = .last(of: 2013)
        var next = agreements[midt[1]]
        next.renews = next.id
        next.id = serials.next(.midt, 2013)
        next.signedOn = Day.first(of: 2013).adding(months: 11).adding(days: 8)
        next.validFrom = .first(of: 2014)
        next.validTo = .last(of: 2017)
        agreements.append(next)
        commitments.append(
            Commitment(
                id: "\(next.id)/1", agreement: next.id, by: .both,
                text: Phrases.sharedCommitments[0], isMeasurable: true))
    }
}

extension Commitment {
    /// One of both parties and one of each, not all of them measurable.
    static func some(of agreement: Agreement, _ random: inout SplitMix64) -> [Commitment] {
        let texts: [(Side, String)] = [
            (.both, random.pick(Phrases.sharedCommitments)),
            (.imdi, random.pick(Phrases.imdiCommitments)),
            (.counterpart, random.pick(Phrases.counterpartCommitments)),
        ]
        return texts.enumerated().map { index, line in
            Commitment(
                id: "\(agreement.id)/\(index + 1)", agreement: agreement.id, by: line.0,
                text: line.1, isMeasurable: random.chance(percent: 50))
        }
    }
}
