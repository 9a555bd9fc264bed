import Checksum

/// HMAC with SHA-256 (RFC 2104): what only somebody who has the key can have written.
package enum MessageCode {
    /// SHA-256 works on blocks of so many bytes.
    private static let block = 64

    /// The 32 bytes of the code.
    package static func make(of message: [UInt8], by key: [UInt8]) -> [UInt8] {
        let short = key.count > block ? hash(key) : key
        let padded = short + [UInt8](repeating: 0, count: block - short.count)
        return hash(padded.map { $0 ^ 0x5C } + hash(padded.map { $0 ^ 0x36 } + message))
    }

    private static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = SHA256Digest()
        digest.update(bytes)
        return digest.finish()
    }
}
