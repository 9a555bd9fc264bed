import Agreements
import Documents
import Rules

/// The rows behind a figure, with what each adds and what they add up to.
struct RecordView {
    let norway: NorwayFrame
    let choice: RecordChoice
    /// All that the figure is made of.
    let rows: [CountedRecord]
    /// Those of the page.
    let lines: [RecordLine]

    private var words: Words { norway.words }
    private var text: FigureText { norway.text }
    private var value: IndicatorValue { rows.value(of: choice.indicator) }
    private var isRatio: Bool { choice.indicator.ratio != nil }
    private var isMean: Bool { if case .mean = value { true } else { false } }

    var html: HTML {
        let basis = text.basis(value, of: choice.indicator)
        let figure =
            basis.isEmpty
            ? words["records_figure", text.figure(value)]
            : words["records_figure_of", text.figure(value), basis]
        let path = path(side: choice.side)
        return """
            \(form)
            \(norway.periodLine)
            <p>\(words["def_\(choice.indicator.rawValue)"])</p>\(only)
            <p><strong>\(figure)</strong></p>
            \(sides)
            \(lines.isEmpty ? "<p>\(words["records_none"])</p>" : table)
            \(pager)
            \(lines.isEmpty ? "" : Downloads(words: words, path: path).html)
            """
    }

    /// Which part is shown, and the way to all.
    private var only: HTML {
        guard let part = choice.part else { return "" }
        let all = RecordPage.path(
            choice.indicator, of: choice.unit, chosen: norway.chosen,
            more: choice.pairs(side: choice.side, isWhole: true))
        return """

            <p>\(words["records_only", name(of: part)]) \
            <a href="\(all)">\(words["records_only_all"])</a></p>
            """
    }

    private func name(of part: RecordPart) -> String {
        switch part {
        case .agreementKind(.municipal): words.texts[.municipalAgreements]
        case .agreementKind(.sector): words.texts[.sectorAgreements]
        case .agreementKind(.voluntary): words.texts[.voluntaryAgreements]
        case .activityKind(let kind): words.texts[kind.text]
        case .subGoal(let goal): words.texts[goal.text]
        case .scheme(let scheme): scheme
        case .lateness(.first): words.texts[.overdueUpTo30]
        case .lateness(.second): words.texts[.overdue31To90]
        case .lateness(.last): words.texts[.overdueOver90]
        }
    }

    private func path(side: RecordChoice.Side?, page: Int = 1) -> String {
        RecordPage.path(
            choice.indicator, of: choice.unit, chosen: norway.chosen,
            more: choice.pairs(side: side, page: page))
    }

    private var form: HTML {
        PeriodForm(
            chosen: norway.chosen, words: words,
            action:
                "/norway/records/\(choice.indicator.rawValue)/\(choice.unit?.rawValue ?? "total")",
            kept: choice.pairs(side: choice.side), compares: false
        ).html
    }

    private var sides: HTML {
        guard isRatio else { return "" }
        let counted = rows.count { $0.part.numerator > 0 }
        let items: [(RecordChoice.Side?, String, Int)] = [
            (nil, "records_all", rows.count), (.counted, "records_in", counted),
            (.left, "records_out", rows.count - counted),
        ]
        return Tabs(
            label: words["records_filter"],
            items: items.map { side, key, count in
                (words[key, words.texts.number(count)], path(side: side), side == choice.side)
            }
        ).html
    }

    private var numberHeads: [String] {
        if isMean { return [words["record_value"]] }
        return isRatio ? [words["record_numerator"], words["record_denominator"]] : []
    }

    private var table: HTML {
        let heads = ["record", "record_agreement", "record_unit", "record_facts"]
            .map { #"<th scope="col">\#(words[$0])</th>"# as HTML }
        let numbers = numberHeads.map { #"<th scope="col" class="number">\#($0)</th>"# as HTML }
        return """
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words.texts[choice.indicator.text]])">
            <table class="wide stack">
            <caption class="hidden">\(words.texts[choice.indicator.text])</caption>
            <thead><tr>\(heads)\(numbers)</tr></thead>
            <tbody>
            \(lines.map(row).joined)\(sum)</tbody></table></div>
            """
    }

    private func row(_ line: RecordLine) -> HTML {
        let name: HTML = line.link.map { #"<a href="\#($0)">\#(line.name)</a>"# } ?? "\(line.name)"
        let agreement: HTML =
            line.agreement.map {
                #"<a href="/agreements/\#(LocalPath.encode($0.id))">\#($0.title)</a>"#
            } ?? ""
        return """
            <tr data-row><th scope="row">\(name)</th>\
            <td data-name="\(words["record_agreement"])">\(agreement)</td>\
            <td data-name="\(words["record_unit"])">\(words.texts[line.unit.text])</td>\
            <td data-name="\(words["record_facts"])">\(line.facts)</td>\
            \(numbers(of: line.part, line.value))</tr>
            """
    }

    private func numbers(of part: Ratio, _ value: Double?) -> [HTML] {
        let texts: [String]
        if isMean {
            texts = [value.map(words.texts.decimal) ?? ""]
        } else {
            texts =
                isRatio
                ? [words.texts.number(part.numerator), words.texts.number(part.denominator)] : []
        }
        return zip(numberHeads, texts).map { #"<td class="number" data-name="\#($0)">\#($1)</td>"# }
    }

    /// Of all pages and both sides, so that it is the figure.
    private var sum: HTML {
        guard isRatio else { return "" }
        let part = rows.reduce(Ratio()) { $0 + $1.part }
        return """
            <tr class="sum"><th scope="row">\(words["record_sum"])</th><td></td><td></td><td></td>\
            \(numbers(of: part, nil))</tr>
            """
    }

    private var pager: HTML {
        let count = choice.pageCount(of: choice.shown(of: rows))
        guard count > 1 else { return "" }
        let page = min(choice.page, count)
        return Pager(words: words, page: page, count: count) {
            path(side: choice.side, page: $0)
        }.html
    }

    static func sheet(_ name: String, _ lines: [RecordLine], _ norway: NorwayFrame) throws -> Sheet
    {
        let words = norway.words
        var sheet = Sheet(
            name: name,
            columns: [
                Sheet.Column(words["record"]), Sheet.Column(words["record_agreement"]),
                Sheet.Column(words["record_unit"]), Sheet.Column(words["record_facts"]),
                Sheet.Column(words["record_numerator"], .number),
                Sheet.Column(words["record_denominator"], .number),
                Sheet.Column(words["record_value"], .number),
            ])
        for line in lines {
            sheet.add([
                .text(line.name), .text(line.agreement.map { "\($0.id) \($0.title)" }),
                .text(words.texts[line.unit.text]), .text(line.facts),
                .number(line.part.numerator), .number(line.part.denominator),
                line.value.map { .number($0) } ?? .empty,
            ])
        }
        return sheet
    }
}
