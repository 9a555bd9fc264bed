import Agreements

/// The identity of a task, the same for all its attempts and deliveries: 32 hexadecimal digits.
///
/// A mail's Message-ID and a document's name derive from it, so that what goes out twice can be
/// seen to be one.
package struct TaskID: Hashable, Sendable {
    package let text: String

    /// Takes over an identity that was made before; any text is one.
    package init(_ text: String) {
        self.text = text
    }

    /// A new identity that sorts by time: 48 bits of milliseconds, then 80 random ones.
    package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        let time = UInt128(UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF)
        let high = UInt128(generator.next() & 0xFFFF)
        let low = UInt128(generator.next())
        self.init(number: time << 80 | high << 64 | low)
    }

    /// The identity of whatever the key names, the same each time it is asked for.
    ///
    /// FNV-1a over 128 bits: among a billion keys two are equal with a chance below 10⁻²⁰.
    package init(uniqueKey: String) {
        let prime = UInt128(1) << 88 | 0x13B
        var hash = UInt128(0x6C62_272E_07BB_0142) << 64 | 0x62B8_2175_6295_C58D
        for byte in uniqueKey.utf8 {
            hash = (hash ^ UInt128(byte)) &* prime
        }
        self.init(number: hash)
    }

    private init(number: UInt128) {
        let digits = String(number, radix: 16)
        text = String(repeating: "0", count: 32 - digits.count) + digits
    }
}

extension TaskID: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension TaskID: Comparable {
    package static func < (left: TaskID, right: TaskID) -> Bool { left.text < right.text }
}

extension TaskID: CustomStringConvertible {
    package var description: String { text }
}
