import Agreements
import Rules

/// A report for a terminal: one table of a hundred columns, and what needs attention.
package struct ReportText: Sendable {
    private let report: ConsolidatedReport
    private let texts: Texts
    private let unit: OwningUnit?

    /// - Parameter unit: Keeps one unit and leaves total and spread out.
    package init(
        _ report: ConsolidatedReport, in language: Language = .nb, unit: OwningUnit? = nil
    ) {
        self.report = report
        texts = Texts(language)
        self.unit = unit ?? report.unit
    }

    package func render() -> String {
        let head =
            [
                texts[.reportTitle],
                "\(texts[.period]): \(texts.period(report.period))",
                "\(texts[.division]): \(imprint.division(texts))",
                "\(texts[.rulesVersion]): \(report.rulesVersion)",
            ] + imprint.missing(texts) + [""]
        let lines = head + table + ["", texts[.exceptions]] + exceptions
        return lines.map { Self.trimmed($0) + "\n" }.joined()
    }

    private var imprint: ReportImprint {
        ReportImprint(report: report, edition: nil, checksum: nil)
    }

    private var table: [String] {
        let columns = ReportColumns(report, unit: unit)
        let heads =
            columns.parts.map { texts[$0.unit.shortText] }
            + (columns.total == nil ? [] : [texts[.total]])
        var rows = [[""] + heads + (unit == nil ? [texts[.spread]] : [])]
        for part in ReportRow.Part.allCases {
            rows.append([texts[part.title]] + Array(repeating: "", count: rows[0].count - 1))
            rows += ReportRow.rows(of: part).map { line(of: $0, columns) }
        }
        return Self.aligned(rows, leftColumns: [0, heads.count + 1])
    }

    private func line(of row: ReportRow, _ columns: ReportColumns) -> [String] {
        let figures = columns.tallies.map { figure(row.figure($0)) }
        let label =
            (row.isDetail ? "  " : "") + texts[row.label] + (row.indicator == nil ? "" : ", %")
        return [label] + figures + (unit == nil ? [spread(of: row)] : [])
    }

    /// The unit of a share stands in the row's label, so that the columns stay narrow.
    private func figure(_ figure: ReportRow.Figure) -> String {
        guard case .share(let ratio, _) = figure else { return texts.figure(figure) }
        return ratio.value.map { texts.decimal($0 * 100) } ?? "–"
    }

    private func spread(of row: ReportRow) -> String {
        guard let indicator = row.indicator, let spread = report.spread(of: indicator) else {
            return ""
        }
        let points = texts.decimal(spread.difference * 100)
        guard spread.difference > 0 else { return points }
        return "\(texts[spread.highest.unit.shortText])–\(texts[spread.lowest.unit.shortText]) "
            + points
    }

    private var exceptions: [String] {
        ReportException.Kind.allCases.flatMap { kind -> [String] in
            let list = ExceptionSection(kind, in: ReportColumns(report, unit: unit).parts)
            let head = ["", "\(texts[kind.text]): \(texts.number(list.count))"]
            guard list.count > 0 else { return head }
            let columns = [
                texts[.unit], texts[.agreement], texts[.subject], texts[kind.dayText],
                texts[kind.numberText],
            ]
            let rows = list.rows.map { unit, exception in
                [
                    texts[unit.text], exception.agreement, exception.subject,
                    exception.dueOn.description, texts.number(exception.number),
                ]
            }
            let remainder = list.remainder(texts).map { ["  " + $0] } ?? []
            let table = Self.aligned([columns] + rows, leftColumns: [0, 1, 2, 3])
            return head + table.map { "  " + $0 } + remainder
        }
    }

    /// Columns as wide as their widest cell, one space between the numbers of two.
    private static func aligned(_ rows: [[String]], leftColumns: Set<Int>) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return leftColumns.contains(column) ? cell.0 + space : space + cell.0
            }.joined(separator: " ")
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
