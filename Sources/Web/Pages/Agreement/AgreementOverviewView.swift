import Agreements
import Documents
import Rules

/// The first page of an agreement as its template shows it.
///
/// Its lists are written directly: a template spends more time on their lines than on all the rest.
struct AgreementOverviewView {
    let visit: Visit
    let overview: AgreementOverview
    /// How many open promises are to follow from the agreement that it renews.
    let carried: Int

    private var words: Words { visit.words }
    private var head: AgreementHead { overview.head }
    private var today: Day { visit.today }

    /// Open things that are listed; the pages of promises and meetings have them all.
    private static let nextLimit = 8

    var headView: AgreementHeadView {
        AgreementHeadView(visit: visit, head: head, tab: .overview)
    }

    var model: [String: Any] {
        var model: [String: Any] = [
            "head": headView.model, "facts": facts.markup, "timeline": timeline,
            "parties": parties, "tallies": tallies.markup, "tally_heads": tallyHeads.markup,
            "promises_path": head.path("promises"), "archive": archive, "amendments": amendments,
            "may_write": headView.mayWrite, "new_contact_path": head.path("contacts/new"),
            "archive_path": head.path("archive"),
        ]
        if head.isOpen { model["requirements"] = requirements }
        for (key, lines) in [("next", next), ("activities", activities)] where !lines.isEmpty {
            model[key] = lines.joined.markup
        }
        if carried > 0, let origin = head.renews {
            model["carried"] = words["carries_note", String(carried), origin]
        }
        return model
    }

    // MARK: Facts

