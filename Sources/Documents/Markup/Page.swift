import Agreements

/// A page that stands alone: nothing is fetched, and it prints.
struct Page {
    /// What the page is laid out for.
    enum Medium: Hashable, Sendable {
        case screen
        /// Sheets of paper with a cover, the contents with their pages, and a running header.
        case paper
    }

    let texts: Texts
    let title: String
    /// Below the title, one fact a line.
    let facts: [(name: String, value: String)]
    let sections: [Section]

    /// A part of the page with a heading of its own.
    struct Section {
        let id: String
        let title: String
        let content: HTML
        /// Begins a new sheet, lying, when printed.
        var isWide = false
        /// Begins a new sheet when printed.
        var beginsSheet = false
    }

    var medium = Medium.screen

    func render() -> String {
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(texts.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(medium == .screen ? PageStyle.sheet : PaperStyle(texts: texts, title: title).sheet)
            </style>
            </head>
            <body>
            <a class="skip" href="#content">\(texts[.skipToContent])</a>
            <header>
            <h1>\(title)</h1>
            <dl class="facts">
            \(factList)</dl>
            </header>
            \(contents)
            <main id="content" tabindex="-1">
            \(sections.map(html).joined)</main>
            </body>
            </html>

            """
        return html.markup
    }

    private var factList: HTML {
        facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" as HTML }.joined
    }

    private var contents: HTML {
        let links = sections.map { ##"<li><a href="#\##($0.id)">\##($0.title)</a></li>"## as HTML }
        return """
            <nav aria-labelledby="contents">
            <h2 id="contents">\(texts[.contents])</h2>
            <ul>
            \(links.joined)</ul>
            </nav>
            """
    }

    private func html(_ section: Section) -> HTML {
        let style: HTML =
            section.isWide
            ? #" class="landscape""# : section.beginsSheet ? #" class="sheet""# : ""
        return """
            <section id="\(section.id)" aria-labelledby="\(section.id)-title"\(style)>
            <h2 id="\(section.id)-title">\(section.title)</h2>
            \(section.content)
            </section>
            """
    }
}
