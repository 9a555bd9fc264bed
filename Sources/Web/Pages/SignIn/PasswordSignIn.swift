import Agreements
import Register
import Secrets

/// One try to sign in with a name and a password.
struct PasswordSignIn {
    /// What it came to.
    enum Outcome: Hashable, Sendable {
        /// Id of the user, and the key of the browser if it is known.
        case admitted(user: String, device: Int64?)
        /// Which of name and password it was is not told.
        case refused
        case wait(until: Instant)
        /// Too many are signing in at this moment.
        case busy
    }

    let visit: Visit

    func attempt(name: String, password: String) async throws -> Outcome {
        let desk = visit.site.signIn
        let (credentials, device) = try find(name)
        let origin = SignInGuard.Origin(
            // One person is one name, whether they type their id or their address.
            name: credentials?.user ?? name, address: visit.peer, device: device)
        switch await desk.decide(origin, at: visit.now) {
        case .refuse(let until): return .wait(until: until)
        case .checkPassword: break
        }
        let matches = await desk.passwords.matches(password, credentials?.password)
        guard let matches else { return .busy }
        guard matches, let credentials, credentials.isActive else {
            try record(refusalReason(credentials, matches), of: credentials?.user)
            return .refused
        }
        await desk.succeeded(origin)
        return .admitted(user: credentials.user, device: device)
    }

    private func find(_ name: String) throws -> (AccountStore.Credentials?, device: Int64?) {
        let cookie = visit.cookies[visit.site.cookieJar.device] ?? ""
        return try visit.read { db in
            guard let credentials = try AccountStore.credentials(for: name, in: db) else {
                return (nil, nil)
            }
            return (
                credentials, try AccountStore.device(cookie, of: credentials.user, in: db)
            )
        }
    }

    private func refusalReason(_ credentials: AccountStore.Credentials?, _ matches: Bool)
        -> AccountStore.RefusalReason
    {
        guard let credentials else { return .unknownName }
        guard credentials.password != nil else { return .noPassword }
        return matches ? .notActive : .wrongPassword
    }

    private func record(_ reason: AccountStore.RefusalReason, of user: String?) throws {
        try visit.write { db in
            try AccountStore(db, author: visit.author, at: visit.now)
                .recordRefusal(of: user, because: reason)
        }
    }
}
