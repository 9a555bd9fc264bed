import Agreements

/// Finds a sentence that another module says in English among wordings, and says it in the
/// reader's language.
///
/// What is said elsewhere has its facts within it; the wordings have the same sentences in English
/// with `{0}`, `{1}` … where the facts stand, in this order.
struct SaidElsewhere: Sendable {
    private let known: [Known]

    private struct Known: Sendable {
        let wording: Wording
        /// What stands before, between and after the facts.
        let parts: [String]
    }

    init(_ wordings: [Wording]) {
        known = wordings.map { wording in
            Known(
                wording: wording,
                parts: wording.en.split(separator: /\{\d\}/, omittingEmptySubsequences: false)
                    .map(String.init))
        }
    }

    /// The sentence in a language, by the first wording that it fits; nil where none does.
    func sentence(_ english: String, in language: Language) -> String? {
        for each in known {
            if let facts = Self.facts(of: english, between: each.parts) {
                return Words.fill(each.wording.text(in: language), with: facts)
            }
        }
        return nil
    }

    /// What stands between the parts, each as short as what follows allows; nil where the text is
    /// not made of them.
    private static func facts(of text: String, between parts: [String]) -> [String]? {
        guard parts.count > 1 else { return text == parts[0] ? [] : nil }
        guard text.hasPrefix(parts[0]) else { return nil }
        var rest = text.dropFirst(parts[0].count)
        var facts: [String] = []
        for part in parts.dropFirst().dropLast() {
            guard let place = rest.firstRange(of: part), place.lowerBound > rest.startIndex else {
                return nil
            }
            facts.append(String(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        let end = parts[parts.count - 1]
        guard rest.count > end.count, rest.hasSuffix(end) else { return nil }
        return facts + [String(rest.dropLast(end.count))]
    }
}
