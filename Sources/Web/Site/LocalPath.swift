/// Addresses within the site, so that nobody is sent elsewhere.
enum LocalPath {
    /// The path with its query, or `/` for what might lead to another site or hold control
    /// characters.
    ///
    /// Browsers take `//host`, `/\host` and a tab between slashes as addresses of other sites.
    static func safe(_ path: String) -> String {
        let isLocal =
            path.hasPrefix("/") && !path.hasPrefix("//")
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
        return isLocal ? path : "/"
    }

    /// A value as it stands in a path's segment or in a query: everything but letters, digits and
    /// `-._~` is encoded (RFC 3986, 2.3).
    static func encode(_ value: String) -> String {
        var encoded = ""
        for byte in value.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
