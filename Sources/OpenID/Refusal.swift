/// Why nobody is let in on a provider's word.
package enum Refusal: Error, Hashable, Sendable {
    /// The browser brings no sign-in that was begun here, or one begun long ago.
    case notBegun
    /// What came back is not the answer to what was asked.
    case otherState
    /// The person or the provider broke the sign-in off; the provider's own word for why.
    case brokenOff(String)
    /// The provider cannot be reached, or answers with an error; another try may succeed.
    case providerUnavailable(String)
    /// What the provider says cannot be used, and will not be at the next try either.
    case providerUnusable(String)
    case badToken(TokenFault)

    /// Whether the same may succeed later.
    package var isTransient: Bool {
        if case .providerUnavailable = self { true } else { false }
    }
}

/// What is wrong with an identity token.
package enum TokenFault: String, Error, Hashable, Sendable {
    case malformed
    /// Neither RS256 nor ES256.
    case otherAlgorithm = "other_algorithm"
    case unknownKey = "unknown_key"
    case badSignature = "bad_signature"
    case otherIssuer = "other_issuer"
    case otherAudience = "other_audience"
    case expired
    case notYetValid = "not_yet_valid"
    case otherNonce = "other_nonce"
    case noSubject = "no_subject"
}

extension Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notBegun:
            "The sign-in was not begun in this browser, or too long ago. Begin it again."
        case .otherState: "The answer belongs to another sign-in. Begin it again."
        case .brokenOff(let reason): "The provider broke the sign-in off: \(reason)."
        case .providerUnavailable(let reason):
            "The provider cannot be asked now (\(reason)). Try again later."
        case .providerUnusable(let reason):
            "The provider cannot be used: \(reason). Check the settings of sign_in.oidc."
        case .badToken(let fault):
            "The provider's identity token does not hold (\(fault.rawValue))."
        }
    }
}
