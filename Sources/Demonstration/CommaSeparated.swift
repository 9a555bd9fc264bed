import Agreements

/// A file of the import format: a name and RFC 4180 text with line feeds.
struct CommaSeparated: Hashable, Sendable {
    let name: String
    private(set) var text: String

    init<Row>(_ name: String, _ columns: String, _ rows: [Row], cells: (Row) -> [Cell]) {
        self.name = name
        let width = columns.split(separator: " ").count
        text = columns.split(separator: " ").joined(separator: ",") + "\n"
        for row in rows {
            let cells = cells(row)
            precondition(cells.count == width, "\(name) has \(width) columns")
            text += cells.map { CommaSeparated.quoted($0.text) }.joined(separator: ",") + "\n"
        }
    }

    private static func quoted(_ text: String) -> String {
        guard text.contains(where: { ",;\"\n\r".contains($0) }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

/// One cell's text, made of whatever a row has there; nothing is the empty text.
struct Cell: Sendable {
    let text: String

    static func text(_ value: String?) -> Cell { Cell(text: value ?? "") }
    static func number(_ value: Int?) -> Cell { Cell(text: value.map(String.init) ?? "") }
    static func day(_ value: Day?) -> Cell { Cell(text: value?.description ?? "") }
    static func word<Word: RawRepresentable>(_ value: Word?) -> Cell
    where Word.RawValue == String { Cell(text: value?.rawValue ?? "") }
    static func list(_ values: [String]) -> Cell { Cell(text: values.joined(separator: "|")) }
}
