import Agreements

/// One line in which somebody says what they did: «Ringte Bodø om høstens møte i går».
///
/// It is read in bokmål, nynorsk and English alike, whatever language the pages are in. Nothing
/// is asked of the register: which words name whom is found out afterwards.
struct LogLine: Hashable, Sendable {
    /// The line as it was typed, without white space around it.
    let text: String
    /// Nil when no word says it.
    let kind: ActivityKind?
    let on: Day
    let participants: Int?
    /// Words that may name an agreement or a counterpart, in their order, without signs.
    let names: [String]

    /// Characters at most; nobody logs more in one line.
    static let limit = 300

    /// - Parameter today: The day that counts where none is said, and what «Monday» is before.
    init(_ typed: String, today: Day) {
        text = String(typed.trimmed.prefix(Self.limit))
        var words = text.split(whereSeparator: \.isWhitespace).map { LogWord(String($0)) }
        let dates = LogDates(today: today)
        on = dates.take(from: &words) ?? today
        participants = Self.takeParticipants(from: &words)
        kind =
            words.lazy.compactMap { LogVocabulary.verbs[$0.folded] }.first
            ?? words.lazy.compactMap { LogVocabulary.noun($0.folded) }.first
        names = words.filter {
            !$0.folded.isEmpty && LogVocabulary.verbs[$0.folded] == nil
                && !LogVocabulary.fillers.contains($0.folded)
        }.map(\.plain)
    }

    /// `12 deltakere`: how many took part.
    private static func takeParticipants(from words: inout [LogWord]) -> Int? {
        for index in words.indices.dropLast() {
            guard let number = Int(words[index].plain), (0...100_000).contains(number),
                LogVocabulary.people.contains(words[index + 1].folded)
            else { continue }
            words.removeSubrange(index...(index + 1))
            return number
        }
        return nil
    }
}

/// One word of a line.
struct LogWord: Hashable, Sendable {
    /// As it was typed.
    let typed: String
    /// Without signs around it.
    let plain: String
    /// In small letters, without signs around it.
    let folded: String

    init(_ typed: String) {
        self.typed = typed
        var plain = Substring(typed)
        while let first = plain.first, !first.isLetter, !first.isNumber { plain.removeFirst() }
        while let last = plain.last, !last.isLetter, !last.isNumber { plain.removeLast() }
        self.plain = String(plain)
        folded = self.plain.lowercased()
    }
}
