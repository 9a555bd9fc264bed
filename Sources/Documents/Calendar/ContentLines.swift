/// The lines of a calendar: ended by CRLF and folded at 75 octets (RFC 5545, 3.1).
struct ContentLines {
    private(set) var text = ""

    /// Octets of a line without its CRLF, at most.
    private static let limit = 75

    /// A value that is no TEXT, such as a date or an address: control characters are left out, so
    /// that no value can begin a line of its own.
    mutating func add(_ name: String, _ value: String) {
        append("\(name):\(String(String.UnicodeScalarView(value.unicodeScalars.filter(isPlain))))")
    }

    /// A TEXT value (RFC 5545, 3.3.11).
    mutating func add(_ name: String, text value: String) {
        append("\(name):\(escape(value))")
    }

    private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0x7F
    }

    private func escape(_ value: String) -> String {
        var escaped = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                escaped.append(contentsOf: ["\\", "n"])
            case "\t": escaped.append(scalar)
            default: if isPlain(scalar) { escaped.append(scalar) }
            }
            previous = scalar
        }
        return String(escaped)
    }

    /// Breaks between scalars only, so that every line is UTF-8 by itself; a line that continues
    /// begins with a space, which counts.
    private mutating func append(_ line: String) {
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > Self.limit {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += width
        }
        text += "\r\n"
    }
}
