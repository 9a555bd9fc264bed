import Agreements
import Foundation
import Secrets

/// One sign-in through a provider, by the code flow with PKCE (OpenID Connect Core 1.0, 3.1;
/// RFC 7636), decided here and acted out by `Provider`.
///
/// 1. `begin` makes state, nonce and the secret of PKCE, and the address to send the browser to.
/// 2. The provider sends the browser back. `receive(answer:)` holds the answer against what was
///    begun, and asks for the code to be exchanged.
/// 3. `receive(tokens:)` takes the identity token and asks for the provider's keys.
/// 4. `receive(keys:)` checks it. A key that is not among those kept may be a new one: they are
///    fetched once more, and no more than once.
package struct SignInFlow: Sendable {
    /// What is to be done next.
    package enum Action: Hashable, Sendable {
        case exchange(TokenRequest)
        /// `isFresh`: not from what is kept.
        case fetchKeys(isFresh: Bool)
        case admit(Person)
        case refuse(Refusal)
    }

    /// The form that is posted to the token endpoint.
    package struct TokenRequest: Hashable, Sendable {
        let address: String
        let form: [String: String]
    }

    private enum State {
        case asked
        case exchanging
        case checking(IDToken, keysAreFresh: Bool)
        case over
    }

    private let settings: ClientSettings
    private let provider: ProviderMetadata
    private let pending: PendingSignIn?
    private var state = State.asked

    package init(
        _ pending: PendingSignIn?, with provider: ProviderMetadata, settings: ClientSettings
    ) {
        self.pending = pending
        self.provider = provider
        self.settings = settings
    }

    /// A new sign-in, and the address at the provider that it goes on at.
    static func begin(
        with provider: ProviderMetadata, settings: ClientSettings, language: Language,
        returnTo: String?, invitation: String?, at now: Instant
    ) -> (address: String, pending: PendingSignIn) {
        let pending = PendingSignIn(returnTo: returnTo, invitation: invitation, at: now)
        var query = [
            "response_type": "code", "client_id": settings.clientID,
            "redirect_uri": settings.redirectURI,
            "scope": settings.scopes.joined(separator: " "), "state": pending.state,
            "nonce": pending.nonce, "code_challenge": challenge(of: pending.verifier),
            "code_challenge_method": "S256", "ui_locales": locales(language),
        ]
        if !settings.assurance.isEmpty {
            query["acr_values"] = settings.assurance.joined(separator: " ")
        }
        return (FormText.address(provider.authorizationEndpoint, adding: query), pending)
    }

    /// The browser has come back with this query.
    package mutating func receive(answer query: [String: String], at now: Instant) -> Action {
        guard case .asked = state, let pending, !pending.isOver(at: now) else {
            return refuse(.notBegun)
        }
        guard let given = query["state"], SecretBytes.areEqual(given, pending.state),
            // RFC 9207: another provider's answer is not mixed up with this one's.
            query["iss"] == nil || query["iss"] == settings.issuer
        else { return refuse(.otherState) }
        if let error = query["error"] { return refuse(.brokenOff(Self.word(error))) }
        guard let code = query["code"], !code.isEmpty else { return refuse(.otherState) }
        state = .exchanging
        var form = [
            "grant_type": "authorization_code", "code": code,
            "redirect_uri": settings.redirectURI, "code_verifier": pending.verifier,
        ]
        // With a secret the client is named where the secret is, and only there (RFC 6749, 2.3).
        if settings.clientSecret == nil { form["client_id"] = settings.clientID }
        return .exchange(TokenRequest(address: provider.tokenEndpoint, form: form))
    }

    /// The token endpoint has answered.
    package mutating func receive(tokens body: Data, status: Int) -> Action {
        guard case .exchanging = state else { return refuse(.notBegun) }
        let answer = JSONText.decode(TokenAnswer.self, from: body)
        guard status == 200 else {
            let word = Self.word(answer?.error ?? "status \(status)")
            return refuse(
                status >= 500 ? .providerUnavailable(word) : .brokenOff(word))
        }
        guard let token = answer?.idToken.flatMap(IDToken.init) else {
            return refuse(.badToken(.malformed))
        }
        state = .checking(token, keysAreFresh: false)
        return .fetchKeys(isFresh: false)
    }

    /// The provider's keys are there.
    package mutating func receive(keys: KeySet, at now: Instant) -> Action {
        guard case .checking(let token, let keysAreFresh) = state, let pending else {
            return refuse(.notBegun)
        }
        let expected = IDToken.Expectation(
            issuer: settings.issuer, clientID: settings.clientID, nonce: pending.nonce)
        do throws(TokenFault) {
            let person = try token.person(expected, keys: keys, at: now)
            state = .over
            return .admit(person)
        } catch .unknownKey where !keysAreFresh {
            state = .checking(token, keysAreFresh: true)
            return .fetchKeys(isFresh: true)
        } catch {
            return refuse(.badToken(error))
        }
    }

    // MARK: Steps

    private mutating func refuse(_ refusal: Refusal) -> Action {
        state = .over
        return .refuse(refusal)
    }

    /// RFC 7636, 4.2.
    static func challenge(of verifier: String) -> String {
        Base64URL.encode(SecretToken.digest(of: verifier))
    }

    /// The chosen language first, and then those that its readers read as well.
    private static func locales(_ language: Language) -> String {
        ([language] + [.nb, .nn, .en].filter { $0 != language }).map(\.rawValue)
            .joined(separator: " ")
    }

    /// A provider's word, without what could be markup or a second line in a log.
    private static func word(_ text: String) -> String {
        String(text.prefix(80).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private struct TokenAnswer: Decodable {
        let idToken: String?
        let error: String?

        enum CodingKeys: String, CodingKey {
            case idToken = "id_token"
            case error
        }
    }
}
