/// One thing wrong in a folder to be imported.
package struct ImportFault: Hashable, Sendable, Codable {
    /// Name in the folder: `agreements.csv`.
    package var file: String
    /// Physical line on which the row starts; 1 is the header.
    package var line: Int
    /// Name of the column; `row`, `header` or `file` where it is no single one.
    package var column: String
    /// What is wrong, and what would be right.
    package var message: String

    package init(file: String, line: Int, column: String, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }
}

extension ImportFault: CustomStringConvertible {
    package var description: String { "\(file):\(line): \(column): \(message)" }
}

/// The faults of one import: the first ones in full, the others counted.
final class ImportFaults {
    /// How many are kept (import-format.md).
    static let limit = 200

    private(set) var kept: [ImportFault] = []
    private(set) var more = 0

    var isEmpty: Bool { kept.isEmpty }

    /// The message is made only where it is kept.
    func add(
        _ file: String, line: Int, column: String, _ message: @autoclosure () -> String
    ) {
        guard kept.count < Self.limit else {
            more += 1
            return
        }
        kept.append(ImportFault(file: file, line: line, column: column, message: message()))
    }
}
