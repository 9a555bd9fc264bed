import Checksum

/// A text that lets whoever has it in; only its digest is to be kept.
package enum SecretToken {
    /// 256 random bits in 43 signs of base64url, which need no escape in a URL or a cookie.
    package static func make() -> String {
        Base64URL.encode(SecretBytes.random(count: 32))
    }

    /// The 32 bytes by which a token is found again: SHA-256 suffices for what cannot be guessed.
    package static func digest(of token: String) -> [UInt8] {
        var digest = SHA256Digest()
        digest.update(Array(token.utf8))
        return digest.finish()
    }
}
