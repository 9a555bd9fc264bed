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
        guard signature.count == 64, let pair = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(pair) }
        let r = signature.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress, 32, nil) }
        let s = Array(signature[32...]).withUnsafeBufferPointer {
            BN_bin2bn($0.baseAddress, 32, nil)
        }
        // Owns both numbers from here.
        guard ECDSA_SIG_set0(pair, r, s) == 1 else { return nil }
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_ECDSA_SIG(pair, &start)
        guard count > 0, let start else { return nil }
        defer { CRYPTO_free(start, nil, 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    private static func makeKey(_ numbers: KeySet.Key.Numbers) -> OpaquePointer? {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        defer { OSSL_PARAM_BLD_free(builder) }
        switch numbers {
        case .rsa(let modulus, let exponent):
            let n = BN_bin2bn(modulus, Int32(modulus.count), nil)
            let e = BN_bin2bn(exponent, Int32(exponent.count), nil)
            defer {
                BN_free(n)
                BN_free(e)
            }
            guard OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n) == 1,
                OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e) == 1
            else { return nil }
            return makeKey("RSA", builder)
        case .curve(let x, let y):
            let point = [4] + x + y
            return point.withUnsafeBytes { point in
                guard
                    OSSL_PARAM_BLD_push_utf8_string(
                        builder, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) == 1,
                    OSSL_PARAM_BLD_push_octet_string(
                        builder, OSSL_PKEY_PARAM_PUB_KEY, point.baseAddress, point.count) == 1
                else { return nil }
                return makeKey("EC", builder)
            }
        }
    }

    private static func makeKey(_ kind: String, _ builder: OpaquePointer) -> OpaquePointer? {
        guard let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        guard let context = EVP_PKEY_CTX_new_from_name(nil, kind, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, avtalt_public_key, parameters) == 1
        else { return nil }
        return key
    }
}
