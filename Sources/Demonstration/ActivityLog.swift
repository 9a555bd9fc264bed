import Agreements

/// The activities of 2012 and 2013: some of every kind in every unit, and so many visits that with
/// the meetings held there are 223 meetings with municipalities in each year (domain.md, I17).
struct ActivityLog: Sendable {
    /// The source counts 223 in 2012.
    static let municipalMeetings = 223

    private let reference: DemonstrationReference
    private let portfolio: Portfolio

    init(reference: DemonstrationReference, portfolio: Portfolio) {
        self.reference = reference
        self.portfolio = portfolio
    }

    func keep(_ random: inout SplitMix64, into rows: inout DemonstrationRows) {
        let hosts = hosts(&random, into: &rows)
        for year in WorkingYears.years {
            var serials: [OwningUnit: Int] = [:]
            for unit in OwningUnit.allCases {
                for kind in ActivityKind.allCases where kind != .visit {
                    for _ in 0..<random.integer(in: 1...4) {
                        log(kind, unit, year, &serials, &random, into: &rows)
                    }
                }
            }
            visit(hosts, year, &serials, &random, into: &rows)
        }
    }

    /// Municipalities that have no agreement and are visited all the same: four of each region,
    /// twelve of Sør, which has no agreements with any.
    private func hosts(_ random: inout SplitMix64, into rows: inout DemonstrationRows)
        -> [(unit: OwningUnit, party: String)]
    {
        let named = portfolio.all.flatMap(\.parties)
        var hosts: [(unit: OwningUnit, party: String)] = []
        for region in OwningUnit.regions {
            let towns = reference.municipalities(of: region)
                .filter { !named.contains("K\($0.number)") && $0.number != "0301" }
            for town in random.shuffled(towns).prefix(region == .sor ? 12 : 4) {
                let party = Party(
                    id: "K\(town.number)", name: "\(town.name) kommune", kind: .municipality,
                    level: .municipal, municipalityNumber: town.number)
                if !reference.parties.contains(where: { $0.id == party.id }) {
                    rows.parties.append(party)
                }
                hosts.append((region, party.id))
            }
        }
        return hosts
    }

    private func visit(
        _ hosts: [(unit: OwningUnit, party: String)], _ year: Int,
        _ serials: inout [OwningUnit: Int], _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        let municipal = Set(portfolio.all.filter { $0.kind == .municipal }.map(\.id))
        let held = rows.meetings.count {
            municipal.contains($0.agreement) && $0.heldOn?.year == year
        }
        for number in 0..<max(0, ActivityLog.municipalMeetings - held) {
            let day = day(in: year, &random)
            let partners = portfolio.inForce(on: day, kind: .municipal)
            if number < hosts.count || partners.isEmpty {
                let host = hosts[number % hosts.count]
                add(.visit, host.unit, day, party: host.party, &serials, &random, into: &rows)
            } else {
                let partner = random.pick(partners)
                add(
                    .visit, partner.owner, day, agreement: partner.id, &serials, &random,
                    into: &rows)
            }
        }
    }

    private func log(
        _ kind: ActivityKind, _ unit: OwningUnit, _ year: Int, _ serials: inout [OwningUnit: Int],
        _ random: inout SplitMix64, into rows: inout DemonstrationRows
    ) {
        let day = day(in: year, &random)
        let partners = portfolio.inForce(on: day, owner: unit)
        guard !partners.isEmpty else { return }
        let agreement = random.pick(partners).id
        add(kind, unit, day, agreement: agreement, &serials, &random, into: &rows)
    }

    private func day(in year: Int, _ random: inout SplitMix64) -> Day {
        Day.first(of: year).adding(days: random.integer(in: 7...345)).openDay
    }

    private func add(
        _ kind: ActivityKind, _ unit: OwningUnit, _ day: Day, agreement: String? = nil,
        party: String? = nil, _ serials: inout [OwningUnit: Int], _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        serials[unit, default: 0] += 1
        let size: ClosedRange<Int>? =
            switch kind {
            case .visit, .guidance: 2...12
            case .seminar, .training, .network: 15...60
            case .conference: 80...220
            case .phone, .media, .other: nil
            }
        rows.activities.append(
            Activity(
                id: "\(unit.prefix)/\(day.year)/a\(serials[unit, default: 0])",
                agreement: agreement, party: party, on: day, kind: kind,
                theme: Phrases.theme(of: kind),
                subGoal: random.chance(percent: 85) ? random.pick(SubGoal.allCases) : nil,
                participants: size.map { random.integer(in: $0) },
                outcome: "\(random.pick(Phrases.outcomes)) \(Phrases.mark)"))
    }
}
