import Agreements
import Rules

/// What a rehearsal shows: how much would change, for whom, and what exactly.
struct RehearsalView: Sendable {
    let intro: String
    let same: String?
    let rules: TableView
    let people: TableView?
    let changes: TableView?
    /// Said where nothing would change.
    let nothing: String
    let more: String?
    let everything: TableView?
    let filters: AdminListView.Filters
    let adoption: FormView?

    /// Lines that are shown, at most.
    private static let limit = 300

    init(
        _ visit: Visit, _ rehearsal: RuleRehearsal, person: String, from: Day, to: Day,
        isSame: Bool, adoption: FormView?
    ) {
        let words = visit.words
        intro = words["rehearsal_intro", words.date(from), words.date(to)]
        same = isSame ? words["rehearsal_same"] : nil
        let counts = NoticeCounts(rehearsal, words)
        (rules, people) = (counts.rules, counts.people)
        let recipients = Set((rehearsal.present + rehearsal.proposed).map(\.recipient)).sorted()
        let changed = Self.changes(rehearsal, words).filter {
            person.isEmpty || $0.line.recipient == person
        }
        changes =
            changed.isEmpty
            ? nil
            : Self.table(words["rehearsal_changes"], changed.prefix(Self.limit), words)
        nothing = words["rehearsal_nothing"]
        more =
            changed.count > Self.limit
            ? words["rehearsal_more", words.texts.number(changed.count - Self.limit)] : nil
        let all = rehearsal.proposed.filter { $0.recipient == person }
        everything =
            all.isEmpty
            ? nil
            : Self.table(
                words["rehearsal_all", person],
                all.prefix(Self.limit).map { Change(line: $0, word: "") }, words)
        var field = FormField(
            "person", words["rehearsal_person"],
            .select(
                [.init(value: "", label: words["any"])]
                    + recipients.map { .init(value: $0, label: $0) }))
        field.value = person
        filters = .init(action: "\(RulesPage.path)/rehearsal", fields: [field])
        self.adoption = adoption
    }

    private struct Change {
        let line: RuleRehearsal.Line
        let word: String
    }

    private static func changes(_ rehearsal: RuleRehearsal, _ words: Words) -> [Change] {
        (rehearsal.added.map { Change(line: $0, word: words["rehearsal_added"]) }
            + rehearsal.removed.map { Change(line: $0, word: words["rehearsal_removed"]) })
            .sorted {
                ($0.line.day, $0.line.recipient, $0.line.subject)
                    < ($1.line.day, $1.line.recipient, $1.line.subject)
            }
    }

    private static func table(_ caption: String, _ changes: some Sequence<Change>, _ words: Words)
        -> TableView
    {
        let columns = [
            "rehearsal_day", "rehearsal_person", "rehearsal_rule", "rehearsal_subject",
            "rehearsal_due", "rehearsal_change",
        ].map { words[$0] }
        return TableView(
            caption, columns: columns,
            rows: changes.map { change in
                TableView.row(
                    columns,
                    [
                        words.date(change.line.day), change.line.recipient,
                        words.texts[change.line.rule.text], change.line.subject,
                        words.date(change.line.dueOn), change.word,
                    ])
            })
    }
}
