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
            }
        }
        return MailText.lines(lines, footer: wording.texts[.digestFooter])
    }
}
