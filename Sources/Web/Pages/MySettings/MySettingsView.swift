import Agreements
import Register

/// What the page of somebody's own settings shows.
struct MySettingsView: Sendable {
    /// One sign-in that holds.
    struct Line: Sendable {
        let begun: String
        let lastSeen: String
        let method: String
        /// Nil for this one, which signing out ends.
        let end: String?
    }

    let facts: [Fact]
    let form: FormView
    let mail: FormView
    let password: String?
    let sessions: [Line]
    let hasOthers: Bool

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    /// - Parameter hour: When the person wants mail; nil for as soon as the day is planned.
    init(
        _ visit: Visit, _ user: User, sessions: [Session], hasPassword: Bool, hour: Int?
    ) {
        let words = visit.words
        facts = [
            Fact(name: words["user_name"], value: user.id),
            Fact(name: words["full_name"], value: user.name),
            Fact(name: words["email"], value: user.email),
            Fact(name: words["unit"], value: words.name(user.unit)),
            Fact(name: words["role"], value: words.name(user.role)),
        ]
        var language = FormField(
            "language", words["language"],
            .radios(
                Language.allCases.map { FormField.Option(value: $0.rawValue, label: $0.ownName) }))
        language.value = user.language.rawValue
        form = visit.formView(
            action: "/settings/language", fields: [language], submit: words["save"])
        var time = FormField(
            "hour", words["mail_hour"],
            .select(
                (0...23).map {
                    FormField.Option(
                        value: String($0),
                        label: $0 == 0 ? words["mail_hour_first"] : String($0) + ":00")
                }))
        time.value = String(hour ?? 0)
        mail = visit.formView(action: "/settings/mail", fields: [time], submit: words["save"])
        password =
            hasPassword && visit.site.settings.signIn.takesPasswords ? "/settings/password" : nil
        self.sessions = sessions.map { session in
            Line(
                begun: words.moment(session.begunAt), lastSeen: words.moment(session.lastSeenAt),
                method: words["method_\(session.method.rawValue)"],
                end: session.key == visit.session?.key
                    ? nil : "/settings/sessions/\(session.key)/end")
        }
        hasOthers = sessions.count > 1
    }
}
