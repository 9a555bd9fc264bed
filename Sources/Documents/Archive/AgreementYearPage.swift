import Agreements
import Rules

/// An agreement's year as a page: the agreement, the plan, the meetings, the follow-ups, the
/// activities and the evaluation.
package struct AgreementYearPage: Sendable {
    private let year: AgreementYear
    private let texts: Texts
    private let medium: Page.Medium

    package init(_ year: AgreementYear, in language: Language = .nb, isOnPaper: Bool = false) {
        self.year = year
        texts = Texts(language)
        medium = isOnPaper ? .paper : .screen
    }

    package func render() -> String {
        Page(
            texts: texts, title: "\(year.title) \(year.year)", facts: facts,
            sections: [
                section("commitments", .archiveCommitments, year.commitments),
                section("amendments", .archiveAmendments, year.amendments),
                section("plan", .archivePlan, (year.plan.map { [$0] } ?? []) + year.measures),
                section("meetings", .archiveMeetings, year.meetings),
                section("follow-ups", .archiveFollowUps, year.followUps),
                section("activities", .activities, year.activities),
                section("evaluation", .archiveEvaluation, evaluation),
            ], medium: medium
        ).render()
    }

    private var facts: [(name: String, value: String)] {
        let facts: [(Text, String?)] = [
            (.agreement, year.id), (.title, year.title), (.archivePublicTitle, year.publicTitle),
            (.archiveDesignation, year.designation), (.agreementKind, texts[year.kind.text]),
            (.owner, texts[year.owner.text]),
            (.archiveParties, year.parties.joined(separator: ", ")),
            (.archivePurpose, year.purpose), (.archiveSigned, year.signedOn.map(texts.date)),
            (.archiveFrom, year.validFrom.map(texts.date)),
            (.archiveTo, year.validTo.map(texts.date)),
            (.archiveResponsible, year.responsible), (.archiveDeputy, year.deputy),
            (.archiveCase, year.caseNumber), (.archiveGround, year.accessGround),
        ]
        return facts.compactMap { name, value in value.map { (texts[name], $0) } }
    }

    private var evaluation: [AgreementYear.Line] {
        guard let evaluation = year.evaluation else { return [] }
        let scores = year.scores.map { score in
            let dimension = Dimension.text(of: score.dimension).map { texts[$0] }
            let side = texts[score.side == .imdi ? .imdi : .counterpart]
            return AgreementYear.Line(
                id: side, text: dimension ?? score.dimension, on: nil, state: "",
                note: String(score.score))
        }
        return [evaluation] + scores
    }

    private func section(_ id: String, _ title: Text, _ lines: [AgreementYear.Line])
        -> Page.Section
    {
        let table = Table(
            id: "\(id)-table", caption: texts[title],
            columns: [
                texts[.subject], texts[.title], texts[.dayHead], texts[.status],
                texts[.archiveNote],
            ],
            rows: lines.map { line in
                Table.Row(
                    head: "\(line.id)",
                    cells: [
                        .text(word(line.text)), .text(line.on.map(texts.date) ?? ""),
                        .text(word(line.state)), .text(line.note.map(word) ?? ""),
                    ])
            })
        return Page.Section(
            id: id, title: texts[title],
            content: lines.isEmpty ? "<p>\(texts[.archiveNothing])</p>" : table.html(texts))
    }

    /// A value of the register in the page's language; any other text as it is.
    private func word(_ value: String) -> String {
        if let kind = ActivityKind(rawValue: value) { return texts[kind.text] }
        if let recommendation = Recommendation(rawValue: value) {
            return texts[recommendation.text]
        }
        return Self.words[value].map { texts[$0] } ?? value
    }

    private static let words: [String: Text] = [
        "held": .archiveHeld, "planned": .archivePlanned, "cancelled": .archiveCancelled,
        "done": .archiveDone, "in_progress": .archiveInProgress, "open": .statusOpen,
        "submitted": .statusSubmitted, "approved": .statusApproved, "draft": .archiveDraft,
        "adopted": .archiveAdopted, "closed": .archiveClosed, "agreed": .archiveAgreed,
        "imdi": .imdi, "counterpart": .counterpart, "both": .archiveBoth,
        "measurable": .archiveMeasurable, "strategic": .archiveStrategic,
        "operational": .archiveOperational, "plan": .archivePlan,
        "evaluation": .archiveEvaluation,
    ]
}
