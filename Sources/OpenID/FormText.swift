/// `application/x-www-form-urlencoded`, as forms and queries are written.
enum FormText {
    /// `a=1&b=2` in the order of names.
    static func encode(_ values: [String: String]) -> String {
        values.sorted { $0.key < $1.key }
            .map { "\(escape($0.key))=\(escape($0.value))" }.joined(separator: "&")
    }

    /// The address with a query, behind one that it has already.
    static func address(_ address: String, adding query: [String: String]) -> String {
        "\(address)\(address.contains("?") ? "&" : "?")\(encode(query))"
    }

    /// Everything but the signs that RFC 3986, 2.3, leaves unreserved.
    static func escape(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                escaped.append(byte)
            default:
                escaped += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
