import Agreements

/// Which people the list shows.
struct PeopleFilter: Sendable {
    private let text: String
    private let unit: OwningUnit?
    private let role: Role?
    private let showsInactive: Bool

    init(_ query: Form) {
        text = query["q"]
        unit = OwningUnit(rawValue: query["unit"])
        role = Role(rawValue: query["role"])
        showsInactive = query["inactive"] == "true"
    }

    func matches(_ user: User) -> Bool {
        guard unit == nil || user.unit == unit, role == nil || user.role == role,
            showsInactive || user.isActive
        else { return false }
        let wanted = text.lowercased()
        return wanted.isEmpty
            || [user.name, user.id, user.email].contains { $0.lowercased().contains(wanted) }
    }

    func fields(_ words: Words) -> [FormField] {
        var find = FormField("q", words["people_find"])
        find.value = text
        var units = FormField(
            "unit", words["unit"],
            .select([.init(value: "", label: words["any"])] + Self.units(words)))
        units.value = unit?.rawValue ?? ""
        var roles = FormField(
            "role", words["role"],
            .select([.init(value: "", label: words["any"])] + Self.roles(words)))
        roles.value = role?.rawValue ?? ""
        var inactive = FormField("inactive", words["people_inactive"], .checkbox)
        inactive.value = showsInactive ? "true" : ""
        return [find, units, roles, inactive]
    }

    static func units(_ words: Words) -> [FormField.Option] {
        OwningUnit.allCases.map { .init(value: $0.rawValue, label: words.name($0)) }
    }

    static func roles(_ words: Words) -> [FormField.Option] {
        Role.allCases.map { .init(value: $0.rawValue, label: words.name($0)) }
    }
}
