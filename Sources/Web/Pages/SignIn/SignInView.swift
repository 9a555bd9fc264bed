/// What the page shows on which people sign in.
struct SignInView: Sendable {
    /// Nil where no password is taken.
    let form: FormView?
    let provider: Provider?
    /// What was typed when the session was over; empty otherwise.
    let carried: [Parcel.Line]
    let wasTyping: Bool

    /// A way that leads over somebody who vouches for people.
    struct Provider: Sendable {
        let path: String
        let label: String
    }

    init(
        _ visit: Visit, next: String, parcel: Parcel? = nil, reader: FormReader? = nil,
        problem: String? = nil
    ) {
        let words = visit.words
        let settings = visit.site.settings.signIn
        var name = FormField("name", words["name"], .text(autocomplete: "username"))
        name.hint = words["name_hint"]
        name.isFocused = reader == nil
        let password = FormField(
            "password", words["password"], .password(autocomplete: "current-password"))
        let fields = [name, password]
        let hidden = [Self.hidden("next", next)] + (parcel.map(Self.hidden) ?? [])
        form =
            settings.takesPasswords
            ? visit.formView(
                action: "/sign-in", fields: (reader?.filled(fields) ?? fields) + hidden,
                submit: words["sign_in"], problem: problem) : nil
        provider =
            settings.provider == nil
            ? nil
            : Provider(
                path: "/sign-in/provider?next=\(LocalPath.encode(next))",
                label: words["sign_in_with", settings.providerName])
        carried = parcel?.lines ?? []
        wasTyping = parcel != nil
    }

    private static func hidden(_ parcel: Parcel) -> [FormField] {
        [hidden("carried_to", parcel.path), hidden("carried", parcel.text)]
    }

    private static func hidden(_ name: String, _ value: String) -> FormField {
        var field = FormField(name, "", .hidden)
        field.value = value
        return field
    }
}
