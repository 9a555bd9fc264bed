import Agreements
import Register

/// Coming in and going out.
enum SignIn: Section {
    static let templates = [
        Template("signin", PackageResources.signin_mustache),
        Template("sendagain", PackageResources.sendagain_mustache),
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

    /// Where somebody goes on who must sign in first.
    ///
    /// What was posted is carried along and can be sent afterwards, unless another site sent it.
    static func first(_ visit: Visit) -> Reply {
        if visit.path == "/sign-out" { return .redirect(to: "/signed-out") }
        guard !visit.form.values.isEmpty, visit.origin.isOurs else {
            let target = LocalPath.encode(visit.pathAndQuery)
            let hasTarget = visit.path != "/" && visit.form.values.isEmpty
            return .redirect(to: hasTarget ? "/sign-in?next=\(target)" : "/sign-in")
        }
        let visit = visit.withVocabulary(vocabulary)
        let parcel = Parcel(path: visit.pathAndQuery, form: visit.form)
        return visit.page(
            "signin", .init(title: visit.words["session_over"], help: "sign-in"),
            SignInView(visit, next: "/", parcel: parcel), status: .unauthorized)
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let next = LocalPath.safe(visit.query["next"])
        guard visit.session == nil else { return .redirect(to: next) }
        return visit.page("signin", frame(visit), SignInView(visit, next: next))
    }

    private static func post(_ visit: Visit) async throws -> Reply {
        guard visit.site.settings.signIn.takesPasswords else { throw PageError.notFound }
        var reader = visit.formReader
        let words = visit.words
        let next = LocalPath.safe(visit.form["next"])
        let parcel = Parcel(carriedBy: visit.form)
        let name = reader.text("name", words["name"], isRequired: true, limit: 200)
        let password = visit.form.untouched("password")
        if password.isEmpty {
            reader.reject("password", words["error_required", words["password"]])
        }
        guard let name, reader.isValid else {
            return again(visit, SignInView(visit, next: next, parcel: parcel, reader: reader))
        }
        let outcome = try await PasswordSignIn(visit: visit).attempt(
            name: name, password: String(password.prefix(1000)))
        if case .admitted(let user, let device) = outcome {
            let admission = Admission(
                visit: visit, user: user, method: .password, device: device)
            if let admitted = try admission.admit() {
                return goOn(visit, admitted, next: next, parcel: parcel)
            }
        }
        return try refused(outcome, visit) { problem in
            SignInView(visit, next: next, parcel: parcel, reader: reader, problem: problem)
        }
    }

    /// To the page that was asked for, or to what had been typed when the session was over.
    private static func goOn(
        _ visit: Visit, _ admitted: Admission.Admitted, next: String, parcel: Parcel?
    ) -> Reply {
        guard let parcel else { return admitted.reply(goingTo: next) }
        let visit = visit.signedIn(with: admitted.session)
        var reply = visit.page(
            "sendagain", .init(title: visit.words["send_again"], help: "sign-in"),
            ParcelView(visit, parcel))
        reply.cookies = admitted.cookies
        return reply
    }

    private static func refused(
        _ outcome: PasswordSignIn.Outcome, _ visit: Visit, view: (String) -> SignInView
    ) throws -> Reply {
        switch outcome {
        case .wait(let until):
            let seconds = Int(until.duration(since: visit.now).components.seconds) + 1
            var reply = visit.page(
                "signin", frame(visit), view(waitingText(seconds, visit.words)),
                status: .tooManyRequests)
            reply.headers[.retryAfter] = String(seconds)
            return reply
        case .busy: throw PageError.busy
        case .refused, .admitted: return again(visit, view(visit.words["refused"]))
        }
    }

    private static func again(_ visit: Visit, _ view: SignInView) -> Reply {
        visit.incomplete("signin", frame(visit), view)
    }

    private static func waitingText(_ seconds: Int, _ words: Words) -> String {
        seconds < 60
            ? words["wait_seconds", String(seconds)]
            : words["wait_minutes", String((seconds + 59) / 60)]
    }

    private static func frame(_ visit: Visit) -> Visit.Frame {
        .init(title: visit.words["sign_in"], help: "sign-in")
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
            SignedOutView(provider: provider))
    }

    /// What the page says that somebody sees who has signed out.
    private struct SignedOutView: Sendable {
        let provider: SignInView.Provider?
    }
}
