import Testing

@testable import Secrets

struct SecretsTests {
    @Test func `a password matches its hash and nothing else does`() {
        let hash = PasswordHash(of: "Fire lange ord på rad", cost: .trivial)

        #expect(hash.matches("Fire lange ord på rad"))
        #expect(!hash.matches("fire lange ord på rad"))
        #expect(!hash.matches(""))
    }

    @Test func `a letter with its ring apart is the same letter`() {
        let hash = PasswordHash(of: "p\u{E5}", cost: .trivial)

        #expect(hash.matches("pa\u{30A}"))
    }

    @Test func `a sign that ends texts in C does not end a password`() {
        let hash = PasswordHash(of: "abc\u{0}def", cost: .trivial)

        #expect(!hash.matches("abc"))
        #expect(hash.matches("abc\u{0}def"))
    }

    @Test func `a hash is read back from its text`() throws {
        let hash = PasswordHash(of: "ord", cost: .trivial)

        let read = try #require(PasswordHash(hash.description))

        #expect(read == hash)
        #expect(read.matches("ord"))
    }

    @Test func `the same password has another hash each time`() {
        #expect(
            PasswordHash(of: "ord", cost: .trivial) != PasswordHash(of: "ord", cost: .trivial))
    }

    /// Python's hashlib.scrypt made it.
    @Test func `a hash made elsewhere with the same parameters is understood`() throws {
        let text =
            "$scrypt$ln=14,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$"
            + "UxYE_nON8zrmLNK5lL_j9XPtKMDZ5VR_h1tkExic5Zo"

        let hash = try #require(PasswordHash(text))

        #expect(hash.matches("pleaseletmein"))
    }

    @Test(arguments: [
        "", "$scrypt$",
        "$scrypt$ln=40,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$UxYE_nON8zrmLNK5lL_j9XPtKMDZ5VR_h1tkExic5Zo",
        "$scrypt$ln=14,r=8$AAECAwQFBgcICQoLDA0ODw$UxYE_nON8zrmLNK5lL_j9XPtKMDZ5VR_h1tkExic5Zo",
        "$scrypt$ln=14,r=8,p=1$AAEC$UxYE_nON8zrmLNK5lL_j9XPtKMDZ5VR_h1tkExic5Zo",
        "$argon2id$ln=14,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$VECTOR",
        "$scrypt$ln=014,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$UxYE_nON8zrmLNK5lL_j9XPtKMDZ5VR_h1tkExic5Zo",
    ])
    func `a text that is no hash, or too dear a one, is refused`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
        ("\u{FF}\u{FE}??>", "w7_Dvj8_Pg"),
    ])
    func `base64url is written and read as in RFC 4648`(text: String, signs: String) {
        #expect(Base64URL.encode(Array(text.utf8)) == signs)
        #expect(Base64URL.decode(signs) == Array(text.utf8))
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Z+8", "Zm9vY", "Zg\n"])
    func `what base64url does not write is refused`(signs: String) {
        #expect(Base64URL.decode(signs) == nil)
    }

    @Test func `tokens are of 43 signs and never the same`() {
        let tokens = Set((0..<100).map { _ in SecretToken.make() })

        #expect(tokens.count == 100)
        #expect(tokens.allSatisfy { $0.utf8.count == 43 })
    }

    @Test func `only the same bytes are equal`() {
        #expect(SecretBytes.areEqual("abc", "abc"))
        #expect(!SecretBytes.areEqual("abc", "abd"))
        #expect(!SecretBytes.areEqual("abc", "abcd"))
    }
}
