import Foundation

/// Free text of a header field: encoded words of RFC 2047 where it is not plain ASCII.
struct HeaderText {
    /// The field's name and colon count towards the first line.
    let prefix: String
    let text: String

    /// The whole field without its last line break; no line is longer than 76 octets.
    var field: String {
        let text = text.printable
        let plain = "\(prefix)\(text)"
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        guard !isPlain || plain.utf8.count > 76 || text.contains("=?") else { return plain }
        return encodedField
    }

    /// The whole field in encoded words, whatever the text is.
    var encodedField: String { prefix + words(of: text.printable).joined(separator: "\r\n ") }

    /// The encoded words, each of whole characters, so that no reader sees half a letter.
    private func words(of text: String) -> [String] {
        var words: [String] = []
        var current: [UInt8] = []
        for character in text {
            let bytes = Array(character.utf8)
            let room = words.isEmpty ? Self.octetsPerWord - prefix.utf8.count : Self.octetsPerWord
            if !current.isEmpty, current.count + bytes.count > room * 3 / 4 {
                words.append(Self.word(current))
                current = []
            }
            current += bytes
        }
        return words + [Self.word(current)]
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?UTF-8?B?\(Data(bytes).base64EncodedString())?="
    }

    /// Base64 in a line of 76: less a space, `=?UTF-8?B?` and `?=`, down to a multiple of 4
    /// that leaves the prefix room.
    private static let octetsPerWord = 60
}

extension String {
    /// Without control characters and line separators, each of which becomes a space.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }
}
