import Agreements

/// A part of a statement: a heading, what is said, and a list.
struct StatementPart: Sendable {
    let heading: Wording
    let paragraphs: [Wording]
    let items: [Wording]

    init(_ heading: Wording, _ paragraphs: [Wording], items: [Wording] = []) {
        self.heading = heading
        self.paragraphs = paragraphs
        self.items = items
    }

    func view(in language: Language) -> StatementView.Part {
        StatementView.Part(
            heading: heading.text(in: language),
            paragraphs: paragraphs.map { $0.text(in: language) },
            items: items.map { $0.text(in: language) }, hasItems: !items.isEmpty)
    }
}

/// A statement as its template takes it.
struct StatementView: Sendable {
    let parts: [Part]

    struct Part: Sendable {
        let heading: String
        let paragraphs: [String]
        let items: [String]
        let hasItems: Bool
    }
}
