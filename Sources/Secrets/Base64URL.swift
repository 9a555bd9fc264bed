/// The URL-safe form of base64 without padding (RFC 4648, 5; RFC 7515, 2).
package enum Base64URL {
    private static let signs = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values: [UInt8: UInt32] = Dictionary(
        uniqueKeysWithValues: signs.enumerated().map { ($1, UInt32($0)) })

    /// The signs of the bytes, four for every three.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var held: UInt32 = 0
        var count = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(signs[Int(held >> count & 63)])
            }
        }
        if count > 0 { text.append(signs[Int(held << (6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of the signs; nil for what `encode` does not write: padding, other signs, loose
    /// bits at the end.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var held: UInt32 = 0
        var count = 0
        for sign in text.utf8 {
            guard let value = values[sign] else { return nil }
            held = held << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(held >> count & 255))
            }
        }
        let loose = held & (1 << count - 1)
        return count < 6 && loose == 0 ? bytes : nil
    }
}
