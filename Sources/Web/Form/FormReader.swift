import Agreements

/// Reads the fields of a posted form by name and type, and keeps what is wrong with each.
///
/// A field that no `read` asks for is not looked at: nothing is taken over because it was sent.
struct FormReader {
    let form: Form
    let words: Words
    private(set) var errors: [String: String] = [:]

    init(_ form: Form, words: Words) {
        self.form = form
        self.words = words
    }

    var isValid: Bool { errors.isEmpty }

    /// Says what is wrong with a field; the first sentence about it stays.
    mutating func reject(_ name: String, _ sentence: String) {
        if errors[name] == nil { errors[name] = sentence }
    }

    /// A text of at most `limit` characters; nil when it is empty.
    mutating func text(
        _ name: String, _ label: String, isRequired: Bool = false, limit: Int = 500
    ) -> String? {
        let value = form[name].replacing("\r\n", with: "\n")
        guard !value.isEmpty else {
            if isRequired { reject(name, words["error_required", label]) }
            return nil
        }
        guard value.count <= limit else {
            reject(name, words["error_long", label, String(limit), String(value.count)])
            return nil
        }
        guard !value.unicodeScalars.contains(where: Self.isControl) else {
            reject(name, words["error_control", label])
            return nil
        }
        return value
    }

    /// A day written as `2013-05-31`, `31.05.2013`, `31.5.13`, `31/5 2013` or `310513`.
    mutating func day(_ name: String, _ label: String, isRequired: Bool = false) -> Day? {
        let value = form[name]
        guard !value.isEmpty else {
            if isRequired { reject(name, words["error_required", label]) }
            return nil
        }
        guard let day = WrittenDay.read(value) else {
            reject(name, words["error_day", label, value])
            return nil
        }
        return day
    }

    /// A whole number, with spaces of any kind between its digits.
    mutating func number(
        _ name: String, _ label: String, in range: ClosedRange<Int>, isRequired: Bool = false
    ) -> Int? {
        let value = form[name].filter { !$0.isWhitespace }
        guard !value.isEmpty else {
            if isRequired { reject(name, words["error_required", label]) }
            return nil
        }
        guard let number = Int(value), range.contains(number) else {
            reject(
                name,
                words[
                    "error_number", label, words.texts.number(range.lowerBound),
                    words.texts.number(range.upperBound)])
            return nil
        }
        return number
    }

    /// One of the values of a type; nil when nothing is chosen.
    mutating func choice<Value: RawRepresentable<String>>(
        _ name: String, _ label: String, of type: Value.Type = Value.self,
        isRequired: Bool = false
    ) -> Value? {
        let value = form[name]
        guard !value.isEmpty else {
            if isRequired { reject(name, words["error_choose", label]) }
            return nil
        }
        guard let choice = Value(rawValue: value) else {
            reject(name, words["error_choose", label])
            return nil
        }
        return choice
    }

    /// Several of the values of a type, in the order in which they were sent.
    mutating func choices<Value: RawRepresentable<String>>(
        _ name: String, _ label: String, of type: Value.Type = Value.self
    ) -> [Value] {
        form.all(name).compactMap { value in
            let choice = Value(rawValue: value)
            if choice == nil { reject(name, words["error_choose", label]) }
            return choice
        }
    }

    /// Whether a box was ticked.
    func flag(_ name: String) -> Bool { form[name] == "true" }

    /// The fields with what was typed and with what is wrong with it.
    func filled(_ fields: [FormField]) -> [FormField] {
        fields.map { field in
            var field = field
            if form.has(field.name) || !form.values.isEmpty {
                switch field.kind {
                case .password: field.value = ""
                case .userName: break
                default:
                    field.value = form[field.name]
                    field.values = Set(form.all(field.name))
                }
            }
            field.error = errors[field.name]
            return field
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0x7F
    }
}
