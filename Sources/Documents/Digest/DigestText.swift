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
        // The mark that mail programs read as the beginning of a signature.
        lines += ["", "-- ", wording.texts[.digestFooter], ""]
        return lines.map(Self.oneLine).joined(separator: "\n")
    }

    /// A title that holds a line break must not look like a line of ours.
    private static func oneLine(_ line: String) -> String {
        String(line.map { $0.isNewline ? " " : $0 })
    }
}
