import Agreements

/// The HTML part of a mail: no pictures, nothing fetched, readable without its styles.
struct MailPage {
    let language: Language
    let title: String
    let heading: String
    let content: HTML
    let footer: String

    func render() -> String {
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(heading)</h1>
            \(content)</main>
            <footer><p>\(footer)</p></footer>
            </body>
            </html>

            """
        return html.markup
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