    private var facts: HTML {
        var facts: [(String, String, String?)] = [
            ("field_responsible", name(head.responsible), nil),
            ("field_deputy", name(head.deputy), nil),
            ("field_period", period, nil), ("field_signed_on", signed, nil),
            ("field_strategic_meetings_per_year", count(head.strategicMeetings), nil),
            ("field_operational_meetings_per_year", count(head.operationalMeetings), nil),
            (
                "field_areas",
                overview.areas.map { words.name($0) }.joined(separator: ", "), nil
            ),
            ("field_purpose", head.purpose ?? "", nil),
        ]
        if let renews = head.renews {
            facts.append(("field_renews", renews, AgreementHead.path(of: renews)))
        }
        if let renewedBy = head.renewedBy {
            facts.append(("renewed", renewedBy, AgreementHead.path(of: renewedBy)))
        }
        return facts.map { key, value, path -> HTML in
            let text = value.isEmpty ? words["not_set"] : value
            let shown: HTML = path.map { #"<a href="\#($0)">\#(text)</a>"# } ?? "\(text)"
            return #"<div><dt>\#(words[key])</dt><dd class="pre">\#(shown)</dd></div>"#
        }.joined
    }

    private func name(_ person: AgreementHead.Person?) -> String {
        guard let person else { return "" }
        return person.isActive ? person.name : "\(person.name) (\(words["inactive"]))"
    }

    private var period: String {
        guard let from = head.validFrom, let to = head.validTo else { return "" }
        return words["valid", words.date(from), words.date(to)]
    }

    private var signed: String {
        guard let signedOn = head.signedOn else { return "" }
        guard let signatory = head.signatory else { return words.date(signedOn) }
        return words[
            "signed", words.date(signedOn), words.name(signatory).lowercased()]
    }

    private func count(_ number: Int?) -> String {
        number.map { words["per_year", String($0)] } ?? ""
    }

    private var archive: [[String: Any]] {
        guard let archive = overview.archive else { return [] }
        return [
            ("field_case_number", archive.caseNumber), ("field_public_title", archive.publicTitle),
            ("field_access_ground", archive.accessGround),
        ].map { ["name": words[$0.0], "value": $0.1 ?? words["not_set"]] }
    }

    private var amendments: [[String: Any]] {
        overview.amendments.map { amendment in
            [
                "date": words.date(amendment.agreedOn), "text": amendment.text,
                "changes": ChangeText(words: words).sentences(ofStored: amendment.changes),
            ]
        }
    }

    // MARK: Requirements

    private var requirements: [String: Any] {
        let met = overview.requirements(by: visit.site.rulebook, on: today)
        return [
            "lines": Requirement.allCases.map { line($0, isMet: met.contains($0)) }.joined.markup,
            "sum": words[
                "requirements_met", String(met.count), String(Requirement.allCases.count),
                words.date(today)],
        ]
    }

    private func line(_ requirement: Requirement, isMet: Bool) -> HTML {
        let (code, name) = (requirement.rawValue, words.name(requirement))
        guard !isMet else {
            return """
                <li><span class="good" aria-hidden="true">✓</span> \
                <span class="code">\(code)</span> \(name)\
                <span class="hidden">: \(words["requirement_met"])</span></li>
                """
        }
        let mend: HTML = "\(words["\(code)_mend"])"
        let link: HTML =
            headView.mayWrite ? #"<a href="\#(mendPath(requirement))">\#(mend)</a>"# : mend
        return """
            <li><span class="late" aria-hidden="true">✗</span> <span class="code">\(code)</span> \
            \(name): <strong>\(words["requirement_missing"]).</strong> \(link)</li>
            """
    }

    /// The form in which what is missing can be given.
    private func mendPath(_ requirement: Requirement) -> String {
        let terms = head.status == .active ? "amend" : "edit"
        return switch requirement {
        case .r1: head.path(head.status == .active ? "edit" : "sign")
        case .r2, .r7: head.path(terms)
        case .r3, .r4, .r8: head.path("edit")
        case .r5: head.path("commitments/new")
        case .r6: head.path("plan")
        case .r9: "/evaluations?agreement=\(LocalPath.encode(head.id))"
        }
    }

    // MARK: Promises

    private static let standings: [Promise.Standing] = [.onTime, .doneLate, .open, .overdue]

    private var tallyHeads: HTML {
        let heads = Self.standings.map { standing -> HTML in
            #"<th scope="col" class="number">\#(words["standing_\(standing.rawValue)"])</th>"#
        }
        return "\(heads)"
    }

    private var tallies: HTML {
        [Side.imdi, .counterpart].map { side -> HTML in
            let tally = PromiseTally(side, overview.promises, on: today)
            let cells = Self.standings.map { standing -> HTML in
                let late: HTML = standing == .overdue && tally[standing] > 0 ? " late" : ""
                return #"<td class="number\#(late)">\#(tally[standing])</td>"#
            }
            return #"<tr><th scope="row">\#(words.name(side))</th>\#(cells)</tr>"#
        }.joined
    }

    /// Open promises and planned meetings, by their days.
    private var next: [HTML] {
        let promises = overview.promises.filter(\.isOpen).map { promise in
            (
                promise.dueOn, words["promise_\(promise.kind.rawValue)"], promise.title,
                headView.mayWrite ? "\(promise.path)/edit" : head.path("promises")
            )
        }
        let meetings = overview.meetings.filter { $0.status == .planned }.map { meeting in
            (
                meeting.plannedOn, words["table_meeting"],
                meeting.theme ?? words.name(meeting.level), meeting.path
            )
        }
        let nearest = (promises + meetings).sorted { $0.0 < $1.0 }.prefix(Self.nextLimit)
        return nearest.map { day, kind, title, path -> HTML in
            let isLate = day < today
            let style: HTML = isLate ? " late" : ""
            let overdue: HTML = isLate ? " (\(words["standing_overdue"]))" : ""
            let when: HTML = "\(words.date(day))\(overdue)"
            return """
                <li><span class="nowrap\(style)">\(when)</span> \
                \(kind): <a href="\(path)">\(title)</a></li>
                """
        }
    }

    /// What was done last, each to be corrected by whoever may.
    private var activities: [HTML] {
        let back = LocalPath.encode(head.path())
        return overview.activities.map { activity -> HTML in
            let (date, kind) = (words.date(activity.on), words.texts[activity.kind.text])
            let theme: HTML = text(activity.theme).map { ": \($0)" } ?? ""
            let outcome: HTML = text(activity.outcome).map { " – \($0)" } ?? ""
            let correction: HTML = """
                 <a href="/log/\(String(activity.key))?back=\(back)">\(words["correct"])\
                <span class="hidden"> \(kind) \(date)</span></a>
                """
            return """
                <li><span class="nowrap">\(date)</span> \(kind)\(theme)\(outcome)\
                \(headView.mayWrite ? [correction] : [])</li>
                """
        }
    }

    private func text(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    // MARK: Parties

    private var parties: [[String: Any]] {
        overview.parties.map { party in
            [
                "name": party.name,
                "contacts": party.contacts.map { contact -> [String: Any] in
                    [
                        "name": contact.name, "role": contact.role ?? "",
                        "email": contact.email ?? false, "phone": contact.phone ?? "",
                        "edit_path": head.path("contacts/\(contact.key)"),
                    ]
                },
            ]
        }
    }

    // MARK: Timeline

    private var timeline: String {
        AgreementTimeline(
            id: "years", title: head.title, today: today, validFrom: head.validFrom,
            validTo: head.lastDay,
            marks: AgreementMarks(words: words, today: today).all(of: overview)
        ).figure(words.texts).markup
    }
}
