/// A report's content as a tree whose keys keep their order: what JSON writes nested and CSV flat.
indirect enum ReportValue: Hashable, Sendable {
    case object([Member])
    case text(String)
    case integer(Int)
    /// Written in the shortest form that reads back as the same number.
    case decimal(Double)
    case null

    struct Member: Hashable, Sendable {
        let key: String
        let value: ReportValue

        init(_ key: String, _ value: ReportValue) {
            self.key = key
            self.value = value
        }
    }

    static func decimal(_ value: Double?) -> ReportValue { value.map { .decimal($0) } ?? .null }

    /// JSON, indented by two spaces a level, without a line break at the end.
    func json(indent: String = "") -> String {
        switch self {
        case .null: return "null"
        case .integer(let value): return String(value)
        case .decimal(let value):
            precondition(value.isFinite, "JSON has no number for \(value).")
            return value.description
        case .text(let value): return Self.quoted(value)
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let inner = indent + "  "
            let lines = members.map {
                "\(inner)\(Self.quoted($0.key)): \($0.value.json(indent: inner))"
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        }
    }

    /// RFC 8259, 7.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
