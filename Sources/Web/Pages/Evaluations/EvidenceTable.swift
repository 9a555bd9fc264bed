import Agreements
import Documents
import Rules

/// The facts of an agreement's year, worked out and not typed.
struct EvidenceTable {
    let words: Words
    let evidence: Evidence
    /// Texts of the commitments that nothing was done for.
    let untouched: [String]

    private var texts: Texts { words.texts }

    var html: HTML {
        let facts = lines.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" as HTML }
        return """
            <p>\(texts[.evidenceLight]): <span class="light">\(evidence.light.mark(texts)) \
            \(words["light_\(evidence.light.rawValue)"])</span></p>
            <dl class="facts">
            \(facts.joined)</dl>
            \(untouchedList)
            """
    }

    private var lines: [(name: String, value: String)] {
        var lines = [
            (texts[.meetingsHeld], share(evidence.meetings)),
            (texts[.followUpsOnTime], share(evidence.followUps)),
            (texts[.measuresDone], share(evidence.measures)),
            (texts[.activities], texts.number(evidence.activityCount)),
        ]
        if let course = evidence.course { lines += self.lines(of: course) }
        if let settlement = evidence.settlement {
            lines.append(
                (texts[.settlement], share(Ratio(settlement.settled, of: settlement.decided))))
        }
        lines.append((texts[.lastYearsScore], lastYear))
        return lines
    }

    private func lines(of course: EvidenceCourse) -> [(name: String, value: String)] {
        [
            (
                words["meetings_promised"],
                course.meetingsPromised.map {
                    words[
                        "of_promised", texts.number(course.meetingsHeld), texts.number($0)]
                } ?? words["none_promised", texts.number(course.meetingsHeld)]
            ),
            (words["meetings_postponed"], texts.number(course.meetingsPostponed)),
            (
                words["days_to_close"],
                course.daysToClose.value.map {
                    words[
                        "days_of", texts.decimal($0), texts.number(course.daysToClose.count)]
                } ?? "–"
            ),
            (
                words["untouched"],
                words[
                    "of_all", texts.number(course.commitmentsUntouched.count),
                    texts.number(course.commitments)]
            ),
        ]
    }

    private var lastYear: String {
        guard let last = evidence.lastYear, let score = last.score else { return "–" }
        return "\(texts.decimal(score)) (\(texts[last.rating.text]))"
    }

    private func share(_ ratio: Ratio) -> String {
        guard let value = ratio.value else { return "–" }
        return words[
            "share_of", texts.percent(value), texts.number(ratio.numerator),
            texts.number(ratio.denominator)]
    }

    private var untouchedList: HTML {
        guard !untouched.isEmpty else { return "" }
        let items = untouched.map { "<li>\($0)</li>" as HTML }
        return """
            <details><summary>\(words["untouched_which"])</summary>
            <p class="subtle">\(words["untouched_hint"])</p>
            <ul>\(items.joined)</ul></details>
            """
    }
}
