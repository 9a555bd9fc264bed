/// What was sent in a form or in an address's query: values by name, and files.
struct Form: Hashable, Sendable {
    private(set) var values: [String: [String]] = [:]
    private(set) var files: [String: [Upload]] = [:]

    init() {}

    init(_ pairs: [(String, String)], files: [String: [Upload]] = [:]) {
        for (name, value) in pairs { values[name, default: []].append(value) }
        self.files = files
    }

    /// The first value without the white space around it; empty when there is none.
    subscript(name: String) -> String {
        guard let value = values[name]?.first else { return "" }
        return value.trimmed
    }

    /// The first value as it came, for what white space may be part of.
    func untouched(_ name: String) -> String { values[name]?.first ?? "" }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// A file that was chosen; nil when none was.
    func file(_ name: String) -> Upload? { files[name]?.first }

    /// All that were chosen in one field.
    func allFiles(_ name: String) -> [Upload] { files[name] ?? [] }
}

/// A file as it came: nothing about it is to be believed but its bytes.
struct Upload: Hashable, Sendable {
    /// What the sender called it, without folders.
    let name: String
    let content: [UInt8]
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
