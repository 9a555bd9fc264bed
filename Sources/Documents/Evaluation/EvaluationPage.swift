import Agreements
import Rules

/// An evaluation's dossier as a page that stands alone and prints.
package struct EvaluationPage: Sendable {
    private let dossier: EvaluationDossier
    private let texts: Texts

    package init(_ dossier: EvaluationDossier, in language: Language = .nb) {
        self.dossier = dossier
        texts = Texts(language)
    }

    package func render() -> String {
        Page(
            texts: texts,
            title: texts[
                .evaluationTitle, String(dossier.evaluation.year), dossier.title],
            facts: facts, sections: [assessment, evidence, scores]
        ).render()
    }

    private var facts: [(name: String, value: String)] {
        [
            (texts[.agreement], dossier.agreement),
            (texts[.owner], texts[dossier.owner.text]),
            (texts[.agreementKind], texts[dossier.kind.text]),
            (texts[.year], String(dossier.evaluation.year)),
            (texts[.status], status),
        ]
    }

    /// With the day on which it got there.
    private var status: String {
        let word = texts[dossier.evaluation.status.text]
        let day: Day? =
            switch dossier.evaluation.status {
            case .open: nil
            case .submitted: dossier.evaluation.submittedOn
            case .approved: dossier.evaluation.approvedOn
            }
        return day.map { "\(word) \(texts.date($0))" } ?? word
    }

    private var assessment: Page.Section {
        let reason = dossier.evaluation.reasonWithoutCounterpart
        let facts: [(Text, String)] = [
            (.score, score(dossier.assessment.score)),
            (.rating, texts[dossier.assessment.rating.text]),
            (.gap, gap),
            (
                .recommendation,
                texts[dossier.evaluation.recommendation?.text ?? .notGiven]
            ),
        ]
        let all = facts + (reason.map { [(.reasonWithoutCounterpart, $0)] } ?? [])
        let list = all.map { "<div><dt>\(texts[$0])</dt><dd>\($1)</dd></div>" as HTML }
        return Page.Section(
            id: "assessment", title: texts[.assessment],
            content: #"<dl class="facts">\#n\#(list.joined)</dl>"#)
    }

    private var gap: String {
        guard let imdi = dossier.assessment.imdi, let counterpart = dossier.assessment.counterpart
        else { return texts[.gapUnknown] }
        let distance = texts.decimal(abs(imdi - counterpart))
        return texts[dossier.assessment.hasGap ? .gapFlagged : .gapSmall, distance]
    }

    private var evidence: Page.Section {
        let figures: [(Text, Ratio)] = [
            (.meetingsHeld, dossier.evidence.meetings),
            (.followUpsOnTime, dossier.evidence.followUps),
            (.measuresDone, dossier.evidence.measures),
        ]
        let ratios = figures.map { label, ratio in
            row(label, .share(ratio, isMoney: false))
        }
        let activities = row(.activities, .count(dossier.evidence.activityCount))
        let rows = ratios + [activities] + settlement + [lastYear]
        let table = Table(
            id: "evidence-table", caption: texts[.evidence],
            columns: [texts[.indicator], texts[.value], texts[.basis]], numberColumns: [1, 2],
            rows: rows)
        return Page.Section(
            id: "evidence", title: texts[.evidence],
            content: "<p>\(texts[.evidenceLight]): \(light)</p>\n\(table.html(texts))")
    }

    private var settlement: [Table.Row] {
        guard let sum = dossier.evidence.settlement else { return [] }
        return [
            row(.settlement, .share(Ratio(sum.settled, of: sum.decided), isMoney: false)),
            row(.requested, .count(sum.requested)),
        ]
    }

    private var lastYear: Table.Row {
        let assessment = dossier.evidence.lastYear
        return Table.Row(
            head: "\(texts[.lastYearsScore])",
            cells: [
                .number(score(assessment?.score)),
                .number(texts[(assessment?.rating ?? .unrated).text]),
            ])
    }

    private func row(_ label: Text, _ figure: ReportRow.Figure) -> Table.Row {
        Table.Row(
            head: "\(texts[label])",
            cells: [.number(texts.figure(figure)), .number(texts.basis(figure))])
    }

    private var light: HTML {
        switch dossier.evidence.light {
        case .green: #"<span class="light good">✓ \#(texts[.evidenceGreen])</span>"#
        case .yellow: #"<span class="light warn">! \#(texts[.evidenceYellow])</span>"#
        case .red: #"<span class="light bad">✗ \#(texts[.evidenceRed])</span>"#
        case .grey: #"<span class="light">○ \#(texts[.evidenceGrey])</span>"#
        }
    }

    private var scores: Page.Section {
        let dimensions = Dimension.all(for: dossier.kind).map { dimension in
            Table.Row(
                head: "\(Dimension.text(of: dimension).map { texts[$0] } ?? dimension)",
                cells: ScoringSide.allCases.map { given(dimension, by: $0) })
        }
        let mean = Table.Row(
            head: "<strong>\(texts[.mean])</strong>",
            cells: [
                .number(score(dossier.assessment.imdi)),
                .number(score(dossier.assessment.counterpart)),
            ])
        let table = Table(
            id: "score-table", caption: texts[.scores],
            columns: [texts[.dimension], texts[.imdi], texts[.counterpart]],
            numberColumns: [1, 2], rows: dimensions + [mean])
        return Page.Section(id: "scores", title: texts[.scores], content: table.html(texts))
    }

    private func given(_ dimension: String, by side: ScoringSide) -> Table.Cell {
        let score = dossier.scores.first { $0.dimension == dimension && $0.side == side }
        return .number(score.map { texts.number($0.score) } ?? texts[.blank])
    }

    private func score(_ value: Double?) -> String {
        value.map(texts.decimal) ?? texts[.noValue]
    }
}
