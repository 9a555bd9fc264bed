import COpenSSL

/// Bytes that nobody can guess, and their comparison.
package enum SecretBytes {
    /// As many bytes from the system's source of randomness.
    package static func random(count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let code = RAND_bytes(&bytes, Int32(count))
        precondition(code == 1, "The system has no randomness to give; nothing secret can be made.")
        return bytes
    }

    /// Whether they are the same, in a time that tells only their lengths.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }

    /// Whether the texts have the same bytes, in a time that tells only their lengths.
    package static func areEqual(_ left: String, _ right: String) -> Bool {
        areEqual(Array(left.utf8), Array(right.utf8))
    }
}
