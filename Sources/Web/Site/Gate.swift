import Agreements
import HTTPTypes
import Register
import Rules
import Secrets

/// Decides whether a request is let in, before anything is done for it.
struct Gate: Sendable {
    let access: Access
    let method: HTTPRequest.Method
    let session: Session?

    /// Why the request is turned away; nil when it may enter.
    ///
    /// - Parameters:
    ///   - token: What the form brought along.
    ///   - expected: What forms made for this reader bring along.
    ///   - origin: Where the browser says that the request comes from.
    func refusal(token: String, expected: String, origin: RequestOrigin) -> PageError? {
        if !access.isOpen, session == nil { return .signInFirst }
        guard method == .post else { return nil }
        if case .secret = access { return origin.isOurs ? nil : .foreignForm }
        guard origin.isOurs, SecretBytes.areEqual(token, expected) else { return .foreignForm }
        return nil
    }

    /// Whether the reader's role gives the right over records of `subject`.
    func allows(_ subject: RightSubject?) -> Bool {
        guard case .right(let action, let kind, _) = access else { return true }
        guard let user = session?.user else { return false }
        guard let subject else {
            return !Rights.units(
                role: user.role, unit: user.unit, action: action, kind: kind
            ).isEmpty
                || Rights.allows(
                    role: user.role, unit: user.unit, action: action, kind: kind, of: .oneself)
        }
        return Rights.allows(
            role: user.role, unit: user.unit, action: action, kind: kind, of: subject)
    }
}

extension Access {
    /// Whether nobody need be signed in.
    var isOpen: Bool {
        switch self {
        case .open, .secret: true
        case .signedIn, .right: false
        }
    }
}

/// Where a browser says that a request comes from (Fetch Metadata, and the Origin header).
struct RequestOrigin: Hashable, Sendable {
    let fetchSite: String?
    let origin: String?
    let host: String?

    /// False when it comes from another site. Programs and old browsers say nothing; the form's
    /// token stands alone for those.
    var isOurs: Bool {
        if let fetchSite { return fetchSite == "same-origin" || fetchSite == "none" }
        guard let origin else { return true }
        guard let host, let scheme = origin.firstRange(of: "://") else { return false }
        return origin[scheme.upperBound...] == host
    }
}
