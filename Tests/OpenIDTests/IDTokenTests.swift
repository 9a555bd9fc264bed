import Agreements
import Foundation
import Secrets
import Testing

@testable import OpenID

/// What an identity token must say, and how it must be signed.
struct IDTokenTests {
    private static let start = SignInFlowTests.start
    private static let seconds = 1_362_117_600
    private static let expected = IDToken.Expectation(
        issuer: SignInFlowTests.issuer, clientID: "avtalt", nonce: "n0nce")

    /// A claim that is not as it should be.
    struct Change: Sendable, CustomTestStringConvertible {
        let claim: String
        /// As JSON; nil takes the claim away.
        let value: String?
        let fault: TokenFault?

        init(_ claim: String, _ value: String?, _ fault: TokenFault?) {
            self.claim = claim
            self.value = value
            self.fault = fault
        }

        var testDescription: String { "\(claim): \(value ?? "absent")" }
    }

    @Test(arguments: [
        Change("iss", #""https://op.example/""#, .otherIssuer),
        Change("aud", #""other""#, .otherAudience),
        Change("aud", #"["avtalt"]"#, nil),
        Change("aud", #"["avtalt", "other"]"#, .otherAudience),
        Change("aud", "[]", .otherAudience),
        Change("azp", #""other""#, .otherAudience),
        Change("azp", #""avtalt""#, nil),
        Change("exp", "\(seconds - 59)", nil),
        Change("exp", "\(seconds - 60)", .expired),
        Change("exp", "0", .expired),
        Change("nbf", "\(seconds + 60)", nil),
        Change("nbf", "\(seconds + 61)", .notYetValid),
        Change("iat", "\(seconds + 61)", .notYetValid),
        Change("nonce", #""other""#, .otherNonce),
        Change("nonce", nil, .otherNonce),
        Change("sub", nil, .noSubject),
        Change("sub", #""""#, .noSubject),
    ])
    func `a claim that is not as it should be is refused`(change: Change) throws {
        var claims = Self.claims()
        claims[change.claim] = try change.value.map(Self.json)

        #expect(try fault(of: claims) == change.fault)
    }

    @Test(arguments: ["iss", "aud", "exp"])
    func `a token without what every token has is none`(claim: String) throws {
        var claims = Self.claims()
        claims[claim] = nil
        let text = try Signer.rsa.token(claims, header: ["alg": "RS256", "kid": "k1"])

        #expect(IDToken(text) == nil)
    }

    @Test func `with Entra ID a person is known by object and tenant`() throws {
        var claims = Self.claims()
        claims["oid"] = "object"
        claims["tid"] = "tenant"

        #expect(try person(claims).subject == "tenant/object")
    }

    @Test func `no national identity number is taken along`() throws {
        var claims = Self.claims()
        claims["pid"] = "01010112345"

        #expect(try !"\(person(claims))".contains("01010112345"))
    }

    @Test func `an ES256 token is taken`() throws {
        let keys = try Self.keys([Signer.curve.entry(id: "k1"), Signer.rsa.entry(id: "k2")])

        let found = try check(
            Signer.curve, header: ["alg": "ES256", "kid": "k1"], keys: keys)

        #expect(found == nil)
    }

    @Test(arguments: ["none", "HS256", "RS512", "PS256", "rs256", ""])
    func `no other algorithm is taken`(name: String) throws {
        let found = try check(Signer.rsa, header: ["alg": name, "kid": "k1"], keys: Self.usual())

        #expect(found == .otherAlgorithm)
    }

    @Test func `a header that must be understood is not passed over`() throws {
        let found = try check(
            Signer.rsa, header: ["alg": "RS256", "kid": "k1", "crit": ["b64"]], keys: Self.usual())

        #expect(found == .otherAlgorithm)
    }

    @Test func `a signature of another key is refused`() throws {
        let found = try check(
            Signer.otherRSA, header: ["alg": "RS256", "kid": "k1"], keys: Self.usual())

        #expect(found == .badSignature)
    }

    @Test func `a token whose words were changed is refused`() throws {
        let parts = try Signer.rsa.token(Self.claims(), header: ["alg": "RS256", "kid": "k1"])
            .split(separator: ".")
        var claims = Self.claims()
        claims["sub"] = "somebody-else"
        let changed = Base64URL.encode(try JSONSerialization.data(withJSONObject: claims))
        let token = try #require(IDToken("\(parts[0]).\(changed).\(parts[2])"))

        #expect(throws: TokenFault.badSignature) {
            try token.person(Self.expected, keys: Self.usual(), at: Self.start)
        }
    }

    @Test func `a key of one kind does not serve the other's algorithm`() throws {
        let keys = try Self.keys([Signer.curve.entry(id: "k1")])

        #expect(
            try check(Signer.rsa, header: ["alg": "RS256", "kid": "k1"], keys: keys) == .unknownKey)
    }

    @Test func `without a name the only key serves`() throws {
        let one = try Self.keys([Signer.rsa.entry(id: nil), Signer.curve.entry(id: "k2")])
        let two = try Self.keys([Signer.rsa.entry(id: "k1"), Signer.otherRSA.entry(id: "k2")])

        #expect(try check(Signer.rsa, header: ["alg": "RS256"], keys: one) == nil)
        #expect(try check(Signer.rsa, header: ["alg": "RS256"], keys: two) == .unknownKey)
    }

    @Test func `a key for encryption, or one that two have the name of, does not serve`() throws {
        let encryption = try Self.keys([Signer.rsa.entry(id: "k1", use: "enc")])
        let twice = try Self.keys([Signer.rsa.entry(id: "k1"), Signer.otherRSA.entry(id: "k1")])
        let header = ["alg": "RS256", "kid": "k1"]

        #expect(try check(Signer.rsa, header: header, keys: encryption) == .unknownKey)
        #expect(try check(Signer.rsa, header: header, keys: twice) == .unknownKey)
    }

    /// RFC 7515, A.3.
    @Test func `the ES256 example of the standard verifies`() throws {
        let text = """
            eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt\
            cGxlLmNvbS9pc19yb290Ijp0cnVlfQ
            """
        let signature = try #require(
            Base64URL.decode(
                """
                DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg\
                6NU1Q
                """))
        let keys = try Self.keys([
            [
                "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            ]
        ])
        let key = try #require(keys.keys.first)

        #expect(SignatureAlgorithm.es256.verifies(signature, of: Array(text.utf8), by: key))
        #expect(!SignatureAlgorithm.es256.verifies(signature, of: Array("x".utf8), by: key))
        #expect(!SignatureAlgorithm.es256.verifies([], of: Array(text.utf8), by: key))
    }

    @Test func `a point that is not on the curve, and a short key, are no keys`() throws {
        let offCurve = try Self.keys([
            [
                "kty": "EC", "crv": "P-256", "kid": "k1",
                "x": Base64URL.encode([UInt8](repeating: 1, count: 32)),
                "y": Base64URL.encode([UInt8](repeating: 1, count: 32)),
            ]
        ])
        let short = try Self.keys([
            [
                "kty": "RSA", "kid": "k1", "e": "AQAB",
                "n": Base64URL.encode([UInt8](repeating: 255, count: 128)),
            ]
        ])

        let header = ["alg": "ES256", "kid": "k1"]
        #expect(try check(Signer.curve, header: header, keys: offCurve) == .badSignature)
        #expect(short.keys == [])
    }

    @Test(arguments: [
        "", "a.b.c", "a.b", "..", "e30.e30.", "e30.e30.e30.e30",
        String(repeating: "A", count: 40_000),
    ])
    func `a text that is no token is none`(text: String) {
        #expect(IDToken(text) == nil)
    }

    static func claims(nonce: String = "n0nce") -> [String: Any] {
        [
            "iss": SignInFlowTests.issuer, "aud": "avtalt", "sub": "sub-1", "sid": "sid-1",
            "exp": seconds + 3600, "iat": seconds, "nonce": nonce,
        ]
    }

    private static func json(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private static func keys(_ entries: [[String: String]]) throws -> KeySet {
        try #require(KeySet(try JSONSerialization.data(withJSONObject: ["keys": entries])))
    }

    private static func usual() throws -> KeySet { try keys([Signer.rsa.entry(id: "k1")]) }

    private func person(_ claims: [String: Any]) throws -> Person {
        let text = try Signer.rsa.token(claims, header: ["alg": "RS256", "kid": "k1"])
        let token = try #require(IDToken(text))
        return try token.person(Self.expected, keys: Self.usual(), at: Self.start)
    }

    private func fault(of claims: [String: Any]) throws -> TokenFault? {
        do {
            _ = try person(claims)
            return nil
        } catch let fault as TokenFault {
            return fault
        }
    }

    private func check(_ signer: Signer, header: [String: Any], keys: KeySet) throws
        -> TokenFault?
    {
        let token = try #require(IDToken(try signer.token(Self.claims(), header: header)))
        do {
            _ = try token.person(Self.expected, keys: keys, at: Self.start)
            return nil
        } catch {
            return error
        }
    }
}
