import Agreements
import Register

/// Lets somebody in whose proof has been accepted: a new session, and the cookies that carry it.
struct Admission {
    let visit: Visit
    let user: String
    let method: Session.Method
    /// Key of the browser, if the user has signed in from it before.
    var device: Int64?
    /// What the OpenID provider calls its session.
    var providerSession: String?

    /// What somebody who has been let in goes on with.
    struct Admitted: Sendable {
        let session: Session
        /// Whole `Set-Cookie` values.
        let cookies: [String]

        /// Sends the browser on to a page of ours.
        func reply(goingTo path: String) -> Reply {
            var reply = Reply.redirect(to: path)
            reply.cookies = cookies
            return reply
        }
    }

    /// Nil when the user is not active any more.
    ///
    /// The session that the browser had ends, and nothing of it is taken over: whoever planted it
    /// is left with nothing.
    func admit() throws -> Admitted? {
        let jar = visit.site.cookieJar
        let author = Author(actor: user, request: visit.requestID)
        return try visit.write { db in
            let sessions = SessionStore(db, limits: visit.site.settings.signIn.sessions)
            let accounts = AccountStore(db, author: author, at: visit.now)
            let token = try sessions.begin(
                user: user, method: method, providerSession: providerSession, at: visit.now)
            guard let token, let session = try sessions.find(token: token, at: visit.now) else {
                return nil
            }
            if let old = visit.session {
                try sessions.end(key: old.key, of: old.user.id, at: visit.now)
            }
            try accounts.recordSignIn(of: user, with: method)
            var cookies = [jar.set(jar.session, to: token)]
            if let device {
                try accounts.useDevice(device)
            } else if method == .password {
                let device = try accounts.rememberDevice(of: user)
                cookies.append(jar.set(jar.device, to: device, maxAge: Self.deviceAge))
            }
            try sessions.prune(limit: 100, at: visit.now)
            return Admitted(session: session, cookies: cookies)
        }
    }

    /// A year, in seconds.
    private static let deviceAge = 31_536_000
}
