import COpenSSL
import Foundation

/// A password as it may be kept: `$scrypt$ln=15,r=8,p=3$SALT$HASH` (RFC 7914, in the form of the
/// Password Hashing Competition), so that the cost can rise without losing older hashes.
package struct PasswordHash: Hashable, Sendable {
    /// How dear a guess is: 128 · r · 2^ln bytes of memory, p times after each other.
    package struct Cost: Hashable, Sendable {
        let logarithm: Int
        let blocks: Int
        let passes: Int

        /// 32 MB and a fifth of a second: a row of OWASP's Password Storage Cheat Sheet.
        package static let standard = Cost(logarithm: 15, blocks: 8, passes: 3)
        /// For tests, where nothing is kept.
        package static let trivial = Cost(logarithm: 4, blocks: 8, passes: 1)

        /// A stored text must not be able to ask for more than 256 MB and a second or two.
        fileprivate var isBearable: Bool {
            (1...17).contains(logarithm) && (1...16).contains(blocks) && (1...8).contains(passes)
        }
    }

    package let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes with a new salt; takes as long as `cost` says, so not on a thread that others need.
    package init(of password: String, cost: Cost = .standard) {
        self.cost = cost
        salt = SecretBytes.random(count: 16)
        hash = Self.scrypt(password, salt: salt, cost: cost)
    }

    /// Of no password, made without the time that one takes: checking against it takes as long.
    package static func ofNone(cost: Cost = .standard) -> PasswordHash {
        PasswordHash(
            cost: cost, salt: SecretBytes.random(count: 16),
            hash: SecretBytes.random(count: length))
    }

    private init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// Reads the text that `description` gives; nil for any other.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let cost = Cost(parts[2]), let salt = Base64URL.decode(parts[3]),
            let hash = Base64URL.decode(parts[4]), salt.count == 16, hash.count == Self.length
        else { return nil }
        self.init(cost: cost, salt: salt, hash: hash)
    }

    /// Whether it is of this password; takes as long for a wrong one as for the right one.
    package func matches(_ password: String) -> Bool {
        SecretBytes.areEqual(Self.scrypt(password, salt: salt, cost: cost), hash)
    }

    private static let length = 32

    private static func scrypt(_ password: String, salt: [UInt8], cost: Cost) -> [UInt8] {
        // One form of each letter: an å typed on another keyboard may come as a and a ring.
        let password = password.precomposedStringWithCanonicalMapping.utf8.map(
            CChar.init(bitPattern:))
        var hash = [UInt8](repeating: 0, count: length)
        let code = EVP_PBE_scrypt(
            password, password.count, salt, salt.count, 1 << UInt64(cost.logarithm),
            UInt64(cost.blocks), UInt64(cost.passes), 512 << 20, &hash, hash.count)
        precondition(code == 1, "libcrypto has no memory for a password of \(cost.text).")
        return hash
    }
}

extension PasswordHash: CustomStringConvertible {
    /// The text that is kept.
    package var description: String {
        "$scrypt$\(cost.text)$\(Base64URL.encode(salt))$\(Base64URL.encode(hash))"
    }
}

extension PasswordHash.Cost {
    fileprivate var text: String { "ln=\(logarithm),r=\(blocks),p=\(passes)" }

    fileprivate init?(_ text: some StringProtocol) {
        let numbers = text.split(separator: ",").compactMap { part in
            part.split(separator: "=").last.flatMap { Int($0) }
        }
        guard numbers.count == 3 else { return nil }
        self.init(logarithm: numbers[0], blocks: numbers[1], passes: numbers[2])
        guard isBearable, self.text == text else { return nil }
    }
}
