/// An e-mail address that is safe in a header and in an SMTP command, with a display name.
package struct MailAddress: Hashable, Sendable {
    /// Refused addresses.
    package enum Error: Swift.Error, Hashable, CustomStringConvertible {
        case malformed(String)

        package var description: String {
            switch self {
            case .malformed(let text):
                "«\(text.printable)» is not an e-mail address that mail can be sent to: "
                    + "write it as name@example.no, in ASCII without spaces."
            }
        }
    }

    /// Control characters are written as spaces.
    package let name: String?
    package let address: String

    /// - Throws: `malformed` when it is not `local@domain` in printable ASCII with the limits
    ///   of RFC 5321, 4.5.3.1. Quoted local parts and address literals are refused.
    package init(_ address: String, name: String? = nil) throws(Error) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else {
            throw .malformed(address)
        }
        self.address = address
        self.name = name
    }

    private static func isLocalPart(_ text: Substring) -> Bool {
        let atoms = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 64
            && atoms.allSatisfy { atom in
                !atom.isEmpty
                    && atom.utf8.allSatisfy { $0.isLetterOrDigit || marks.contains($0) }
            }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-")
                    && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
            }
    }

    /// `atext` of RFC 5322, 3.2.3, besides letters and digits.
    private static let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
