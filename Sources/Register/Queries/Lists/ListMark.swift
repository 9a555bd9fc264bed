import Foundation

/// The place of a row in a sorted list, which holds although rows come and go around it.
package struct ListMark: Hashable, Sendable {
    /// What the list is sorted by; a mark says nothing in a list sorted otherwise.
    package let order: String
    /// The row's sort value.
    package let value: String
    /// What tells rows of one value apart.
    package let tie: String

    package init(order: String, value: String, tie: String) {
        self.order = order
        self.value = value
        self.tie = tie
    }

    /// The mark as letters, digits, `-` and `_`, for a URL.
    package var token: String {
        let text = [order, value, tie].joined(separator: Self.separator)
        let base64 = Data(text.utf8).base64EncodedString().utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil as UInt8?
            default: byte
            }
        }
        return String(decoding: base64, as: UTF8.self)
    }

    /// The mark that a token stands for; nil for what is none.
    package init?(token: String) {
        guard token.utf8.count <= 2_000 else { return nil }
        let base64 =
            token.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
            + String(repeating: "=", count: (4 - token.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64),
            let text = String(validating: data, as: UTF8.self)
        else { return nil }
        let parts = text.components(separatedBy: Self.separator)
        guard parts.count == 3 else { return nil }
        self.init(order: parts[0], value: parts[1], tie: parts[2])
    }

    private static let separator = "\u{1F}"
}
