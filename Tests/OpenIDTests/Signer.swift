import COpenSSL
import Foundation
import Secrets

/// A provider's key, and tokens signed with it.
struct Signer: @unchecked Sendable {
    enum Kind: String {
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    /// Made once: an RSA key takes a tenth of a second.
    static let rsa = Signer(.rs256)
    static let otherRSA = Signer(.rs256)
    static let curve = Signer(.es256)

    let kind: Kind
    private let key: OpaquePointer

    private init(_ kind: Kind) {
        self.kind = kind
        let context = EVP_PKEY_CTX_new_from_name(nil, kind == .rs256 ? "RSA" : "EC", nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        EVP_PKEY_keygen_init(context)
        if kind == .es256 { EVP_PKEY_CTX_set_group_name(context, "P-256") }
        EVP_PKEY_generate(context, &key)
        guard let key else { preconditionFailure("libcrypto has made no key.") }
        self.key = key
    }

    /// The public key as an entry of a set.
    func entry(id: String?, use: String? = "sig") -> [String: String] {
        var entry: [String: String] =
            switch kind {
            case .rs256: ["kty": "RSA", "n": number("n"), "e": number("e")]
            case .es256: ["kty": "EC", "crv": "P-256", "x": number("qx"), "y": number("qy")]
            }
        entry["kid"] = id
        entry["use"] = use
        return entry
    }

    /// A token in its compact form; `header` may say what it likes.
    func token(_ claims: [String: Any], header: [String: Any]) throws -> String {
        let parts = try [header, claims].map {
            Base64URL.encode(try JSONSerialization.data(withJSONObject: $0))
        }
        let text = parts.joined(separator: ".")
        return "\(text).\(Base64URL.encode(signature(of: Array(text.utf8))))"
    }

    private func signature(of text: [UInt8]) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var count = 0
        EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key)
        EVP_DigestSign(context, nil, &count, text, text.count)
        var bytes = [UInt8](repeating: 0, count: count)
        EVP_DigestSign(context, &bytes, &count, text, text.count)
        return kind == .rs256 ? bytes : pair(Array(bytes.prefix(count)))
    }

    /// The two numbers beside each other, out of DER.
    private func pair(_ der: [UInt8]) -> [UInt8] {
        der.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            let pair = d2i_ECDSA_SIG(nil, &start, buffer.count)
            defer { ECDSA_SIG_free(pair) }
            return [ECDSA_SIG_get0_r(pair), ECDSA_SIG_get0_s(pair)].flatMap { number in
                var bytes = [UInt8](repeating: 0, count: 32)
                BN_bn2binpad(number, &bytes, 32)
                return bytes
            }
        }
    }

    private func number(_ name: String) -> String {
        var number: OpaquePointer?
        EVP_PKEY_get_bn_param(key, name, &number)
        defer { BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = BN_bn2bin(number, &bytes)
        let least = kind == .es256 ? 32 : 0
        let padding = [UInt8](repeating: 0, count: max(0, least - Int(count)))
        return Base64URL.encode(padding + bytes.prefix(Int(count)))
    }
}
