/// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1), as forms and queries are sent.
enum URLEncoded {
    /// Names and values are at most this many; more is no form of ours.
    private static let limit = 5000

    /// Nil when it is no UTF-8 or too much.
    static func read(_ text: some Collection<UInt8>) -> Form? {
        var pairs: [(String, String)] = []
        for piece in text.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < limit else { return nil }
            let halves = piece.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(halves[0]),
                let value = halves.count == 2 ? decode(halves[1]) : ""
            else { return nil }
            pairs.append((name, value))
        }
        return Form(pairs)
    }

    /// `+` is a space and `%E6` a byte; nil when the bytes are no UTF-8 or hold a NUL.
    private static func decode(_ text: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index = text.index(after: index)
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                let digits = text[index...].prefix(2).compactMap(hexValue)
                guard digits.count == 2 else {
                    bytes.append(byte)
                    continue
                }
                bytes.append(digits[0] * 16 + digits[1])
                index = text.index(index, offsetBy: 2)
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
