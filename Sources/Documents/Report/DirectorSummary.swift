import Agreements
import Rules

/// What a director reads first, on two pages: key figures in sentences, what is furthest below its
/// target, where the regions differ most, and what is most urgent.
struct DirectorSummary {
    let report: ConsolidatedReport
    let columns: ReportColumns
    let rulebook: Rulebook
    let texts: Texts
    let links: ReportLinks?

    /// Lines of each list.
    private static let most = 5

    var section: Page.Section {
        Page.Section(
            id: "summary", title: texts[.directorSummary],
            content: """
                \(missing)\(KeyFigures(columns: columns, texts: texts, links: links).list)
                \(sentences.map { "<p>\($0)</p>" as HTML }.joined)\
                <h3>\(texts[.summaryBelow])</h3>
                \(list(below))
                \(columns.total == nil ? "" : spreads)\
                <h3>\(texts[.summaryUrgent])</h3>
                \(list(urgent))
                """, beginsSheet: true)
    }

    private var missing: HTML {
        let sentences = ReportImprint(report: report, edition: nil, checksum: nil).missing(texts)
        guard !sentences.isEmpty else { return "" }
        let lines = sentences.map { "<p>\($0)</p>" as HTML }
        return """
            <div class="notice">
            <h3>\(texts[.missingParts])</h3>
            \(lines.joined)</div>

            """
    }

    private var tally: Tally { columns.tallies.last ?? Tally() }

    private var sentences: [String] {
        func share(_ indicator: RatioIndicator) -> String {
            texts.figure(.share(tally.ratio(indicator), isMoney: false))
        }
        let lights = targets.map(\.light)
        let cells = tally.sectorCoverage
        return [
            texts[
                .summaryAgreements, texts.number(tally.agreementCount),
                texts.date(report.period.to), texts.number(tally.municipalitiesCovered.numerator)],
            texts[
                .summaryWork, share(.meetingsHeld), share(.followUpsOnTime), share(.measuresDone)],
            texts[
                .summaryOverdue, texts.number(tally.overdue.total),
                texts.number(tally.overdue.over90)],
            texts[
                .summaryCoverage, texts.number(cells.denominator - cells.numerator),
                texts.number(cells.denominator)],
            texts[
                .summarySettlement, texts.number(tally.settlement.settled),
                texts.number(tally.settlement.decided)],
            texts[
                .summaryTargets, texts.number(lights.count { $0 == .green }),
                texts.number(lights.count { $0 == .yellow }),
                texts.number(lights.count { $0 == .red })],
        ]
    }

    private var targets: [TargetFigure] {
        TargetFigure.all(in: report, columns: columns, rulebook: rulebook)
    }

    private var below: [String] {
        targets.filter { $0.light == .red || $0.light == .yellow }
            .sorted { ($0.shortfall, $1.name(texts)) > ($1.shortfall, $0.name(texts)) }
            .prefix(Self.most).map { figure in
                """
                \(figure.name(texts)): \(figure.value.map(texts.percent) ?? "–"), \
                \(texts[.targetOf, texts.percent(figure.target)])
                """
            }
    }

    private var spreads: HTML {
        let lines = WidestSpread.all(in: report).prefix(Self.most).map { $0.sentence(texts) }
        return """
            <h3>\(texts[.summarySpread])</h3>
            \(list(Array(lines)))

            """
    }

    private var urgent: [String] {
        let list = ExceptionSection(.overdue, in: columns.parts)
        return list.rows.sorted { $0.exception.number > $1.exception.number }
            .prefix(Self.most).map { unit, exception in
                """
                \(texts[unit.text]), \(exception.title) (\(exception.subject)): \
                \(texts[.daysOverdue]) \(texts.number(exception.number))
                """
            }
    }

    private func list(_ lines: [String]) -> HTML {
        guard !lines.isEmpty else { return "<p>\(texts[.summaryNothing])</p>" }
        return "<ul>\n\(lines.map { "<li>\($0)</li>" as HTML }.joined)</ul>"
    }
}

/// A ratio whose regions lie far apart.
struct WidestSpread {
    let indicator: RatioIndicator
    let spread: Spread

    /// The widest first; those without a difference left out.
    static func all(in report: ConsolidatedReport) -> [WidestSpread] {
        RatioIndicator.allCases.compactMap { indicator in
            report.spread(of: indicator).flatMap {
                $0.difference > 0 ? WidestSpread(indicator: indicator, spread: $0) : nil
            }
        }.enumerated().sorted {
            ($0.element.spread.difference, $1.offset) > ($1.element.spread.difference, $0.offset)
        }.map(\.element)
    }

    /// `Møter holdt: 40,0 poeng (▲ Nord 90,0 %, ▼ Vest 50,0 %)`
    func sentence(_ texts: Texts) -> String {
        """
        \(texts[indicator.text]): \(texts[.spreadPoints, texts.decimal(spread.difference * 100)]) \
        (▲ \(texts[spread.highest.unit.text]) \(texts.percent(spread.highest.value)), \
        ▼ \(texts[spread.lowest.unit.text]) \(texts.percent(spread.lowest.value)))
        """
    }
}
