/// Finds the names of counterparts among the words of a line.
struct LogNames {
    private let words: [String]

    init(_ words: [String]) {
        self.words = words.map { $0.lowercased() }
    }

    /// How well a name is said: the number of its words, all of them one after the other; 0 when
    /// it is not. `Bodøs` says Bodø, and `Bodø` says Bodø kommune.
    func score(of name: String) -> Int {
        let wanted = Self.core(of: name)
        guard !wanted.isEmpty, wanted.count <= words.count else { return 0 }
        for start in 0...(words.count - wanted.count) {
            let isSaid = zip(words[start...], wanted).allSatisfy(Self.says)
            if isSaid { return wanted.count }
        }
        return 0
    }

    /// The words that are part of the name itself, without what tells `Herøy (Nordland)` apart.
    private static func core(of name: String) -> [String] {
        let words = name.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
        let own = words.filter { !sorts.contains($0) && !$0.hasPrefix("(") }
        return own.isEmpty ? words : own
    }

    /// A genitive is the word with an s, or with an apostrophe where it ends in one.
    private static func says(_ word: String, _ wanted: String) -> Bool {
        if word == wanted { return true }
        return word.hasPrefix(wanted)
            && ["s", "'s", "’s", "'", "’"].contains(String(word.dropFirst(wanted.count)))
    }

    private static let sorts: Set<String> = [
        "kommune", "bydel", "fylkeskommune", "herad", "municipality", "i", "og",
    ]
}
