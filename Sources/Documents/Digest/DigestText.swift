import Agreements
import Rules

/// A digest's subject line and the text part of its mail.
package struct DigestText: Sendable {
    private let digest: Digest

    package init(_ digest: Digest) {
        self.digest = digest
    }

    package var subject: String { DigestWording(digest).subject }

    package func render() -> String {
        let wording = DigestWording(digest)
        var lines = [wording.texts[.greeting, digest.recipient] + ".", wording.introduction]
        for (heading, items) in wording.groups {
            lines += ["", "\(heading) (\(items.count))"]
            for item in items {
                lines += ["", "* \(wording.title(of: item))"]
                if let place = wording.place(of: item) { lines.append("  \(place)") }
                lines += [
                    "  \(wording.timing(of: item))",
                    "  \(wording.texts[item.rule.actionText])",
                    "  \(wording.address(of: item))",
                ]
                if let times = wording.postponements(of: item) { lines.append("  \(times)") }
                lines += answers(to: item, wording)
            }
        }
        lines += letters(wording)
        return MailText.lines(lines, footer: wording.texts[.digestFooter])
    }

    private func answers(to item: DigestItem, _ wording: DigestWording) -> [String] {
        let answers = wording.answers(to: item)
        guard !answers.isEmpty else { return [] }
        return ["  \(wording.texts[.answerHere])"]
            + answers.map { "  \($0.label): \($0.address)" }
    }

    private func letters(_ wording: DigestWording) -> [String] {
        guard !digest.letters.isEmpty else { return [] }
        return ["", wording.texts[.headingLetters]]
            + digest.letters.flatMap { letter in
                let own = LetterWording(letter)
                return ["", "* \(own.subject)"] + own.paragraphs.map { "  \($0)" }
                    + (letter.items ?? []).map { "  - \($0)" } + ["  \(letter.link)"]
            }
    }
}
