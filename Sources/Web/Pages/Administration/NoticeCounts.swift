import Agreements
import Documents
import Rules

/// How much people would be told, now and then: by rule and by person.
struct NoticeCounts: Sendable {
    let rules: TableView
    /// Nil where nobody would be told anything.
    let people: TableView?

    /// - Parameter headings: Keys of what the two columns are called.
    init(
        _ rehearsal: RuleRehearsal, _ words: Words,
        columns headings: (String, String) = ("rehearsal_now", "rehearsal_then")
    ) {
        rules = Self.table(
            words["rehearsal_rules"], words["rehearsal_rule"], rehearsal, words,
            name: { words.texts[$0.text] }, by: \.rule, order: NoticeRule.allCases,
            columns: headings)
        let recipients = Set((rehearsal.present + rehearsal.proposed).map(\.recipient)).sorted()
        people =
            recipients.isEmpty
            ? nil
            : Self.table(
                words["rehearsal_people"], words["rehearsal_person"], rehearsal, words,
                name: { $0 }, by: \.recipient, order: recipients, columns: headings)
    }

    static func table<Key: Hashable>(
        _ caption: String, _ heading: String, _ rehearsal: RuleRehearsal, _ words: Words,
        name: (Key) -> String, by key: (RuleRehearsal.Line) -> Key, order: [Key],
        columns headings: (String, String)
    ) -> TableView {
        let present = Dictionary(grouping: rehearsal.present) { key($0) }
            .mapValues(\.count)
        let proposed = Dictionary(grouping: rehearsal.proposed) { key($0) }
            .mapValues(\.count)
        let columns = [heading, words[headings.0], words[headings.1]]
        return TableView(
            caption, columns: columns,
            rows: order.map { value in
                TableView.row(
                    columns,
                    [
                        name(value), words.texts.number(present[value] ?? 0),
                        words.texts.number(proposed[value] ?? 0),
                    ])
            })
    }
}
