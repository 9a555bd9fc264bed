/// The little of ASN.1's distinguished encoding (X.690) in which libcrypto takes keys and
/// signatures.
enum DER {
    static func sequence(_ content: [UInt8]) -> [UInt8] { tagged(0x30, content) }

    /// A whole number from 0, most significant byte first.
    static func integer(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let digits = Array(bytes.drop { $0 == 0 })
        // With its highest bit set it would be a number below 0.
        let isPositive = digits.first.map { $0 < 0x80 } ?? false
        return tagged(0x02, isPositive ? digits : [0] + digits)
    }

    /// A key of its algorithm (RFC 5280, 4.1.2.7).
    static func publicKey(_ algorithm: [UInt8], _ key: [UInt8]) -> [UInt8] {
        sequence(algorithm + tagged(0x03, [0] + key))
    }

    /// `rsaEncryption` with no parameters (RFC 3279, 2.3.1).
    static let rsa: [UInt8] = [
        0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]
    /// `id-ecPublicKey` on `secp256r1` (RFC 5480, 2.1.1).
    static let curve: [UInt8] = [
        0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86,
        0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07,
    ]

    private static func tagged(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        switch count {
        case ..<0x80: return [tag, UInt8(count)] + content
        case ..<0x100: return [tag, 0x81, UInt8(count)] + content
        default:
            return [tag, 0x82, UInt8(count >> 8 & 255), UInt8(count & 255)] + content
        }
    }
}
