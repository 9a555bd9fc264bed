import Agreements
import Foundation

/// What a value of the API may be: the part of JSON Schema that openapi.yaml uses.
struct Schema: Sendable {
    enum Sort: String, Sendable {
        case null, boolean, integer, number, string, array, object
    }

    private(set) var sorts: Set<Sort> = []
    private var words: [JSONValue]?
    private var pattern: NSRegularExpression?
    private var patternText = ""
    private var isDay = false
    private var length = 0...Int.max
    private var range = -Double.infinity...Double.infinity
    private var count = 0...Int.max
    private var isUnique = false
    private var alternatives: [Schema] = []
    private var exactlyOne: [Schema] = []
    private var required: [String] = []
    private var isClosed = false
    private(set) var properties: [String: Schema] = [:]
    private var element: [Schema] = []

    /// The elements of an array.
    var elements: Schema? { element.first }

    /// Throws what a test finds when it reads the document: a pattern that is none.
    init(_ value: JSONValue, in document: ContractDocument) throws {
        let value = try document.resolve(value)
        sorts = Set(Self.names(value["type"]).compactMap(Sort.init))
        if case .list(let words)? = value["enum"] { self.words = words }
        if let text = value["pattern"]?.text {
            pattern = try NSRegularExpression(pattern: text)
            patternText = text
        }
        isDay = value["format"]?.text == "date"
        length = (value["minLength"]?.count ?? 0)...(value["maxLength"]?.count ?? Int.max)
        count = (value["minItems"]?.count ?? 0)...(value["maxItems"]?.count ?? Int.max)
        let least = value["minimum"]?.double ?? -Double.infinity
        let most = value["maximum"]?.double ?? Double.infinity
        range = least...most
        isUnique = value["uniqueItems"] == .truth(true)
        isClosed = value["additionalProperties"] == .truth(false)
        required = Self.names(value["required"])
        alternatives = try Self.schemas(value["anyOf"], in: document)
        exactlyOne = try Self.schemas(value["oneOf"], in: document)
        if let items = value["items"] { element = [try Schema(items, in: document)] }
        if case .object(let members)? = value["properties"] {
            for member in members {
                properties[member.name] = try Schema(member.value, in: document)
            }
        }
    }

    private static func names(_ value: JSONValue?) -> [String] {
        switch value {
        case .text(let name): [name]
        case .list(let names): names.compactMap(\.text)
        default: []
        }
    }

    private static func schemas(_ value: JSONValue?, in document: ContractDocument) throws
        -> [Schema]
    {
        guard case .list(let values)? = value else { return [] }
        return try values.map { try Schema($0, in: document) }
    }

    // MARK: Judging

    /// What speaks against the value, by field: `parties[0]`.
    func faults(in value: JSONValue, at field: String = "") -> [FieldFault] {
        guard alternatives.isEmpty else {
            let faults = alternatives.map { $0.faults(in: value, at: field) }
            if faults.contains(where: \.isEmpty) { return [] }
            // Of a value or null, what speaks against the value tells more.
            return faults.first ?? []
        }
        guard sorts.isEmpty || value.sorts.contains(where: sorts.contains) else {
            return [FieldFault(field, "It is \(value.noun), and is to be \(nouns).")]
        }
        if let words, !words.contains(value) {
            let known = words.compactMap(\.text).joined(separator: ", ")
            return [FieldFault(field, "It is none of \(known).")]
        }
        switch value {
        case .text(let text): return faults(of: text, at: field)
        case .integer(let number): return faults(of: Double(number), at: field)
        case .number(let number): return faults(of: number, at: field)
        case .list(let list): return faults(of: list, at: field)
        case .object(let members): return faults(of: members, at: field)
        default: return []
        }
    }

    private var nouns: String {
        sorts.subtracting([.null]).map(\.rawValue).sorted().joined(separator: " or ")
            + (sorts.contains(.null) ? " or null" : "")
    }

    private func faults(of text: String, at field: String) -> [FieldFault] {
        let count = text.unicodeScalars.count
        guard length.contains(count) else {
            return [
                FieldFault(
                    field,
                    count < length.lowerBound
                        ? "It is empty: fill it."
                        : "It has \(count) characters, and \(length.upperBound) are the most.")
            ]
        }
        if text.unicodeScalars.contains(where: Self.isControl) {
            return [FieldFault(field, "It holds control characters: leave them out.")]
        }
        if isDay, Day(text) == nil {
            return [FieldFault(field, "«\(text)» is no day: write it as 2013-05-31.")]
        }
        let whole = NSRange(text.startIndex..., in: text)
        if let pattern, pattern.firstMatch(in: text, range: whole) == nil {
            return [FieldFault(field, "It does not have the form \(patternText).")]
        }
        return []
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r")
            || (0x7F...0x9F).contains(scalar.value)
    }

    private func faults(of number: Double, at field: String) -> [FieldFault] {
        guard !range.contains(number) else { return [] }
        return [FieldFault(field, "It is not from \(range.lowerBound) to \(range.upperBound).")]
    }

    private func faults(of list: [JSONValue], at field: String) -> [FieldFault] {
        guard count.contains(list.count) else {
            return [FieldFault(field, "It has \(list.count) elements: give \(nounOfCount).")]
        }
        if isUnique, Set(list).count < list.count {
            return [FieldFault(field, "It names an element twice: name each once.")]
        }
        guard let elements else { return [] }
        return list.enumerated().flatMap { elements.faults(in: $1, at: "\(field)[\($0)]") }
    }

    private var nounOfCount: String {
        count.upperBound == .max
            ? "\(count.lowerBound) or more" : "\(count.lowerBound) to \(count.upperBound)"
    }

    private func faults(of members: [JSONValue.Member], at field: String) -> [FieldFault] {
        let prefix = field.isEmpty ? "" : "\(field)."
        var faults = members.flatMap { member -> [FieldFault] in
            if let property = properties[member.name] {
                return property.faults(in: member.value, at: prefix + member.name)
            }
            guard isClosed else { return [] }
            return [
                FieldFault(
                    prefix + member.name,
                    "There is no such field; the fields are "
                        + "\(properties.keys.sorted().joined(separator: ", ")).")
            ]
        }
        faults += required.filter { name in !members.contains { $0.name == name } }.map {
            FieldFault(prefix + $0, "It is missing: give it.")
        }
        let fitting = exactlyOne.filter { $0.faults(of: members, at: field).isEmpty }
        if !exactlyOne.isEmpty, fitting.count != 1 {
            let names = exactlyOne.flatMap(\.required)
            faults.append(
                FieldFault(
                    prefix + (names.first ?? ""),
                    "Give exactly one of \(names.joined(separator: ", "))."))
        }
        return faults
    }
}

/// What speaks against one field of a request.
struct FieldFault: Hashable, Sendable {
    let field: String
    let message: String

    init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

extension JSONValue {
    fileprivate var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    fileprivate var count: Int? {
        if case .integer(let number) = self { Int(number) } else { nil }
    }

    /// A whole number is a number too.
    fileprivate var sorts: [Schema.Sort] {
        switch self {
        case .null: [.null]
        case .truth: [.boolean]
        case .integer: [.integer, .number]
        case .number: [.number]
        case .text: [.string]
        case .list: [.array]
        case .object, .written: [.object]
        }
    }

    fileprivate var noun: String { sorts[0].rawValue }
}
