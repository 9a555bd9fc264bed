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
        let items = (wording.letter.items ?? []).map { "- \($0)" }
        let body =
            wording.paragraphs.flatMap { ["", $0] } + (items.isEmpty ? [] : [""] + items)
        return MailText.lines(
            [greeting] + body + ["", "\(wording.linkLabel):", wording.letter.link],
            footer: wording.texts[.letterFooter])
    }
}
