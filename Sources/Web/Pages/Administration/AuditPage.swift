import Agreements
import Foundation
import Register

/// The audit trail, to be searched.
enum AuditPage {
    static let path = "\(Administration.home)/audit"

    static let routes: [Route] = [
        .get(path, .right(.read, .auditTrail, .everybody), list),
        .get("\(path).jsonl", .right(.read, .auditTrail, .everybody), export),
    ]

    /// Entries of a page.
    private static let pageSize = 50
    /// Entries of an export, at most; a search by day gives what is left.
    private static let exportSize = 20_000

    private static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let search = search(visit.query)
        let (entries, entities) = try visit.read { db in
            (
                try search.entries(limit: pageSize + 1, in: db),
                try AuditSearch.entities(in: db)
            )
        }
        let columns = ["audit_at", "audit_actor", "audit_what", "audit_subject", "audit_content"]
            .map { words[$0] }
        let rows = entries.prefix(pageSize).map { row($0, columns, words) }
        var view = AdminListView(
            intro: words["audit_intro"],
            add: .init(path: "\(path).jsonl?\(query(visit.query))", name: words["audit_export"]),
            table: rows.isEmpty
                ? nil : TableView(words["audit"], columns: columns, rows: Array(rows)),
            nothing: words["audit_none"])
        view.filters = .init(action: path, fields: fields(visit.query, entities, words))
        if entries.count > pageSize, let last = entries.prefix(pageSize).last {
            let rest = query(visit.query)
            view.next = .init(
                path: "\(path)?\(rest)\(rest.isEmpty ? "" : "&")before=\(last.seq)",
                name: words["audit_older"])
        }
        return visit.page(
            "adminlist", Administration.frame(visit, words["audit"], help: "audit"), view)
    }

    private static func row(_ entry: AuditSearch.Entry, _ columns: [String], _ words: Words)
        -> TableView.Row
    {
        let what = words.known("entity_\(entry.entity)") ?? entry.entity
        var cells = zip(
            columns,
            [
                moment(entry.at, words), entry.actor,
                "\(words["action_\(entry.action.rawValue)"]) \(what)", entry.subject ?? "–", "",
            ]
        ).enumerated().map { index, pair in
            TableView.Cell(column: pair.0, text: pair.1, isHead: index == 0)
        }
        cells[4].folded = .init(
            summary: words["audit_entry", String(entry.seq)], lines: lines(of: entry, words))
        return TableView.Row(cells: cells)
    }

    /// What an entry holds: the fields that changed, or everything of an event.
    private static func lines(of entry: AuditSearch.Entry, _ words: Words) -> [String] {
        let (before, after) = (values(entry.before), values(entry.after))
        var lines = [words["audit_request", entry.request]]
        if let count = entry.count {
            lines.append(words["audit_count", words.texts.number(count)])
        }
        for name in Set(before.keys).union(after.keys).sorted()
        where before[name] != after[name] {
            lines.append(
                entry.action == .event
                    ? "\(name): \(after[name] ?? "–")"
                    : "\(name): \(before[name] ?? "–") → \(after[name] ?? "–")")
        }
        return lines
    }

    private static func values(_ text: String?) -> [String: String] {
        guard let text else { return [:] }
        do {
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
            return (object as? [String: Any] ?? [:]).compactMapValues { value in
                value is NSNull ? nil : "\(value)"
            }
        } catch {
            return ["": text]
        }
    }

    private static func moment(_ text: String, _ words: Words) -> String {
        guard let instant = Instant(text) else { return text }
        return words.moment(instant)
    }

    // MARK: Search

    private static func search(_ query: Form) -> AuditSearch {
        var search = AuditSearch()
        search.text = query["q"].isEmpty ? nil : query["q"]
        search.actor = query["actor"].isEmpty ? nil : query["actor"]
        search.entity = query["entity"].isEmpty ? nil : query["entity"]
        search.from = WrittenDay.read(query["from"])
        search.to = WrittenDay.read(query["to"])
        search.before = Int64(query["before"])
        return search
    }

    private static func fields(_ query: Form, _ entities: [String], _ words: Words)
        -> [FormField]
    {
        let options =
            [FormField.Option(value: "", label: words["any"])]
            + entities.map {
                FormField.Option(value: $0, label: words.known("entity_\($0)") ?? $0)
            }
        return [
            FormField("q", words["audit_find"]), FormField("actor", words["audit_actor"]),
            FormField("entity", words["audit_what"], .select(options)),
            FormField("from", words["audit_from"], .day), FormField("to", words["audit_to"], .day),
        ].map { field in
            var field = field
            field.value = query[field.name]
            return field
        }
    }

    /// The search without the page.
    private static func query(_ query: Form) -> String {
        ["q", "actor", "entity", "from", "to"].filter { !query[$0].isEmpty }
            .map { "\($0)=\(LocalPath.encode(query[$0]))" }.joined(separator: "&")
    }

    // MARK: Export

    /// One JSON object a line; taking it is itself an event.
    private static func export(_ visit: Visit) throws -> Reply {
        let search = search(visit.query)
        let entries = try visit.read { try search.entries(limit: exportSize, in: $0) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += try encoder.encode(Line(entry))
            bytes.append(0x0A)
        }
        try visit.write { db in
            try AuditTrail(db, author: visit.author, at: visit.now).recordEvent(
                entity: "audit_export", subject: nil,
                details: ["entries": String(entries.count), "search": query(visit.query)])
        }
        return .attachment(bytes, type: "application/jsonl", name: "audit-\(visit.today).jsonl")
    }

    private struct Line: Encodable {
        let seq: Int64
        let at: String
        let actor: String
        let request: String
        let action: String
        let entity: String
        let subject: String?
        let count: Int?
        let before: String?
        let after: String?

        init(_ entry: AuditSearch.Entry) {
            seq = entry.seq
            at = entry.at
            actor = entry.actor
            request = entry.request
            action = entry.action.rawValue
            entity = entry.entity
            subject = entry.subject
            count = entry.count
            before = entry.before
            after = entry.after
        }
    }
}
