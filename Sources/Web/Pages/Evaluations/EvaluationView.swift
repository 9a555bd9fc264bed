import Agreements
import Documents
import Register
import Rules

/// One evaluation's page: what stands out, the facts, what the parties say, and what they conclude.
struct EvaluationView {
    let visit: Visit
    let detail: EvaluationDetail

    private var words: Words { visit.words }
    private var texts: Texts { words.texts }
    private var mayWrite: Bool { visit.may(.write, .evaluation, of: detail.head.owner) }
    private var mayApprove: Bool { visit.may(.approve, .evaluation, of: detail.head.owner) }

    var html: HTML {
        """
        \(head)
        \(buttons)
        <section aria-labelledby="facts"><h2 id="facts">\(words["facts"])</h2>
        \(EvidenceTable(words: words, evidence: detail.evidence, untouched: detail.untouched).html)
        </section>
        <section aria-labelledby="scores"><h2 id="scores">\(words["scores"])</h2>
        \(scores)</section>
        <section aria-labelledby="conclusions"><h2 id="conclusions">\(words["conclusions"])</h2>
        \(conclusions)</section>
        <section aria-labelledby="respondents"><h2 id="respondents">\(words["respondents"])</h2>
        \(respondents)</section>
        \(history)
        """
    }

    // MARK: Head

    private var head: HTML {
        let record = detail.record
        let status = words["state_\(record.status.rawValue)"]
        let state: HTML = """
            <span class="tag \(EvaluationsPage.mark(record.status))">\(status)</span>
            """
        let day = (record.approvedOn ?? record.submittedOn).map { " \(words.date($0))" } ?? ""
        return """
            <p class="subtle"><a href="\(detail.head.path())">\(detail.head.id)</a> · \
            \(words.name(detail.head.owner)) · \(words.name(detail.head.kind)) \(state)\(day)</p>
            <p>\(words["term", words.longDate(detail.term)])</p>
            \(sentBack)\(standOuts)\(decision)
            """
    }

    private var sentBack: HTML {
        guard detail.record.status == .open, let last = detail.steps.last,
            last.step == "sent_back", let comment = last.comment
        else { return "" }
        return """
            <p class="caution"><strong>\(words["sent_back_by", last.actor])</strong> \
            <span class="pre">\(comment)</span></p>
            """
    }

    private var standOuts: HTML {
        guard detail.record.status == .submitted, !detail.standOuts.isEmpty else { return "" }
        let items = detail.standOuts.map { "<li>\(words["standout_\($0.rawValue)"])</li>" as HTML }
        return """
            <div class="caution"><strong>\(words["stands_out"])</strong><ul>\(items)</ul></div>
            """
    }

    private var decision: HTML {
        guard let recommendation = detail.record.recommendation else { return "" }
        let reason: HTML =
            detail.record.reasonWithoutCounterpart.map {
                "<p>\(words["field_reason_without_counterpart"]): \($0)</p>"
            } ?? ""
        return """
            <div class="notice"><p>\(words["recommendation"]): \
            <strong>\(words["recommend_\(recommendation.rawValue)"])</strong></p>\(reason)</div>
            """
    }

    private var buttons: HTML {
        var buttons: [(key: String, rest: String)] = []
        switch detail.record.status {
        case .open where mayWrite: buttons.append(("do_answer", "answers"))
        case .submitted where mayApprove:
            buttons += [("do_approve", "approval"), ("do_send_back", "send-back")]
        default: break
        }
        let links = buttons.enumerated().map { index, button -> HTML in
            let style: HTML = index == 0 ? "primary" : "secondary"
            return """
                <a class="button \(style)" href="\(detail.path(button.rest))">\
                \(words[button.key])</a>
                """
        }
        return links.isEmpty ? "" : #"<p class="actions">\#(links.joined)</p>"#
    }

    // MARK: Scores

    private var scores: HTML {
        guard detail.isRevealed else {
            let counterpart =
                detail.record.isDelivered(.counterpart)
                ? "counterpart_answered"
                : detail.hasCounterpartBegun ? "counterpart_begun" : "counterpart_silent"
            return """
                <p>\(words["hidden_until", words.longDate(detail.term)])</p>
                <ul><li>\(words["side_imdi"]): \
                \(words[detail.record.isDelivered(.imdi) ? "part_delivered" : "part_open"])</li>
                <li>\(words["side_counterpart"]): \(words[counterpart])</li></ul>
                \(mayWrite ? own : "")
                """
        }
        return ScoreComparison(
            words: words, id: "gap", kind: detail.record.kind,
            imdi: detail.delivered[.imdi] ?? [], counterpart: detail.delivered[.counterpart] ?? [],
            assessment: detail.assessment
        ).html
    }

