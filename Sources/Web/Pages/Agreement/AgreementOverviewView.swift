import Agreements
import Documents
import Rules

/// The first page of an agreement as its template shows it.
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
            "head": headView.model, "facts": facts, "timeline": timeline, "parties": parties,
            "tallies": tallies, "tally_heads": tallyHeads, "next": next,
            "activities": activities,
            "promises_path": head.path("promises"), "archive": archive, "amendments": amendments,
            "may_write": headView.mayWrite, "new_contact_path": head.path("contacts/new"),
            "archive_path": head.path("archive"),
        ]
        if head.isOpen { model["requirements"] = requirements }
        if carried > 0, let origin = head.renews {
            model["carried"] = words["carries_note", String(carried), origin]
        }
        return model
    }

    // MARK: Facts

    private var facts: [[String: Any]] {
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
        return facts.map { key, value, path in
            [
                "name": words[key], "value": value.isEmpty ? words["not_set"] : value,
                "path": path ?? false,
            ]
        }
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
        let lines = Requirement.allCases.map { requirement -> [String: Any] in
            let isMet = met.contains(requirement)
            let mends = headView.mayWrite && !isMet
            return [
                "code": requirement.rawValue, "name": words.name(requirement),
                "is_met": isMet, "mend": words["\(requirement.rawValue)_mend"],
                "mend_path": mends ? mendPath(requirement) : false,
            ]
        }
        return [
            "lines": lines,
            "sum": words[
                "requirements_met", String(met.count), String(Requirement.allCases.count),
                words.date(today)],
        ]
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

    private var tallyHeads: [[String: Any]] {
        Self.standings.map { ["text": words["standing_\($0.rawValue)"]] }
    }

    private var tallies: [[String: Any]] {
        [Side.imdi, .counterpart].map { side in
            let tally = PromiseTally(side, overview.promises, on: today)
            return [
                "name": words.name(side),
                "cells": Self.standings.map { standing -> [String: Any] in
                    [
                        "count": String(tally[standing]),
                        "name": words["standing_\(standing.rawValue)"],
                        "is_late": standing == .overdue && tally[standing] > 0,
                    ]
                },
            ]
        }
    }

    /// Open promises and planned meetings, by their days.
    private var next: [[String: Any]] {
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
        return (promises + meetings).sorted { $0.0 < $1.0 }.prefix(Self.nextLimit).map {
            [
                "date": words.date($0.0), "kind": $0.1, "text": $0.2, "path": $0.3,
                "is_late": $0.0 < today,
            ]
        }
    }

    /// What was done last, each to be corrected by whoever may.
    private var activities: [[String: Any]] {
        let back = LocalPath.encode(head.path())
        return overview.activities.map { activity in
            [
                "date": words.date(activity.on), "kind": words.texts[activity.kind.text],
                "theme": shown(activity.theme), "outcome": shown(activity.outcome),
                "path": headView.mayWrite ? "/log/\(activity.key)?back=\(back)" : false,
            ]
        }
    }

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
