import Rules

/// A letter's subject line and the text part of its mail.
package struct LetterText: Sendable {
    private let wording: LetterWording

    package init(_ letter: Letter) {
        wording = LetterWording(letter)
    }

    package var subject: String { wording.subject }

    package func render() -> String {
        let greeting = wording.texts[.greeting, wording.letter.recipient] + "."
        let body = wording.paragraphs.flatMap { ["", $0] }
        return MailText.lines(
            [greeting] + body + ["", "\(wording.linkLabel):", wording.letter.link],
            footer: wording.texts[.letterFooter])
    }
}
