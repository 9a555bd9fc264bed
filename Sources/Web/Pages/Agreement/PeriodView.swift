import Agreements
import Documents
import Rules

/// An agreement's period as its page shows it: the years, what was promised, and what is open.
struct PeriodView {
    let visit: Visit
    let period: AgreementPeriod

    private var words: Words { visit.words }
    private var texts: Texts { words.texts }
    private var head: AgreementHead { period.overview.head }

    var html: HTML {
        """
        \(phase)
        <p>\(span)</p>
        <section aria-labelledby="years"><h2 id="years">\(words["period_years"])</h2>
        \(table.html(texts))</section>
        <section aria-labelledby="promised"><h2 id="promised">\(words["period_promised"])</h2>
        \(list(period.overview.commitments.map { "\(words.name($0.side)): \($0.text)" }))</section>
        <section aria-labelledby="open"><h2 id="open">\(words["period_open"])</h2>
        \(open)</section>
        """
    }

    private var phase: HTML {
        guard let from = head.validFrom, let validTo = head.validTo, head.status == .active,
            head.renewedBy == nil, from <= visit.today
        else { return "" }
        let calendar = visit.site.rulebook.calendar
        switch RenewalPhase(validTo: validTo, on: visit.today, calendar: calendar) {
        case .due:
            return #"<p class="notice">\#(words["renewal_due", words.longDate(validTo)])</p>"#
        case .late:
            return #"<p class="caution">\#(words["renewal_late", words.longDate(validTo)])</p>"#
        case .notYet, .over: return ""
        }
    }

    private var span: String {
        guard let from = head.validFrom, let to = head.validTo else { return words["not_set"] }
        return words["valid", words.date(from), words.date(to)]
    }

    // MARK: Years

    private var table: PictureTable {
        PictureTable(
            id: "period", caption: words["period_table"],
            columns: [
                words["period_year"], words["period_grade"], words["period_meetings"],
                words["period_promises"], words["side_imdi"], words["side_counterpart"],
                words["period_rating"], words["period_recommendation"],
            ],
            numberColumns: [1, 2, 3, 4, 5],
            rows: period.years.map(row))
    }

    private func row(_ year: AgreementPeriod.Year) -> [PictureTable.Cell] {
        let assessment = year.evaluation?.assessment
        let rating = assessment.map { texts[$0.rating.text] }
        let state = year.evaluation.map { words["evaluation_\($0.status.rawValue)"] }
        let grade = Ratio(year.requirementsMet, of: Requirement.allCases.count)
        return [
            PictureTable.Cell(
                String(year.year), link: year.evaluation.map { EvaluationRound.path($0.key) }),
            PictureTable.Cell(grade.value.map(texts.percent) ?? "–"),
            PictureTable.Cell(texts.number(year.meetingsHeld)),
            PictureTable.Cell(
                words[
                    "of_all", texts.number(year.promises.numerator),
                    texts.number(year.promises.denominator)]),
            PictureTable.Cell(assessment?.imdi.map(texts.decimal) ?? "–"),
            PictureTable.Cell(assessment?.counterpart.map(texts.decimal) ?? "–"),
            PictureTable.Cell(
                year.evaluation?.status == .approved ? rating ?? "–" : state ?? "–"),
            PictureTable.Cell(
                year.evaluation?.recommendation.map { words["recommend_\($0.rawValue)"] } ?? "–"),
        ]
    }

    // MARK: What is open

    private var open: HTML {
        let promises = period.overview.promises.filter(\.isOpen).sorted { $0.dueOn < $1.dueOn }
            .map { promise -> HTML in
                let late: HTML =
                    promise.dueOn < visit.today
                    ? #" <span class="late">\#(words["standing_overdue"])</span>"# : ""
                return """
                    <li>\(promise.title) · \(words.name(promise.side)) · \
                    \(words.date(promise.dueOn))\(late)</li>
                    """
            }
        let conclusions = period.openConclusions.map { conclusion -> HTML in
            let measure: HTML =
                conclusion.measure.map { " · \(words["period_measure", $0])" }
                ?? " · \(words["period_no_measure"])"
            return """
                <li><a href="\(EvaluationRound.path(conclusion.evaluation))">\
                \(words["period_concluded", String(conclusion.year)])</a>: \(conclusion.text)\
                \(measure)</li>
                """
        }
        let items = conclusions + promises
        return items.isEmpty ? "<p>\(words["period_nothing"])</p>" : "<ul>\(items.joined)</ul>"
    }

    private func list(_ texts: [String]) -> HTML {
        texts.isEmpty
            ? "<p>\(words["period_nothing"])</p>"
            : "<ul>\(texts.map { "<li>\($0)</li>" as HTML }.joined)</ul>"
    }
}
