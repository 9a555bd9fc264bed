import Agreements
import Foundation
import Secrets

/// An identity token as it came: a JSON Web Signature in its compact form (RFC 7515, 7.1).
struct IDToken {
    private let header: Header
    private let claims: Claims
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// Nil when it is none, or larger than any is.
    init?(_ text: String) {
        guard text.utf8.count <= 32_768 else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.decode(Header.self, parts[0]),
            let claims = Self.decode(Claims.self, parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { return nil }
        self.header = header
        self.claims = claims
        self.signature = signature
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// What a token must say to be taken.
    struct Expectation {
        let issuer: String
        let clientID: String
        let nonce: String
    }

    /// How far the clocks of a provider and of this machine may be apart.
    static let skew = Duration.seconds(60)

    /// Whom the token is about, once its signature and everything in it holds.
    func person(_ expected: Expectation, keys: KeySet, at now: Instant) throws(TokenFault)
        -> Person
    {
        guard let algorithm = SignatureAlgorithm(rawValue: header.alg), header.crit == nil else {
            throw .otherAlgorithm
        }
        guard let key = keys.key(named: header.kid, for: algorithm) else { throw .unknownKey }
        guard algorithm.verifies(signature, of: signed, by: key) else { throw .badSignature }
        // OpenID Connect Core 1.0, 3.1.3.7.
        guard claims.iss == expected.issuer else { throw .otherIssuer }
        guard claims.aud.values.contains(expected.clientID),
            claims.aud.values.count == 1 || claims.azp == expected.clientID,
            claims.azp == nil || claims.azp == expected.clientID
        else { throw .otherAudience }
        let seconds = Double(now.milliseconds) / 1000
        let skew = Double(Self.skew.milliseconds) / 1000
        guard claims.exp > seconds - skew else { throw .expired }
        guard claims.nbf ?? 0 <= seconds + skew, claims.iat ?? 0 <= seconds + skew else {
            throw .notYetValid
        }
        guard let nonce = claims.nonce, SecretBytes.areEqual(nonce, expected.nonce) else {
            throw .otherNonce
        }
        guard let subject = claims.subject else { throw .noSubject }
        return Person(issuer: claims.iss, subject: subject, providerSession: claims.sid)
    }

    private static func decode<T: Decodable>(_ type: T.Type, _ text: Substring) -> T? {
        Base64URL.decode(text).flatMap { JSONText.decode(type, from: Data($0)) }
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        /// Names extensions that must be understood, and none is (RFC 7515, 4.1.11).
        let crit: [String]?
    }

    /// Names, addresses and national identity numbers (`pid`) are left where they are.
    private struct Claims: Decodable {
        let iss: String
        let sub: String?
        let aud: OneOrMore
        let azp: String?
        let exp: Double
        let nbf: Double?
        let iat: Double?
        let nonce: String?
        let sid: String?
        /// Entra ID's own: the person in the whole tenant, where `sub` is one for each client.
        let oid: String?
        let tid: String?

        var subject: String? {
            if let oid, let tid, !oid.isEmpty, !tid.isEmpty { return "\(tid)/\(oid)" }
            return sub.flatMap { $0.isEmpty || $0.utf8.count > 255 ? nil : $0 }
        }
    }

    private struct OneOrMore: Decodable {
        let values: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                values = [try container.decode(String.self)]
            } catch {
                values = try container.decode([String].self)
            }
        }
    }
}
