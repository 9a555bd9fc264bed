import Agreements
import Mustache

/// One field of a form as the partial `field` shows it: its label, what was typed, what is wrong.
struct FormField: Sendable, MustacheParent {
    enum Kind: Hashable, Sendable {
        /// With its `autocomplete` token, if it has one.
        case text(autocomplete: String? = nil)
        case email(autocomplete: String? = nil)
        case password(autocomplete: String)
        /// Whole numbers, typed as text: `inputmode="numeric"`.
        case number
        case area(rows: Int)
        case day
        case select([Option])
        case radios([Option])
        case checkboxes([Option])
        case checkbox
        case file(accept: String)
        case hidden
        /// Whose password the form is about: nobody sees it but password managers.
        case userName
    }

    struct Option: Hashable, Sendable, MustacheParent {
        let value: String
        let label: String
        var isChosen = false

        func child(named name: String) -> Any? {
            switch name {
            case "value": value
            case "label": label
            case "isChosen": isChosen
            default: nil
            }
        }
    }

    let name: String
    var label: String
    var kind: Kind
    /// What was typed, or what is registered; days as `2013-05-31`.
    var value = ""
    /// What was chosen of checkboxes.
    var values: Set<String> = []
    /// Said below the label.
    var hint: String?
    /// A sentence that names the field.
    var error: String?
    var isRequired = false
    /// The first field of a page that is opened to write in.
    var isFocused = false

    init(_ name: String, _ label: String, _ kind: Kind = .text()) {
        self.name = name
        self.label = label
        self.kind = kind
    }

    func child(named key: String) -> Any? {
        switch key {
        case "name": name
        case "id": "field-\(name)"
        case "label": label
        case "value": value
        case "hint": hint
        case "error": error
        case "isRequired": isRequired
        case "isFocused": isFocused
        case "describedBy": describedBy
        default: childOfKind(named: key)
        }
    }

    private func childOfKind(named key: String) -> Any? {
        switch (key, kind) {
        case ("input", .text), ("input", .email), ("input", .password), ("input", .number),
            ("input", .day), ("area", .area), ("select", .select), ("radios", .radios),
            ("checkboxes", .checkboxes), ("checkbox", .checkbox), ("file", .file),
            ("hidden", .hidden), ("userName", .userName):
            true
        case ("isShown", .hidden), ("isShown", .userName): false
        case ("isShown", _): true
        case ("group", .radios), ("group", .checkboxes): true
        case ("type", _): type
        case ("isNumeric", .number): true
        case ("autocomplete", .text(let token)), ("autocomplete", .email(let token)): token
        case ("autocomplete", .password(let token)): token
        case ("rows", .area(let rows)): rows
        case ("accept", .file(let accept)): accept
        case ("isChecked", .checkbox): value == "true"
        case ("options", .select(let options)), ("options", .radios(let options)):
            options.map { Option(value: $0.value, label: $0.label, isChosen: $0.value == value) }
        case ("options", .checkboxes(let options)):
            options.map {
                Option(
                    value: $0.value, label: $0.label, isChosen: values.contains($0.value))
            }
        default: nil
        }
    }

    private var type: String {
        switch kind {
        case .email: "email"
        case .password: "password"
        case .day: "date"
        default: "text"
        }
    }

    /// Ids of what a screen reader reads after the label.
    private var describedBy: String? {
        let ids = [hint.map { _ in "hint-\(name)" }, error.map { _ in "error-\(name)" }]
            .compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
