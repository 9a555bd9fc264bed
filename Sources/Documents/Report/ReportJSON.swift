import Agreements
import Rules

/// A report as `avtalt report --format json` writes it (interfaces.md).
package struct ReportJSON: Sendable {
    private let report: ConsolidatedReport
    private let unit: OwningUnit?

    /// - Parameter unit: Keeps one unit and leaves total and spread out.
    package init(_ report: ConsolidatedReport, unit: OwningUnit? = nil) {
        self.report = report
        self.unit = unit ?? report.unit
    }

    /// The same report gives the same text, with a line break at the end.
    package func render() -> String {
        ReportValue.object(members).json() + "\n"
    }

    private var members: [ReportValue.Member] {
        let period: [ReportValue.Member] = [
            .init("from", .text(report.period.from.description)),
            .init("to", .text(report.period.to.description)),
        ]
        let units = report.parts.filter { unit == nil || $0.unit == unit }.map { part in
            ReportValue.Member(
                part.unit.rawValue, .object(ReportIndicators(tally: part.tally).members))
        }
        let kept: [ReportValue.Member] =
            [.init("period", .object(period)), .init("units", .object(units))] + report.remarks
        guard unit == nil else { return kept }
        return kept + [
            .init("total", .object(ReportIndicators(tally: report.total).members)),
            .init("spread", .object(Self.spreads(of: report))),
        ]
    }

    /// One for each ratio, null where no region has a value.
    static func spreads(of report: ConsolidatedReport) -> [ReportValue.Member] {
        RatioIndicator.allCases.map { indicator in
            guard let spread = report.spread(of: indicator) else {
                return .init(indicator.rawValue, .null)
            }
            return .init(
                indicator.rawValue,
                .object([
                    .init("highest", Self.end(spread.highest)),
                    .init("lowest", Self.end(spread.lowest)),
                    .init("difference", .decimal(spread.difference)),
                ]))
        }
    }

    private static func end(_ end: Spread.RegionValue) -> ReportValue {
        .object([.init("unit", .text(end.unit.rawValue)), .init("value", .decimal(end.value))])
    }
}
