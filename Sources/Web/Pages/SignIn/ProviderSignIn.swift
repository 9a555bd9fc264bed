import Agreements
import HTTPTypes
import OpenID
import Register

/// Signing in on the word of an OpenID provider.
///
/// It begins with a link and not with a form: the policy lets forms lead to this site alone.
enum ProviderSignIn {
    static func begin(_ visit: Visit) async throws -> Reply {
        let provider = try provider(visit)
        let invitation = visit.query["invitation"]
        let address: String
        let pending: PendingSignIn
        do throws(OpenID.Refusal) {
            (address, pending) = try await provider.begin(
                language: visit.language, returnTo: LocalPath.safe(visit.query["next"]),
                invitation: invitation.isEmpty ? nil : invitation, at: visit.now)
        } catch {
            return try refused(visit, error)
        }
        let jar = visit.site.cookieJar
        var reply = away(to: address)
        reply.cookies = [
            jar.set(
                jar.pending, to: try pending.cookie(),
                maxAge: Int(PendingSignIn.lifetime.components.seconds))
        ]
        return reply
    }

    static func receive(_ visit: Visit) async throws -> Reply {
        let provider = try provider(visit)
        let jar = visit.site.cookieJar
        let pending = visit.cookies[jar.pending].flatMap(PendingSignIn.init(cookie:))
        let query = visit.query.values.compactMapValues(\.first)
        var reply: Reply
        switch await provider.finish(query, pending: pending, at: visit.now) {
        case .refused(let refusal): reply = try refused(visit, refusal)
        case .admitted(let person):
            reply = try admit(person, pending: pending, visit)
        }
        // The sign-in is used, whatever came of it.
        reply.cookies.append(jar.remove(jar.pending))
        return reply
    }

    /// The provider tells, in a frame of its own page, that its session is over.
    static func end(_ visit: Visit) throws -> Reply {
        if let name = try provider(visit).endedSession(
            visit.query.values.compactMapValues(\.first)),
            try visit.read({ try SessionStore($0).holds(providerSession: name) })
        {
            _ = try visit.write { db in
                try SessionStore(db).endAll(ofProviderSession: name, at: visit.now)
            }
        }
        return Reply(status: .ok, body: .none)
    }

    /// Where the provider ends its own session; nil when it cannot say so now.
    static func signOutAddress(_ visit: Visit) async -> String? {
        guard let provider = visit.site.signIn.provider else { return nil }
        do throws(OpenID.Refusal) {
            return try await provider.signOutAddress(at: visit.now)
        } catch {
            visit.site.surroundings.logger.warning(
                "The OpenID provider cannot be asked.", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private static func provider(_ visit: Visit) throws -> Provider {
        guard let provider = visit.site.signIn.provider else { throw PageError.notFound }
        return provider
    }

    private static func admit(_ person: Person, pending: PendingSignIn?, _ visit: Visit) throws
        -> Reply
    {
        let user = try visit.write { db in
            if let invitation = pending?.invitation,
                let user = try AccountStore.invited(by: invitation, in: db, at: visit.now)
            {
                let author = Author(actor: user, request: visit.requestID)
                try AccountStore(db, author: author, at: visit.now)
                    .link(user, issuer: person.issuer, subject: person.subject)
                return user as String?
            }
            return try AccountStore.user(
                issuer: person.issuer, subject: person.subject, in: db)
        }
        let admission = user.map {
            Admission(
                visit: visit, user: $0, method: .provider,
                providerSession: person.providerSession)
        }
        if let admitted = try admission?.admit() {
            return admitted.reply(goingTo: pending?.returnTo ?? "/")
        }
        try record(visit, .unknownToRegister)
        return problem(visit, visit.words["provider_unknown"], status: .forbidden)
    }

    private static func refused(_ visit: Visit, _ refusal: OpenID.Refusal) throws -> Reply {
        visit.site.surroundings.logger.warning(
            "A sign-in through the OpenID provider was refused.",
            metadata: ["request.id": "\(visit.requestID)", "error": "\(refusal)"])
        switch refusal {
        case .notBegun, .otherState:
            return problem(visit, visit.words["provider_again"], status: .badRequest)
        case .brokenOff:
            return problem(visit, visit.words["provider_broken_off"], status: .ok)
        case .providerUnavailable:
            return problem(visit, visit.words["provider_away"], status: .serviceUnavailable)
        case .providerUnusable, .badToken:
            try record(visit, .badAnswer)
            return problem(visit, visit.words["provider_bad"], status: .badGateway)
        }
    }

    private static func problem(
        _ visit: Visit, _ sentence: String, status: HTTPResponse.Status
    ) -> Reply {
        visit.page(
            "signedout", .init(title: visit.words["not_signed_in"], help: "sign-in"),
            ProblemView(problem: sentence), status: status)
    }

    private static func record(_ visit: Visit, _ reason: AccountStore.RefusalReason) throws {
        try visit.write { db in
            try AccountStore(db, author: visit.author, at: visit.now)
                .recordRefusal(of: nil, because: reason)
        }
    }

    /// To an address of another site, which comes from the provider and from nowhere else.
    private static func away(to address: String) -> Reply {
        Reply(status: .seeOther, body: .none, headers: [.location: address])
    }

    private struct ProblemView: Sendable {
        let problem: String
    }
}
