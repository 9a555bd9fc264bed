import Agreements
import Rules

/// The HTML part of a digest's mail.
package struct DigestPage: Sendable {
    private let digest: Digest

    package init(_ digest: Digest) {
        self.digest = digest
    }

    package func render() -> String {
        let wording = DigestWording(digest)
        return MailPage(
            language: digest.language, title: wording.subject,
            heading: wording.texts[.greeting, digest.recipient],
            content: """
                <p>\(wording.introduction)</p>
                \(wording.groups.map { group($0.heading, $0.items, wording) }.joined)\
                \(letters(wording))
                """,
            footer: wording.texts[.digestFooter]
        ).render()
    }

    private func group(_ heading: String, _ items: [DigestItem], _ wording: DigestWording) -> HTML {
        """
        <h2>\(heading) (\(items.count))</h2>
        <ul>
        \(items.map { item($0, wording) }.joined)</ul>
        """
    }

    private func item(_ item: DigestItem, _ wording: DigestWording) -> HTML {
        let place = wording.place(of: item).map { #"<p class="place">\#($0)</p>\#n"# as HTML }
        let title = wording.title(of: item)
        return """
            <li class="\(Self.style(of: digest.severity(of: item)))">
            <h3>\(title)</h3>
            \(place ?? "")<p><strong>\(wording.timing(of: item))</strong>
            \(wording.texts[item.rule.actionText])</p>
            <p><a href="\(wording.address(of: item))">\(wording.texts[.open]): \(title)</a></p>
            \(further(item, wording))</li>
            """
    }

    /// How often it was put off, and the links by which it is answered.
    private func further(_ item: DigestItem, _ wording: DigestWording) -> HTML {
        let times = wording.postponements(of: item).map { "<p>\($0)</p>\n" as HTML } ?? ""
        let title = wording.title(of: item)
        let links = wording.answers(to: item).map { label, address in
            """
            <a href="\(address)" aria-label="\(label): \(title)">\(label)</a>
            """ as HTML
        }
        guard !links.isEmpty else { return times }
        return "\(times)<p>\(wording.texts[.answerHere])\n\(links.joined)</p>\n"
    }

    private func letters(_ wording: DigestWording) -> HTML {
        guard !digest.letters.isEmpty else { return "" }
        let items = digest.letters.map { letter -> HTML in
            let own = LetterWording(letter)
            return """
                <li class="coming">
                <h3>\(own.subject)</h3>
                \(own.paragraphs.map { "<p>\($0)</p>" as HTML }.joined)\(own.items)\
                <p><a href="\(letter.link)">\(own.linkLabel)</a></p>
                </li>
                """
        }
        return """
            <h2>\(wording.texts[.headingLetters])</h2>
            <ul>
            \(items.joined)</ul>

            """
    }

    private static func style(of severity: DigestSeverity) -> String {
        switch severity {
        case .escalated: "escalated"
        case .overdue: "overdue"
        case .coming: "coming"
        }
    }
}
