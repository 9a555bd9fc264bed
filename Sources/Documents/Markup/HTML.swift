/// Markup in which every text that was put in is escaped.
///
/// Written as a literal with interpolations: the literal's own parts are markup, a `String` is
/// text, and only `HTML` goes in as it is.
package struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Safe to send as it is.
    package private(set) var markup: String

    package init(stringLiteral markup: String) {
        self.markup = markup
    }

    package init(stringInterpolation: StringInterpolation) {
        markup = stringInterpolation.markup
    }

    /// Gathers the parts of a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        var markup = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { markup += literal }

        package mutating func appendInterpolation(_ text: String) { markup += HTML.escape(text) }

        package mutating func appendInterpolation(_ number: Int) { markup += String(number) }

        /// A length or a place in a drawing, with one decimal where it is not whole.
        package mutating func appendInterpolation(at coordinate: Double) {
            let tenths = Int((coordinate * 10).rounded())
            let sign = tenths < 0 ? "-" : ""
            let (whole, part) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
            markup += part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
        }

        package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

        package mutating func appendInterpolation(_ html: [HTML]) {
            for part in html { markup += part.markup }
        }
    }

    /// Text as it stands in markup, between tags and in quoted attributes.
    package static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: isEscaped) else { return text }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Most texts hold none of these, and stay as they are.
    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}

extension [HTML] {
    /// One under the other.
    package var joined: HTML { "\(map { "\($0)\n" as HTML })" }
}
