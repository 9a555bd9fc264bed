import Agreements
import Foundation

/// An OpenID provider: carries out what `SignInFlow` decides, and keeps what the provider says of
/// itself for a day.
package actor Provider {
    /// What a sign-in through the provider came to.
    package enum Outcome: Hashable, Sendable {
        case admitted(Person)
        case refused(Refusal)
    }

    /// Something read from the provider, and when.
    private struct Kept<Value> {
        let value: Value
        let readAt: Instant
    }

    package nonisolated let settings: ClientSettings
    private let client: WebClient
    private var metadata: Kept<ProviderMetadata>?
    private var keys: Kept<KeySet>?

    private static let lifetime = Duration.seconds(86_400)
    /// Tokens with keys that nobody has cannot make this process ask more often.
    private static let pause = Duration.seconds(60)

    package init(_ settings: ClientSettings) {
        self.settings = settings
        client = WebClient(
            authorities: settings.authorities,
            allowsPlain: settings.issuer.hasPrefix("http://"))
    }

    /// A new sign-in: the address at the provider, and what the browser is to carry.
    ///
    /// - Parameters:
    ///   - returnTo: The page that was asked for.
    ///   - invitation: The invitation that the person came with.
    package func begin(
        language: Language, returnTo: String?, invitation: String?, at now: Instant
    ) async throws(Refusal) -> (address: String, pending: PendingSignIn) {
        SignInFlow.begin(
            with: try await describe(at: now), settings: settings, language: language,
            returnTo: returnTo, invitation: invitation, at: now)
    }

    /// Goes on where the provider has sent the browser back.
    package func finish(_ query: [String: String], pending: PendingSignIn?, at now: Instant)
        async -> Outcome
    {
        do throws(Refusal) {
            var flow = SignInFlow(pending, with: try await describe(at: now), settings: settings)
            var action = flow.receive(answer: query, at: now)
            while true {
                switch action {
                case .exchange(let request):
                    let answer = try await ask { [client, settings] () throws(WebClient.Failure) in
                        try await client.post(
                            request.form, to: request.address,
                            user: settings.clientSecret.map { (settings.clientID, $0) })
                    }
                    action = flow.receive(tokens: answer.body, status: answer.status)
                case .fetchKeys(let isFresh):
                    action = flow.receive(keys: try await keys(isFresh: isFresh, at: now), at: now)
                case .admit(let person): return .admitted(person)
                case .refuse(let refusal): return .refused(refusal)
                }
            }
        } catch {
            return .refused(error)
        }
    }

    /// Where the browser signs out at the provider too; nil when it has no such place.
    ///
    /// The token that could be shown there is not kept: it may hold a national identity number.
    package func signOutAddress(at now: Instant) async throws(Refusal) -> String? {
        try await describe(at: now).endSessionEndpoint.map {
            FormText.address(
                $0,
                adding: [
                    "client_id": settings.clientID,
                    "post_logout_redirect_uri": settings.afterSignOut,
                ])
        }
    }

    /// The name of the session that the provider says is over (OpenID Connect Front-Channel
    /// Logout 1.0, 2); nil when it is not this provider's.
    package nonisolated func endedSession(_ query: [String: String]) -> String? {
        guard query["iss"] == settings.issuer, let session = query["sid"], !session.isEmpty else {
            return nil
        }
        return session
    }

    // MARK: Steps

    private func describe(at now: Instant) async throws(Refusal) -> ProviderMetadata {
        if let metadata, now.duration(since: metadata.readAt) < Self.lifetime {
            return metadata.value
        }
        let address = ProviderMetadata.address(of: settings.issuer)
        let answer = try await get(address)
        let read = try ProviderMetadata.read(answer, of: settings.issuer)
        metadata = Kept(value: read, readAt: now)
        return read
    }

    private func keys(isFresh: Bool, at now: Instant) async throws(Refusal) -> KeySet {
        let longest = isFresh ? Self.pause : Self.lifetime
        if let keys, now.duration(since: keys.readAt) < longest { return keys.value }
        let answer = try await get(try await describe(at: now).keysURI)
        guard let read = KeySet(answer) else {
            throw .providerUnusable("its keys are no JSON Web Key Set")
        }
        keys = Kept(value: read, readAt: now)
        return read
    }

    private func get(_ address: String) async throws(Refusal) -> Data {
        let answer = try await ask { [client] () throws(WebClient.Failure) in
            try await client.get(address)
        }
        guard answer.status == 200 else {
            throw .providerUnavailable("status \(answer.status) from \(address)")
        }
        return answer.body
    }

    private func ask(
        _ question: @Sendable () async throws(WebClient.Failure) -> WebClient.Answer
    ) async throws(Refusal) -> WebClient.Answer {
        do throws(WebClient.Failure) {
            return try await question()
        } catch {
            throw .providerUnavailable("\(error)")
        }
    }
}
