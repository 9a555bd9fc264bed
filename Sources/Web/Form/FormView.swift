import Mustache

/// A form as the partial `form` shows it: where it goes, its fields, and its errors on top.
struct FormView: Sendable, MustacheParent {
    /// Where it is posted to.
    var action: String
    var csrf: String
    var fields: [FormField]
    var submit: String
    /// Where «cancel» leads; nil for none.
    var cancel: String?
    /// What all fields have in common is said once, at the top; nil when each field says it.
    var note: String?
    var hasFiles = false
    /// Said at the top beside the fields' own errors.
    var problem: String?
    /// More submit buttons: their name, value and label.
    var others: [Button] = []

    struct Button: Sendable {
        let name: String
        let value: String
        let label: String
    }

    init(
        action: String, csrf: String, fields: [FormField], submit: String, cancel: String? = nil,
        problem: String? = nil
    ) {
        self.action = action
        self.csrf = csrf
        self.fields = fields
        self.submit = submit
        self.cancel = cancel
        self.problem = problem
        hasFiles = fields.contains { if case .file = $0.kind { true } else { false } }
    }

    func child(named key: String) -> Any? {
        switch key {
        case "action": action
        case "csrf": csrf
        case "fields": fields
        case "submit": submit
        case "cancel": cancel
        case "note": note
        case "hasFiles": hasFiles
        case "problem": problem
        case "others": others
        case "hasErrors": problem != nil || fields.contains { $0.error != nil }
        case "errors": fields.filter { $0.error != nil }
        default: nil
        }
    }
}
