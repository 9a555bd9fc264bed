import Agreements
import Documents
import Register
import Rules

/// A counterpart's page: how far it has come, what it answers about, and its answers.
struct RespondView {
    let visit: Visit
    let matter: RespondMatter
    let sheet: AnswerSheet

    private var words: Words { visit.words }

    var model: [String: Any] {
        var model = sheet.model
        model["state"] = state
        model["may_answer"] = matter.mayAnswer
        model["briefing"] = briefing.markup
        let isToCompare = matter.isRevealed && matter.record.isDelivered(.imdi)
        model["comparison"] = shown(isToCompare ? comparison.markup : nil)
        return model
    }

    private var state: String {
        guard let answeredOn = matter.answeredOn else {
            return words["respond_until", words.longDate(matter.term)]
        }
        return matter.mayAnswer
            ? words["respond_delivered", words.longDate(answeredOn)]
            : words["respond_seen", words.longDate(answeredOn)]
    }

    // MARK: What it is about

    private var briefing: HTML {
        """
        <dl class="facts">
        \(fact("field_purpose", matter.purpose))
        \(fact("field_period", period))
        </dl>
        <h3>\(words["commitments"])</h3>\(list(matter.commitments.map(text)))
        <h3>\(words["meetings_of", String(matter.record.year)])</h3>\
        \(list(matter.meetings.map(text)))
        <h3>\(words["measures_of", String(matter.record.year)])</h3>\
        \(list(matter.measures.map(text)))
        """
    }

    private var period: String? {
        guard let from = matter.validFrom, let to = matter.validTo else { return nil }
        return words["valid", words.date(from), words.date(to)]
    }

    private func fact(_ key: String, _ value: String?) -> HTML {
        guard let value, !value.isEmpty else { return "" }
        return "<div><dt>\(words[key])</dt><dd>\(value)</dd></div>"
    }

    private func list(_ texts: [String]) -> HTML {
        guard !texts.isEmpty else { return #"<p class="subtle">\#(words["nothing_here"])</p>"# }
        return "<ul>\(texts.map { "<li>\($0)</li>" as HTML }.joined)</ul>"
    }

    private func text(_ commitment: AgreementOverview.CommitmentLine) -> String {
        "\(words.name(commitment.side)): \(commitment.text)"
    }

    private func text(_ meeting: RespondMatter.Meeting) -> String {
        let parts = [
            words.date(meeting.on), words.name(meeting.level), meeting.theme,
            words["meeting_\(meeting.status.rawValue)"],
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func text(_ measure: RespondMatter.Measure) -> String {
        let parts = [
            measure.title, words.name(measure.by), words.date(measure.dueOn),
            words["measure_\(measure.status.rawValue)"],
        ]
        return parts.joined(separator: " · ")
    }

    // MARK: What both say

    private var comparison: HTML {
        let conclusions: HTML =
            matter.conclusions.isEmpty
            ? ""
            : "<h2>\(words["conclusions"])</h2>\(list(matter.conclusions))"
        return """
            <h2>\(words["both_say"])</h2>
            \(ScoreComparison(
                words: words, id: "gap", kind: matter.record.kind,
                imdi: matter.delivered[.imdi] ?? [],
                counterpart: matter.delivered[.counterpart] ?? [],
                assessment: matter.assessment).html)
            \(conclusions)
            """
    }
}
