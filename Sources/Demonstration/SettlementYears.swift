import Agreements

/// Places and people settled in 2012 and to October 2013, by municipality and month.
///
/// By region the settled of October 2013 are those of the source, 5151 in all, and the places
/// decided in the municipalities with an agreement on 31 October 2013 are its 2396 (SOURCES.md).
struct SettlementYears: Sendable {
    /// By the end of October 2013.
    static let settled: [(region: OwningUnit, people: Int)] = [
        (.ost, 1071), (.indreOst, 740), (.sor, 693), (.vest, 1016), (.midt, 755), (.nord, 876),
    ]
    static let decidedUnderAgreement = 2396

    private let reference: DemonstrationReference
    private let covered: Set<String>

    init(reference: DemonstrationReference, portfolio: Portfolio) {
        self.reference = reference
        let october = Day.first(of: 2013).adding(months: 9).lastOfMonth
        covered = portfolio.covered(on: october)
    }

    func settle(_ random: inout SplitMix64, into rows: inout DemonstrationRows) {
        for year in WorkingYears.years {
            let percent = year == 2013 ? 100 : random.integer(in: 88...97)
            let decided = decidedUnderAgreement(percent: percent)
            for (region, people) in SettlementYears.settled {
                settle(
                    region, year, people: people * percent / 100, decided: decided, &random,
                    into: &rows)
            }
        }
    }

    /// By number of municipality; in proportion to the root of its population, so that no city
    /// takes nearly all.
    private func decidedUnderAgreement(percent: Int) -> [String: Int] {
        let partners = OwningUnit.regions.flatMap { reference.municipalities(of: $0) }
            .filter { covered.contains($0.number) }
        let places = share(
            SettlementYears.decidedUnderAgreement * percent / 100, by: partners.map(\.weight))
        return Dictionary(uniqueKeysWithValues: zip(partners.map(\.number), places))
    }

    private func settle(
        _ region: OwningUnit, _ year: Int, people: Int, decided: [String: Int],
        _ random: inout SplitMix64, into rows: inout DemonstrationRows
    ) {
        let municipalities = reference.municipalities(of: region)
        let underAgreement = municipalities.map { decided[$0.number, default: 0] }
            .reduce(0, +)
        let places = max(people * 100 / 76, underAgreement * 3 / 2)
        let others = municipalities.map { covered.contains($0.number) ? 0 : $0.weight }
        let elsewhere = share(places - underAgreement, by: others)
        let all = zip(municipalities, elsewhere).map { decided[$0.0.number] ?? $0.1 }
        let settled = share(people, by: all.map { $0 * random.integer(in: 60...100) })
        for (index, municipality) in municipalities.enumerated() {
            let requested = all[index] + random.integer(in: 2...8) + all[index] / 4
            report(
                municipality, year, requested: requested, decided: all[index],
                settled: settled[index], &random, into: &rows)
        }
    }

    /// One row a month; a municipality without places answers the request in January only, and
    /// now and then one forgets to report how many it has settled.
    private func report(
        _ municipality: Municipality, _ year: Int, requested: Int, decided: Int, settled: Int,
        _ random: inout SplitMix64, into rows: inout DemonstrationRows
    ) {
        let last = year == 2013 ? 10 : 12
        for month in 1...(decided == 0 ? 1 : last) {
            let isForgotten = month < last && random.chance(percent: 1)
            rows.settlement.append(
                SettlementFigure(
                    municipalityNumber: municipality.number, year: year, month: month,
                    requested: requested, decided: decided,
                    settled: isForgotten ? nil : settled * month / last))
        }
    }
}

/// The total in whole parts by weight, by the method of largest remainders; all 0 without weights.
func share(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    let byRemainder = weights.indices.sorted { left, right in
        let (first, second) = (total * weights[left] % sum, total * weights[right] % sum)
        return first != second ? first > second : left < right
    }
    for index in byRemainder.prefix(total - parts.reduce(0, +)) { parts[index] += 1 }
    return parts
}

extension Municipality {
    /// The square root of its population, which every machine rounds alike (IEEE 754).
    fileprivate var weight: Int { Int(Double(population ?? 4000).squareRoot()) }
}
