import Agreements
import Register

/// Coming in and going out.
enum SignIn: Section {
    static let templates = [
        Template("signin", PackageResources.signin_mustache),
        Template("signedout", PackageResources.signedout_mustache),
        Template("invitation", PackageResources.invitation_mustache),
    ]

    static let vocabulary = Vocabulary(SignInWords.texts)

    static let routes: [Route] = [
        .get("/sign-in", .open, show),
        .post("/sign-in", .open, post),
        .post("/sign-out", .signedIn, signOut),
        .get("/signed-out", .open, showSignedOut),
        .get("/invitation/:token", .open, InvitationPage.show),
        .post("/invitation/:token", .open, InvitationPage.post),
        .get("/sign-in/provider", .open, ProviderSignIn.begin),
        .get("/sign-in/provider/answer", .open, ProviderSignIn.receive),
        .get("/sign-in/provider/ended", .open, ProviderSignIn.end),
    ]

    // MARK: In

    private static func show(_ visit: Visit) throws -> Reply {
        let next = LocalPath.safe(visit.query["next"])
        guard visit.session == nil else { return .redirect(to: next) }
        return visit.page("signin", frame(visit), view(visit, next: next))
    }

    private static func post(_ visit: Visit) async throws -> Reply {
        guard visit.site.settings.signIn.takesPasswords else { throw PageError.notFound }
        var reader = visit.formReader
        let words = visit.words
        let next = LocalPath.safe(visit.form["next"])
        let name = reader.text("name", words["name"], isRequired: true, limit: 200)
        let password = visit.form.untouched("password")
        if password.isEmpty {
            reader.reject("password", words["error_required", words["password"]])
        }
        guard let name, reader.isValid else {
            return visit.incomplete(
                "signin", frame(visit), view(visit, next: next, reader: reader))
        }
        let outcome = try await PasswordSignIn(visit: visit).attempt(
            name: name, password: String(password.prefix(1000)))
        switch outcome {
        case .admitted(let user, let device):
            let admission = Admission(
                visit: visit, user: user, method: .password, device: device)
            if let reply = try admission.reply(goingTo: next) { return reply }
        case .wait(let until):
            let seconds = Int(until.duration(since: visit.now).components.seconds) + 1
            var reply = visit.page(
                "signin", frame(visit),
                view(visit, next: next, reader: reader, problem: waitingText(seconds, words)),
                status: .tooManyRequests)
            reply.headers[.retryAfter] = String(seconds)
            return reply
        case .busy: throw PageError.busy
        case .refused: break
        }
        return visit.incomplete(
            "signin", frame(visit),
            view(visit, next: next, reader: reader, problem: words["refused"]))
    }

    private static func waitingText(_ seconds: Int, _ words: Words) -> String {
        seconds < 60
            ? words["wait_seconds", String(seconds)]
            : words["wait_minutes", String((seconds + 59) / 60)]
    }

    private static func frame(_ visit: Visit) -> Visit.Frame {
        .init(title: visit.words["sign_in"], help: "sign-in")
    }

    private static func view(
        _ visit: Visit, next: String, reader: FormReader? = nil, problem: String? = nil
    ) -> SignInView {
        let words = visit.words
        let settings = visit.site.settings.signIn
        var name = FormField("name", words["name"], .text(autocomplete: "username"))
        name.hint = words["name_hint"]
        name.isFocused = reader == nil
        let password = FormField(
            "password", words["password"], .password(autocomplete: "current-password"))
        var target = FormField("next", "", .hidden)
        target.value = next
        let fields = [name, password]
        return SignInView(
            form: settings.takesPasswords
                ? visit.formView(
                    action: "/sign-in", fields: (reader?.filled(fields) ?? fields) + [target],
                    submit: words["sign_in"], problem: problem) : nil,
            provider: settings.provider == nil
                ? nil
                : SignInView.Provider(
                    path: "/sign-in/provider?next=\(LocalPath.encode(next))",
                    label: words["sign_in_with", settings.providerName]))
    }

    // MARK: Out

    private static func signOut(_ visit: Visit) throws -> Reply {
        guard let session = visit.session else { throw PageError.signInFirst }
        try visit.write { db in
            try SessionStore(db).end(key: session.key, of: session.user.id, at: visit.now)
            try AccountStore(db, author: visit.author, at: visit.now)
                .recordSignOut(of: session.user.id)
        }
        let jar = visit.site.cookieJar
        var reply = Reply.redirect(
            to: session.method == .provider ? "/signed-out?provider=true" : "/signed-out")
        reply.cookies = [jar.remove(jar.session)]
        return reply
    }

    private static func showSignedOut(_ visit: Visit) async throws -> Reply {
        guard visit.session == nil else { return .redirect(to: "/") }
        let words = visit.words
        var provider: SignInView.Provider?
        if visit.query["provider"] == "true",
            let address = await ProviderSignIn.signOutAddress(visit)
        {
            provider = SignInView.Provider(
                path: address,
                label: words["sign_out_with", visit.site.settings.signIn.providerName])
        }
        return visit.page(
            "signedout", .init(title: words["signed_out"], help: "sign-in"),
            SignInView(form: nil, provider: provider))
    }
}

/// What the pages of this section show.
struct SignInView: Sendable {
    let form: FormView?
    let provider: Provider?

    /// A way that leads over somebody who vouches for people.
    struct Provider: Sendable {
        let path: String
        let label: String
    }
}
