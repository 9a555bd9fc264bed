import Foundation

/// How texts are made comparable for searching and for sorting, by what people here type.
package enum SearchText {
    /// The text in small letters without their marks, as the index of words holds it.
    ///
    /// Somebody without the letters at hand types o or oe for ø, a or aa for å, ae for æ, and the
    /// plain letter for those of Sámi: all of them find the same.
    package static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            switch scalar {
            case "å", "ä": folded.append("a")
            case "ø", "ö": folded.append("o")
            case "æ": folded.append("ae")
            default: folded.unicodeScalars.append(plain(scalar))
            }
        }
        return folded.replacingOccurrences(of: "aa", with: "a")
            .replacingOccurrences(of: "oe", with: "o")
    }

    /// A key by whose bytes texts are in Norwegian order: … z æ ø å, letters of Sámi beside the
    /// plain ones.
    ///
    /// The three last letters are the characters that follow z in ASCII, where the Norwegian
    /// seven-bit character set had them too.
    package static func order(of text: String) -> String {
        var order = ""
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            switch scalar {
            case "æ", "ä": order.append("{")
            case "ø", "ö": order.append("|")
            case "å": order.append("}")
            default: order.unicodeScalars.append(plain(scalar))
            }
        }
        return order.replacingOccurrences(of: "aa", with: "}")
    }

    /// The query that finds rows with every word typed, each at the start of a word; nil when
    /// nothing to look for was typed.
    ///
    /// A word with signs in it, such as `nord-2012-0`, is looked for as it stands. No more than
    /// eight words of forty characters are looked for.
    package static func query(for typed: String) -> String? {
        let words = folded(String(typed.prefix(400))).split(whereSeparator: \.isWhitespace)
            .map { word in word.filter { $0 != "\"" && $0 != "\0" } }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard !words.isEmpty else { return nil }
        return words.prefix(8).map { "\"\($0.prefix(40))\"*" }.joined(separator: " ")
    }

    /// The letter of Sámi or with a mark as the plain letter.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar }
        switch scalar {
        case "đ", "ð": return "d"
        case "ŋ": return "n"
        case "ŧ": return "t"
        default: break
        }
        guard scalar.properties.isAlphabetic else { return scalar }
        let bare = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
        return bare ?? scalar
    }
}