    /// What IMDi has written itself, for those who write it.
    private var own: HTML {
        guard !detail.held.isEmpty else { return "" }
        let lines = detail.held.answers.filter { $0.score != nil || $0.comment != nil }.map {
            """
            <li>\(words.dimension($0.dimension)): \($0.score.map(texts.number) ?? words["blank"])\
            \($0.comment.map { " – \($0)" } ?? "")</li>
            """ as HTML
        }
        return "<h3>\(words["own_part"])</h3><ul>\(lines.joined)</ul>"
    }

    // MARK: Conclusions

    private var conclusions: HTML {
        let items = detail.conclusions.map(conclusion)
        let list: HTML =
            items.isEmpty
            ? "<p>\(words["no_conclusions"])</p>"
            : #"<ol class="plain">\#(items.joined)</ol>"#
        let add: HTML =
            mayWrite && detail.mayConclude
            ? """
            <p><a class="button" href="\(detail.path("conclusions/new"))">\
            \(words["do_conclude"])</a></p>
            """
            : mayWrite && detail.record.status != .approved
                ? #"<p class="subtle">\#(words["conclude_later"])</p>"# : ""
        return "\(list)\(add)"
    }

    private func conclusion(_ conclusion: EvaluationDetail.Conclusion) -> HTML {
        let path = detail.path("conclusions/\(conclusion.key)")
        let measure: HTML
        if let made = conclusion.measure {
            measure = """
                <p class="subtle"><a href="\(detail.head.path("plan"))?year=\(made.year)">\
                \(words["became", made.title, String(made.year)])</a> · \
                \(words["measure_\(made.status.rawValue)"])</p>
                """
        } else if mayWrite {
            let edit: HTML =
                detail.mayConclude
                ? #"<a class="button small" href="\#(path)/edit">\#(words["change"])</a> "# : ""
            measure = """
                <div class="row-actions">\(edit)<a class="button small" href="\(path)/measure">\
                \(words["do_measure", String(detail.record.year + 1)])</a></div>
                """
        } else {
            measure = ""
        }
        return """
            <li class="card" data-row><p class="pre">\(String(conclusion.position)). \
            \(conclusion.text)</p>\(measure)</li>
            """
    }

    // MARK: Respondents

    private var respondents: HTML {
        let items = detail.respondents.map { respondent -> HTML in
            let ended: HTML =
                respondent.endedOn.map { " · \(words["link_ended", words.date($0)])" } ?? ""
            let end: HTML =
                mayWrite && respondent.endedOn == nil && detail.record.status != .approved
                ? """
                <a class="button small" href="\(detail.path("respondents/\(respondent.key)/end"))">\
                \(words["do_end_link"])<span class="hidden">: \(respondent.name)</span></a>
                """ : ""
            return """
                <li>\(respondent.name)\(respondent.role.map { ", \($0)" } ?? "") · \
                \(words["invited_on", words.date(respondent.invitedOn)])\(ended) \(end)</li>
                """
        }
        let list: HTML =
            items.isEmpty ? "<p>\(words["no_respondents"])</p>" : "<ul>\(items.joined)</ul>"
        guard mayWrite, detail.record.status != .approved else { return list }
        return """
            \(list)<p><a class="button" href="\(detail.path("respondents/new"))">\
            \(words["do_invite"])</a></p>
            """
    }

    private var history: HTML {
        guard !detail.steps.isEmpty else { return "" }
        let items = detail.steps.map { step -> HTML in
            let comment: HTML = step.comment.map { #": <span class="pre">\#($0)</span>"# } ?? ""
            let actor = step.step == "answered" ? words["side_counterpart"] : step.actor
            return """
                <li>\(words.date(step.on)) \(words["step_\(step.step)"]), \(actor)\(comment)</li>
                """
        }
        return """
            <section aria-labelledby="history"><h2 id="history">\(words["history"])</h2>
            <ul>\(items.joined)</ul></section>
            """
    }
}
