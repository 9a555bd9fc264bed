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
                \(wording.groups.map { group($0.heading, $0.items, wording) }.joined)
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
            </li>
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
