import Rules

/// The HTML part of a letter's mail.
package struct LetterPage: Sendable {
    private let letter: Letter

    package init(_ letter: Letter) {
        self.letter = letter
    }

    package func render() -> String {
        let wording = LetterWording(letter)
        let paragraphs = wording.paragraphs.map { "<p>\($0)</p>\n" as HTML }.joined
        return MailPage(
            language: letter.language, title: wording.subject,
            heading: wording.texts[.greeting, letter.recipient],
            content: """
                \(paragraphs)\(wording.items)\
                <p><a href="\(letter.link)">\(wording.linkLabel)</a></p>
                """,
            footer: wording.texts[.letterFooter]
        ).render()
    }
}
