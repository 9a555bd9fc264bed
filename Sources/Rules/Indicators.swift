import Agreements

/// The indicators of domain.md, section 9, of a period, for the seven units.
///
/// Everything is counted once, when the value is made: one pass over each kind of row.
package struct Indicators: Sendable {
    package let period: Period
    private let rulesVersion: String
    private let targets: [Target]
    private let parts: [UnitReport]
    private let divisionOn: Day?

    /// - Parameter divisionOn: The day whose municipalities and regions the figures are shown in;
    ///   nil for the cut-off's own.
    package init(facts: Facts, period: Period, rulebook: Rulebook, divisionOn: Day? = nil) {
        self.period = period
        self.divisionOn = divisionOn
        rulesVersion = rulebook.version
        targets = facts.targets
        var count = IndicatorCount(
            facts: facts, period: period, rulebook: rulebook, divisionOn: divisionOn)
        count.countAll()
        parts = count.parts
    }

    /// What a unit's rows add up to.
    package func tally(of unit: OwningUnit) -> Tally { report(of: unit).tally }

    /// A unit's part of the period's report.
    package func report(of unit: OwningUnit) -> UnitReport { parts[unit.position] }

    /// All units together.
    package var total: Tally { consolidated.total }

    /// The whole report, with the targets that the facts hold.
    package var consolidated: ConsolidatedReport {
        ConsolidatedReport(
            period: period, rulesVersion: rulesVersion, parts: parts, targets: targets,
            divisionOn: divisionOn)
    }
}

extension OwningUnit {
    /// The place of the unit in `allCases`.
    var position: Int {
        switch self {
        case .ost: 0
        case .indreOst: 1
        case .sor: 2
        case .vest: 3
        case .midt: 4
        case .nord: 5
        case .central: 6
        }
    }
}
