import Agreements

/// Made-up agreements of the regions with state authorities, for two of five cells of the coverage
/// matrix: hits and holes.
struct SectorAgreements: Sendable {
    private(set) var agreements: [Agreement] = []
    private(set) var commitments: [Commitment] = []
    private let reference: DemonstrationReference
    private var serials = SerialNumbers(from: 201)

    init(reference: DemonstrationReference) {
        self.reference = reference
    }

    mutating func make(_ random: inout SplitMix64) {
        for region in OwningUnit.regions {
            let cells = random.shuffled(reference.authorities(of: region))
            for (index, authority) in cells.prefix(max(2, cells.count * 2 / 5)).enumerated() {
                sign(region, with: authority, isFirst: index == 0, &random)
            }
        }
    }

    /// The first of a region is from 2011 and lasts beyond 2013, so that every year has something
    /// to evaluate.
    private mutating func sign(
        _ region: OwningUnit, with authority: Party, isFirst: Bool, _ random: inout SplitMix64
    ) {
        let year = isFirst ? 2011 : random.integer(in: 2011...2013)
        let signedOn = Day.first(of: year).adding(days: random.integer(in: 10...130)).openDay
        let lastYear = isFirst ? 2015 : random.integer(in: 2013...2016)
        let staff = region.staff
        let agreement = Agreement(
            id: serials.next(region, year),
            title: "Samarbeidsavtale med \(authority.name) \(Phrases.mark)",
            designation: "samarbeidsavtale", kind: .sector, owner: region,
            parties: [authority.id],
            purpose: random.chance(percent: 60) ? "Samordnet innsats overfor kommunene" : nil,
            areas: [random.pick([.employment, .settlement, .equalServices, .childrenYouth])],
            signedOn: signedOn,
            counterpartSignatory: random.chance(percent: 80) ? .director : .other,
            validFrom: signedOn.lastOfMonth.adding(days: 1), validTo: .last(of: lastYear),
            strategicMeetingsPerYear: isFirst ? 2 : random.integer(in: 0...2),
            operationalMeetingsPerYear: random.integer(in: 0...2),
            responsible: staff.responsible,
            deputy: random.chance(percent: 80) ? staff.deputy : nil, status: .active)
        agreements.append(agreement)
        commitments += Commitment.some(of: agreement, &random)
    }
}
