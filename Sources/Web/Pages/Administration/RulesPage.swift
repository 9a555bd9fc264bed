import Agreements
import Checksum
import Coordination
import Foundation
import GRDB
import Register
import Rules
import Settings

/// The rules: their editions, a draft of the next, and its rehearsal before it is switched on.
enum RulesPage {
    static let path = "\(Administration.home)/rules"

    static let routes: [Route] = [
        .get(path, .right(.read, .rules, .everybody), list),
        .get("\(path)/draft", .right(.write, .rules, .everybody), showDraft),
        .post("\(path)/draft", .right(.write, .rules, .everybody), keepDraft),
        .get("\(path)/rehearsal", .right(.read, .rules, .everybody), rehearse),
        .post("\(path)/adopt", .right(.write, .rules, .everybody), adopt),
        .get("\(path)/:number", .right(.read, .rules, .everybody), show),
    ]

    // MARK: Editions

    private static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let editions = try visit.read { try RuleEditions.list(in: $0) }
        let columns = ["edition", "edition_state", "edition_drafted", "edition_adopted", "note"]
            .map { words[$0] }
        let rows = editions.map { edition in
            TableView.row(
                columns,
                [
                    words["edition_number", String(edition.number)],
                    words["edition_\(edition.status.rawValue)"],
                    happened(edition.draftedBy, edition.draftedAt, words),
                    happened(edition.adoptedBy, edition.adoptedAt, words), edition.note ?? "–",
                ], path: "\(path)/\(edition.number)")
        }
        let hasDraft = editions.contains { $0.status == .draft }
        let mayWrite = visit.may(.write, .rules, of: .everybody)
        return visit.page(
            "rules", frame(visit, words["rules"]),
            RulesView(
                intro: words[
                    editions.contains { $0.status == .adopted } ? "rules_edition" : "rules_file"],
                change: mayWrite
                    ? .init(
                        path: "\(path)/draft", name: words[hasDraft ? "draft_go_on" : "draft_new"])
                    : nil,
                rehearse: hasDraft
                    ? .init(path: "\(path)/rehearsal", name: words["rehearse"]) : nil,
                table: rows.isEmpty
                    ? nil : TableView(words["editions"], columns: columns, rows: rows),
                text: visit.site.rulebook.text))
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        guard let number = Int(try visit.parameter("number")),
            let edition = try visit.read({ db in
                try RuleEditions.list(in: db).first { $0.number == number }
            })
        else { throw PageError.notFound }
        let mayWrite = visit.may(.write, .rules, of: .everybody)
        return visit.page(
            "rules", below(visit, words["edition_number", String(number)]),
            RulesView(
                intro: edition.note ?? words["edition_\(edition.status.rawValue)"],
                change: mayWrite && edition.status != .draft
                    ? .init(path: "\(path)/draft?from=\(number)", name: words["draft_from"])
                    : nil,
                rehearse: nil, table: nil, text: edition.yaml))
    }

    private static func happened(_ who: String?, _ at: String?, _ words: Words) -> String {
        guard let who, let at else { return "–" }
        return "\(Instant(at).map { words.moment($0) } ?? at), \(who)"
    }

    // MARK: The draft

    private static func showDraft(_ visit: Visit) throws -> Reply {
        let (draft, older) = try visit.read { db in
            (
                try RuleEditions.draft(in: db),
                try RuleEditions.list(in: db).first { String($0.number) == visit.query["from"] }
            )
        }
        return visit.page(
            "rulesdraft", below(visit, visit.words["draft"]),
            DraftView(
                form: draftForm(
                    visit, text: older?.yaml ?? draft?.yaml ?? visit.site.rulebook.text,
                    note: older == nil ? draft?.note : nil), problems: []))
    }

    private static func keepDraft(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let text = reader.text("yaml", words["rules_text"], isRequired: true, limit: 100_000)
        let note = reader.text("note", words["note"], limit: 500)
        var problems: [String] = []
        if let text {
            do throws(SettingsError) {
                _ = try Rulebook.read(text: text)
            } catch {
                problems = self.problems(error, words)
                reader.reject("yaml", words["rules_problems", String(problems.count)])
            }
        }
        guard let text, reader.isValid else {
            let form = draftForm(visit, text: text ?? "", note: note, reader: reader)
            return visit.incomplete(
                "rulesdraft", below(visit, words["draft"]),
                DraftView(form: form, problems: problems))
        }
        _ = try visit.write { db in
            try RuleEditions(db, author: visit.author, at: visit.now)
                .draft(text + "\n", note: note)
        }
        return .redirect(
            to: visit.form["then"] == "rehearse"
                ? "\(path)/rehearsal" : "\(path)?said=draft_kept")
    }

    private static func problems(_ error: SettingsError, _ words: Words) -> [String] {
        guard case .invalid(let problems) = error else { return ["\(error)"] }
        return problems.map(words.fault)
    }

    private static func draftForm(
        _ visit: Visit, text: String, note: String?, reader: FormReader? = nil
    ) -> FormView {
        let words = visit.words
        var yaml = FormField("yaml", words["rules_text"], .area(rows: 30))
        yaml.value = text
        yaml.hint = words["rules_text_hint"]
        var reason = FormField("note", words["note"])
        reason.value = note ?? ""
        reason.hint = words["note_hint"]
        let fields = [yaml, reason]
        var form = visit.formView(
            action: "\(path)/draft", fields: reader?.filled(fields) ?? fields,
            submit: words["draft_keep"], cancel: path)
        form.others = [
            .init(name: "then", value: "rehearse", label: words["draft_rehearse"])
        ]
        return form
    }

    // MARK: Rehearsal

    private static func rehearse(_ visit: Visit) throws -> Reply {
        let words = visit.words
        guard let draft = try visit.read({ try RuleEditions.draft(in: $0) }) else {
            return .redirect(to: path)
        }
        let (first, last) = (visit.today, visit.today.adding(days: 89))
        let proposed = try Rulebook.read(text: draft.yaml)
        let present = visit.site.rulebook
        let rehearsal = try visit.read { db in
            func lines(_ rulebook: Rulebook) throws -> [RuleRehearsal.Line] {
                let facts = try Facts(
                    forNoticesOf: last, after: first.adding(days: -1), rulebook, in: db)
                return RuleRehearsal.lines(of: facts, by: rulebook, from: first, to: last)
            }
            return RuleRehearsal(present: try lines(present), proposed: try lines(proposed))
        }
        var adoption: FormView?
        if visit.may(.write, .rules, of: .everybody) {
            adoption = visit.formView(
                action: "\(path)/adopt",
                fields: [
                    hidden("number", String(draft.number)), hidden("digest", digest(draft)),
                ], submit: words["adopt"], cancel: "\(path)/draft")
        }
        return visit.page(
            "rehearsal", below(visit, words["rehearsal"]),
            RehearsalView(
                visit, rehearsal, person: visit.query["person"], from: first, to: last,
                isSame: present == proposed, adoption: adoption))
    }

    private static func adopt(_ visit: Visit) throws -> Reply {
        do {
            try visit.write { db in
                guard let draft = try RuleEditions.draft(in: db),
                    String(draft.number) == visit.form["number"],
                    digest(draft) == visit.form["digest"]
                else { throw RuleEditions.Refusal.notThisDraft }
                try RuleEditions(db, author: visit.author, at: visit.now)
                    .adopt(number: draft.number, yaml: draft.yaml)
            }
        } catch is RuleEditions.Refusal {
            return .redirect(to: "\(path)/rehearsal?said=draft_changed")
        }
        try visit.read { try visit.site.rules.refresh(in: $0) }
        return .redirect(to: "\(path)?said=adopted")
    }

    /// What the form of adoption carries, so that nothing is adopted but what was shown.
    private static func digest(_ edition: RuleEditions.Edition) -> String {
        Checksum.hexadecimal(of: Data(edition.yaml.utf8))
    }

    private static func hidden(_ name: String, _ value: String) -> FormField {
        var field = FormField(name, "", .hidden)
        field.value = value
        return field
    }

    private static func frame(_ visit: Visit, _ title: String) -> Visit.Frame {
        Administration.frame(visit, title, help: "rules")
    }

    private static func below(_ visit: Visit, _ title: String) -> Visit.Frame {
        var frame = frame(visit, title)
        frame.trail.append((visit.words["rules"], path))
        return frame
    }
}

/// The page of the rules, or of one edition.
struct RulesView: Sendable {
    let intro: String
    let change: AdminListView.Link?
    let rehearse: AdminListView.Link?
    let table: TableView?
    let text: String
}

/// The page on which a draft is written.
struct DraftView: Sendable {
    let form: FormView
    /// What is wrong with the text, with its lines.
    let problems: [String]
}
