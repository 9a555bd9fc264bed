import Agreements
import GRDB
import Register

/// What people decide for themselves: language, password, and where they are signed in.
enum MySettings: Section {
    static let templates = [
        Template("mysettings", PackageResources.mysettings_mustache),
        Template("mypassword", PackageResources.mypassword_mustache),
    ]

    static let vocabulary = Vocabulary(
        MySettingsWords.texts.merging(SignInWords.passwords) { own, _ in own })

    static let routes: [Route] = [
        .get("/settings", .right(.read, .preference, .oneself), show),
        .post("/settings/language", .right(.write, .preference, .oneself), chooseLanguage),
        .post("/settings/mail", .right(.write, .preference, .oneself), chooseHour),
        .get("/settings/password", .right(.write, .preference, .oneself), showPassword),
        .post("/settings/password", .right(.write, .preference, .oneself), changePassword),
        .post("/settings/sessions/end-others", .right(.write, .session, .oneself), endOthers),
        .post("/settings/sessions/:key/end", .right(.write, .session, .oneself), endOne),
    ]

    private static func show(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        let (sessions, hasPassword, hour) = try visit.read { db in
            (
                try SessionStore(db, limits: visit.site.settings.signIn.sessions)
                    .list(of: user.id, at: visit.now),
                try AccountStore.hasPassword(user.id, in: db),
                try MailPreferences.hour(of: user.id, in: db)
            )
        }
        return visit.page(
            "mysettings", .init(title: visit.words["settings"], help: "settings"),
            MySettingsView(
                visit, user, sessions: sessions, hasPassword: hasPassword, hour: hour))
    }

    private static func chooseHour(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        var reader = visit.formReader
        let hour = reader.number("hour", visit.words["mail_hour"], in: 0...23, isRequired: true)
        guard let hour else { throw PageError.malformed }
        try visit.write { db in
            try MailPreferences(db, author: visit.author, at: visit.now)
                .choose(hour: hour, for: user.id)
        }
        return .redirect(to: "/settings?said=saved")
    }

    private static func chooseLanguage(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        var reader = visit.formReader
        let language: Language? = reader.choice(
            "language", visit.words["language"], isRequired: true)
        guard let language else { throw PageError.malformed }
        try visit.write { db in
            try StaffDeeds(db, author: visit.author, at: visit.now)
                .choose(language, for: user.id)
        }
        return .redirect(to: "/settings?said=saved")
    }

    // MARK: Password

    private static func showPassword(_ visit: Visit) throws -> Reply {
        try requirePassword(visit)
        return visit.page("mypassword", frame(visit), try passwordForm(visit))
    }

    private static func changePassword(_ visit: Visit) async throws -> Reply {
        try requirePassword(visit)
        let user = try visit.reader
        var reader = visit.formReader
        let password = NewPassword.read(&reader, of: user)
        if reader.form.untouched("current").isEmpty {
            reader.reject(
                "current", visit.words["error_required", visit.words["current_password"]])
        }
        guard let password, reader.isValid else {
            return visit.incomplete("mypassword", frame(visit), try passwordForm(visit, reader))
        }
        // Whoever finds an open browser may not guess without end either.
        let outcome = try await PasswordSignIn(visit: visit).attempt(
            name: user.id, password: reader.form.untouched("current"))
        switch outcome {
        case .admitted: break
        case .refused, .wait:
            reader.reject("current", visit.words["current_wrong"])
            return visit.incomplete("mypassword", frame(visit), try passwordForm(visit, reader))
        case .busy: throw PageError.busy
        }
        guard let hash = await visit.site.signIn.passwords.hash(of: password) else {
            throw PageError.busy
        }
        let jar = visit.site.cookieJar
        let device = try visit.write { db in
            let accounts = AccountStore(db, author: visit.author, at: visit.now)
            try accounts.setPassword(of: user.id, to: hash, keeping: visit.session?.key)
            return try accounts.rememberDevice(of: user.id)
        }
        var reply = Reply.redirect(to: "/settings?said=password")
        reply.cookies = [jar.set(jar.device, to: device, maxAge: 31_536_000)]
        return reply
    }

    /// People whom a provider vouches for have no password to change.
    private static func requirePassword(_ visit: Visit) throws {
        let user = try visit.reader
        let hasPassword = try visit.read { try AccountStore.hasPassword(user.id, in: $0) }
        guard hasPassword, visit.site.settings.signIn.takesPasswords else {
            throw PageError.notFound
        }
    }

    private static func passwordForm(_ visit: Visit, _ reader: FormReader? = nil) throws
        -> FormView
    {
        var current = FormField(
            "current", visit.words["current_password"],
            .password(autocomplete: "current-password"))
        current.isFocused = reader == nil
        // After the name, which password managers look for first.
        var fields = NewPassword.fields(of: try visit.reader, visit.words)
        fields.insert(current, at: 1)
        var form = visit.formView(
            action: "/settings/password", fields: reader?.filled(fields) ?? fields,
            submit: visit.words["save"], cancel: "/settings")
        form.note = visit.words["all_required"]
        return form
    }

    private static func frame(_ visit: Visit) -> Visit.Frame {
        .init(
            title: visit.words["change_password"],
            trail: [(visit.words["settings"], "/settings")], help: "settings")
    }

    // MARK: Sessions

    private static func endOne(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        let key = try visit.key()
        let isEnded = try end(visit, of: user.id) { sessions in
            try sessions.end(key: key, of: user.id, at: visit.now) ? 1 : 0
        }
        guard isEnded else { throw PageError.notFound }
        return .redirect(
            to: key == visit.session?.key ? "/signed-out" : "/settings?said=session_ended")
    }

    private static func endOthers(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        try end(visit, of: user.id) { sessions in
            try sessions.endAll(of: user.id, keeping: visit.session?.key, at: visit.now)
        }
        return .redirect(to: "/settings?said=session_ended")
    }

    @discardableResult
    private static func end(
        _ visit: Visit, of user: String, _ body: (SessionStore) throws -> Int
    ) throws -> Bool {
        try visit.write { db in
            let count = try body(SessionStore(db))
            guard count > 0 else { return false }
            try AccountStore(db, author: visit.author, at: visit.now)
                .recordEnd(ofSessionsOf: user, count: count)
            return true
        }
    }
}
