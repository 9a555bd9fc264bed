extension String {
    /// As it stands in a path's segment or in a query: everything but letters, digits and `-._~` is
    /// encoded (RFC 3986, 2.3).
    package var percentEncoded: String {
        // The numbers of agreements, meetings and tasks are their own encoding.
        guard !utf8.allSatisfy(Self.isUnreserved) else { return self }
        var encoded = ""
        for byte in utf8 {
            if Self.isUnreserved(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
