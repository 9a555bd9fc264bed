import Agreements
import Documents
import Register
import Rules

/// What the two parties say, beside each other: the picture, its table, and their comments.
struct ScoreComparison {
    let words: Words
    /// Unique within the page.
    let id: String
    let kind: AgreementKind
    let imdi: [Answers.Answer]
    let counterpart: [Answers.Answer]
    let assessment: EvaluationAssessment

    private var texts: Texts { words.texts }

    var html: HTML {
        """
        <dl class="keys">
        \(figure("side_imdi", assessment.imdi))\(figure("side_counterpart", assessment.counterpart))
        \(figure("score", assessment.score))
        <div><dt>\(words["rating"])</dt><dd>\(texts[assessment.rating.text])</dd></div>
        </dl>
        \(gap)
        \(GapChart(id: id, title: words["gap_title"], lines: lines).figure(texts))
        \(comments)
        """
    }

    private var lines: [GapChart.Line] {
        Dimension.all(for: kind).map { dimension in
            GapChart.Line(
                name: words.dimension(dimension),
                imdi: imdi.first { $0.dimension == dimension }?.score,
                counterpart: counterpart.first { $0.dimension == dimension }?.score)
        }
    }

    private func figure(_ key: String, _ value: Double?) -> HTML {
        "<div><dt>\(words[key])</dt><dd>\(value.map(texts.decimal) ?? "–")</dd></div>"
    }

    private var gap: HTML {
        guard let imdi = assessment.imdi, let counterpart = assessment.counterpart else {
            return ""
        }
        let distance = texts.decimal(abs(imdi - counterpart))
        return assessment.hasGap
            ? #"<p class="caution">\#(words["gap_flagged", distance])</p>"#
            : "<p>\(words["gap_small", distance])</p>"
    }

    private var comments: HTML {
        let items = Dimension.all(for: kind).flatMap { dimension in
            [("side_imdi", imdi), ("side_counterpart", counterpart)].compactMap {
                side, answers -> HTML? in
                guard let comment = answers.first(where: { $0.dimension == dimension })?.comment
                else { return nil }
                return """
                    <div><dt>\(words.dimension(dimension)), \(words[side])</dt>\
                    <dd class="pre">\(comment)</dd></div>
                    """
            }
        }
        guard !items.isEmpty else { return "" }
        return """
            <h3>\(words["comments"])</h3><dl class="facts">\(items.joined)</dl>
            """
    }
}

extension Words {
    /// What a dimension of an evaluation is called.
    func dimension(_ dimension: String) -> String {
        Dimension.text(of: dimension).map { texts[$0] } ?? dimension
    }
}
