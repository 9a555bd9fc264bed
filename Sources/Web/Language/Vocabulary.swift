import Agreements

/// The texts of one section of the pages, with those that every section shares.
struct Vocabulary: Sendable {
    let texts: [String: Wording]
    private let byLanguage: [Language: Words]

    /// A key of `own` goes before the same key of the shared texts.
    init(_ own: [String: Wording]) {
        texts = SharedWords.texts.merging(own) { _, own in own }
        byLanguage = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { [texts] language in
                (language, Words(language, texts.mapValues { $0.text(in: language) }))
            })
    }

    subscript(language: Language) -> Words {
        byLanguage[language] ?? Words(language, [:])
    }
}

extension Wording {
    func text(in language: Language) -> String {
        switch language {
        case .nb: nb
        case .nn: nn
        case .en: en
        }
    }
}
