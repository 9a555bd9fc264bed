import Foundation
import Secrets

/// The keys with which a provider signs (RFC 7517).
///
/// Keys of other kinds or for other uses are passed over: a set may hold what is not for us.
package struct KeySet: Hashable, Sendable {
    /// A public key by which a signature is checked.
    struct Key: Hashable, Sendable {
        /// The numbers of a key, most significant byte first.
        enum Numbers: Hashable, Sendable {
            case rsa(modulus: [UInt8], exponent: [UInt8])
            /// On P-256; 32 bytes each.
            case curve(x: [UInt8], y: [UInt8])
        }

        let id: String?
        let numbers: Numbers
    }

    let keys: [Key]

    /// Reads a JSON Web Key Set; nil when it is none.
    package init?(_ body: Data) {
        guard let document = JSONText.decode(Document.self, from: body) else { return nil }
        keys = document.keys.compactMap(\.key)
    }

    /// The key that a token names; without a name the only one that can be meant.
    ///
    /// Some providers leave `kid` out of their tokens. With two suitable keys in the set nothing
    /// says which of them it is, and trying each would accept a key that was replaced.
    func key(named id: String?, for algorithm: SignatureAlgorithm) -> Key? {
        let suitable = keys.filter { algorithm.suits($0.numbers) }
        guard let id else { return suitable.count == 1 ? suitable[0] : nil }
        let named = suitable.filter { $0.id == id }
        return named.count == 1 ? named[0] : nil
    }

    private struct Document: Decodable {
        let keys: [Entry]
    }

    private struct Entry: Decodable {
        let kty: String
        let use: String?
        let kid: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?

        var key: Key? {
            guard use == nil || use == "sig" else { return nil }
            return numbers.map { Key(id: kid, numbers: $0) }
        }

        private var numbers: Key.Numbers? {
            switch kty {
            case "RSA":
                guard let modulus = n.flatMap(Base64URL.decode),
                    let exponent = e.flatMap(Base64URL.decode),
                    // RFC 7518, 3.3: 2048 bits or more. Above 8192 a check would cost too much.
                    (256...1024).contains(modulus.drop { $0 == 0 }.count), exponent.count <= 4
                else { return nil }
                return .rsa(modulus: modulus, exponent: exponent)
            case "EC":
                guard crv == "P-256", let x = x.flatMap(Base64URL.decode),
                    let y = y.flatMap(Base64URL.decode), x.count == 32, y.count == 32
                else { return nil }
                return .curve(x: x, y: y)
            default: return nil
            }
        }
    }
}
