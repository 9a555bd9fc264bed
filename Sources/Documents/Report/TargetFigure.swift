import Agreements
import Rules

/// A target of the cut-off's year beside the figure that it was set for.
struct TargetFigure {
    let indicator: RatioIndicator
    /// A unit's code, or `total`.
    let code: String
    let head: Text
    let value: Double?
    let target: Double
    let light: Light

    /// How far below the target, as a share of it; 0 at it or above, and without a value.
    var shortfall: Double {
        guard let value, target > 0 else { return 0 }
        return max(0, (target - value) / target)
    }

    func name(_ texts: Texts) -> String { "\(texts[head]), \(texts[indicator.text])" }

    /// By indicator, then in the order of the columns.
    static func all(
        in report: ConsolidatedReport, columns: ReportColumns, rulebook: Rulebook
    ) -> [TargetFigure] {
        let heads = columns.parts.map(\.unit.text) + [.total]
        let targets = report.targets.filter { $0.year == report.period.to.year }
        return RatioIndicator.allCases.flatMap { indicator in
            zip(columns.codes, zip(heads, columns.tallies)).compactMap { code, column in
                let target = targets.first {
                    $0.unit == code && $0.indicator == indicator.rawValue
                }
                guard let target = target?.value else { return nil }
                let value = column.1.ratio(indicator).value
                return TargetFigure(
                    indicator: indicator, code: code, head: column.0, value: value,
                    target: target,
                    light: Light(value: value, target: target, rulebook: rulebook))
            }
        }
    }
}
