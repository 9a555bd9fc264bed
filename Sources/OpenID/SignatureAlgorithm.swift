import COpenSSL

/// The two algorithms that the providers of public offices sign with (RFC 7518, 3).
///
/// There is no `none`, and no algorithm with a shared key: with those a token could be signed by
/// whoever knows the public key.
enum SignatureAlgorithm: String {
    case rs256 = "RS256"
    case es256 = "ES256"

    func suits(_ numbers: KeySet.Key.Numbers) -> Bool {
        switch (self, numbers) {
        case (.rs256, .rsa), (.es256, .curve): true
        default: false
        }
    }

    /// Whether the key's owner signed the text; false also for a key that is none.
    func verifies(_ signature: [UInt8], of text: [UInt8], by key: KeySet.Key) -> Bool {
        guard suits(key.numbers), let signature = derForm(of: signature),
            let handle = Self.makeKey(key.numbers)
        else { return false }
        defer { EVP_PKEY_free(handle) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        // What libcrypto notes of a failure here is not to be taken for one of TLS later.
        defer { ERR_clear_error() }
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, handle) == 1 else {
            return false
        }
        return EVP_DigestVerify(context, signature, signature.count, text, text.count) == 1
    }

    /// JSON Web Signature writes the two numbers of ES256 beside each other, libcrypto reads DER.
    private func derForm(of signature: [UInt8]) -> [UInt8]? {
        guard self == .es256 else { return signature }
        guard signature.count == 64 else { return nil }
        return DER.sequence(DER.integer(signature[..<32]) + DER.integer(signature[32...]))
    }

    /// Nil for numbers that are no key, such as a point that is not on the curve.
    private static func makeKey(_ numbers: KeySet.Key.Numbers) -> OpaquePointer? {
        let bytes =
            switch numbers {
            case .rsa(let modulus, let exponent):
                DER.publicKey(
                    DER.rsa, DER.sequence(DER.integer(modulus) + DER.integer(exponent)))
            case .curve(let x, let y): DER.publicKey(DER.curve, [4] + x + y)
            }
        return bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_PUBKEY(nil, &start, buffer.count)
        }
    }
}
