import Agreements
import Register

/// The form about one person, and what it says.
struct PersonForm {
    private(set) var reader: FormReader
    private let words: Words

    init(_ visit: Visit) {
        reader = visit.formReader
        words = visit.words
    }

    /// The version of the person that was edited.
    var version: RecordVersion? { Int64(reader.form["version"]).map(RecordVersion.init(seq:)) }

    /// Nil where something is wrong, which the reader then says.
    ///
    /// - Parameter id: Of somebody who is there already; nil reads a new one.
    mutating func read(id known: String? = nil) -> User? {
        let id = known ?? readID()
        let name = reader.text("name", words["full_name"], isRequired: true, limit: 200)
        let email = readEmail()
        let unit: OwningUnit? = reader.choice("unit", words["unit"], isRequired: true)
        let role: Role? = reader.choice("role", words["role"], isRequired: true)
        let language: Language? = reader.choice("language", words["language"], isRequired: true)
        let from = reader.day("leave_from", words["leave_from"])
        let to = reader.day("leave_to", words["leave_to"])
        if let from, let to, to < from { reader.reject("leave_to", words["leave_reversed"]) }
        guard let id, let name, let email, let unit, let role, let language, reader.isValid else {
            return nil
        }
        return User(
            id: id, name: name, email: email, unit: unit, role: role,
            isActive: known == nil || reader.flag("active"), leaveFrom: from, leaveTo: to,
            language: language)
    }

    /// Says at its field why the register refuses.
    mutating func say(_ refusal: StaffDeeds.Refusal) {
        switch refusal {
        case .taken(let id): reader.reject("id", words["person_taken", id])
        case .lastAdministrator: reader.reject("role", words["person_last_administrator"])
        case .hasAgreements(let count):
            reader.reject("active", words["person_has_agreements", String(count)])
        case .leaveReversed: reader.reject("leave_to", words["leave_reversed"])
        }
    }

    private mutating func readID() -> String? {
        guard let id = reader.text("id", words["user_name"], isRequired: true, limit: 60) else {
            return nil
        }
        guard id.wholeMatch(of: #/[a-z0-9_]+([.\-][a-z0-9_]+)*/#) != nil else {
            reader.reject("id", words["person_id_form"])
            return nil
        }
        return id
    }

    private mutating func readEmail() -> String? {
        guard let email = reader.text("email", words["email"], isRequired: true, limit: 200) else {
            return nil
        }
        guard email.wholeMatch(of: #/[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+/#) != nil else {
            reader.reject("email", words["person_email_form"])
            return nil
        }
        return email
    }

    /// The fields with what is registered; of a new person with what is usual.
    static func fields(
        of user: User?, version: RecordVersion? = nil, _ words: Words
    ) -> [FormField] {
        var fields: [FormField] = []
        if user == nil {
            var id = FormField("id", words["user_name"])
            id.hint = words["person_id_hint"]
            id.isRequired = true
            fields.append(id)
        }
        fields += [
            field("name", words["full_name"], user?.name, isRequired: true),
            field("email", words["email"], user?.email, .email(), isRequired: true),
            field(
                "unit", words["unit"], user?.unit.rawValue,
                .select([.init(value: "", label: words["choose"])] + PeopleFilter.units(words)),
                isRequired: true),
            field(
                "role", words["role"], user?.role.rawValue,
                .select([.init(value: "", label: words["choose"])] + PeopleFilter.roles(words)),
                isRequired: true),
            field(
                "language", words["language"], (user?.language ?? .nb).rawValue,
                .radios(
                    Language.allCases.map { .init(value: $0.rawValue, label: $0.ownName) })),
            field("leave_from", words["leave_from"], user?.leaveFrom?.description, .day),
            field("leave_to", words["leave_to"], user?.leaveTo?.description, .day),
        ]
        if let user {
            var active = field(
                "active", words["person_is_active"], user.isActive ? "true" : "", .checkbox)
            active.hint = words["person_active_hint"]
            fields += [
                active, field("version", "", version.map { String($0.seq) }, .hidden),
            ]
        }
        return fields
    }

    private static func field(
        _ name: String, _ label: String, _ value: String?, _ kind: FormField.Kind = .text(),
        isRequired: Bool = false
    ) -> FormField {
        var field = FormField(name, label, kind)
        field.value = value ?? ""
        field.isRequired = isRequired
        return field
    }
}
