import Agreements

/// Grants of 2012 and 2013 to municipalities with an agreement and without, and under agreements.
struct Grants: Sendable {
    private let reference: DemonstrationReference
    private let portfolio: Portfolio

    init(reference: DemonstrationReference, portfolio: Portfolio) {
        self.reference = reference
        self.portfolio = portfolio
    }

    func give(_ random: inout SplitMix64, into rows: inout DemonstrationRows) {
        for year in WorkingYears.years {
            for region in OwningUnit.regions {
                let towns = random.shuffled(reference.municipalities(of: region)).prefix(12)
                for town in towns.sorted(by: { $0.number < $1.number }) {
                    let scheme = random.pick(["jobbsjansen", "utviklingsmidler"])
                    rows.grants.append(
                        Grant(
                            municipalityNumber: town.number, scheme: scheme, year: year,
                            amount: random.integer(in: 10...90) * 10_000))
                    rows.grants.append(
                        Grant(
                            municipalityNumber: town.number, scheme: "integreringstilskudd",
                            year: year, amount: random.integer(in: 150...900) * 10_000))
                }
            }
            giveUnderAgreements(year, &random, into: &rows)
        }
    }

    /// To the first agreement of each unit and to one in three of the others.
    private func giveUnderAgreements(
        _ year: Int, _ random: inout SplitMix64, into rows: inout DemonstrationRows
    ) {
        for agreement in portfolio.inForce(on: .first(of: year).adding(months: 5)) {
            let isGiven = portfolio.isFirstOfUnit(agreement) || random.chance(percent: 33)
            guard isGiven else { continue }
            rows.grants.append(
                Grant(
                    agreement: agreement.id,
                    scheme: agreement.kind == .voluntary ? "frivillighet" : "utviklingsmidler",
                    year: year, amount: random.integer(in: 5...60) * 10_000))
        }
    }
}
