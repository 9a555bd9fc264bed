import Agreements
import Rules

/// The HTML part of a digest's mail: no pictures, nothing fetched, readable without its styles.
package struct DigestPage: Sendable {
    private let digest: Digest

    package init(_ digest: Digest) {
        self.digest = digest
    }

    package func render() -> String {
        let wording = DigestWording(digest)
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(digest.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(wording.subject)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(wording.texts[.greeting, digest.recipient])</h1>
            <p>\(wording.introduction)</p>
            \(wording.groups.map { group($0.heading, $0.items, wording) }.joined)</main>
            <footer><p>\(wording.texts[.digestFooter])</p></footer>
            </body>
            </html>

            """
        return html.markup
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

    private static let style: HTML = """
        body { margin: 0 auto; padding: 16px; max-width: 40rem; background: #fff;
          color: #292c30; font: 16px/1.5 Inter, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: anywhere; }
        h1 { font-size: 22px; line-height: 1.3; margin: 8px 0; }
        h2 { font-size: 18px; margin: 28px 0 8px; }
        h3 { font-size: 16px; line-height: 1.4; margin: 0; }
        p { margin: 4px 0; }
        ul { margin: 0; padding: 0; list-style: none; }
        li { margin: 0 0 12px; padding: 10px 14px; border: 1px solid #c9ccd0;
          border-left: 5px solid #77797b; }
        li.escalated { border-left-color: #c01b1b; }
        li.overdue { border-left-color: #b87503; }
        li.coming { border-left-color: #0062ba; }
        a { color: #0062ba; display: inline-block; padding: 4px 0; }
        .place, footer { color: #5b5d60; font-size: 14px; }
        footer { margin-top: 28px; border-top: 1px solid #c9ccd0; }
        @media (prefers-color-scheme: dark) {
          body { background: #14171a; color: #eceef0; }
          a { color: #6fb4f2; }
          li { border-color: #3d4247; border-left-color: #8f9398; }
          li.escalated { border-left-color: #ff8f86; }
          li.overdue { border-left-color: #ea9b1b; }
          li.coming { border-left-color: #6fb4f2; }
          .place, footer { color: #b3b7bb; border-color: #3d4247; } }
        """
}
