import Agreements

/// The style sheet of a page that becomes a PDF: A4, with a cover, contents that name their pages,
/// and the title and the section at the head of each page.
///
/// Written for WeasyPrint 57, which knows neither grid nor variables in shorthands. Tables are laid
/// out with fixed columns: measuring the text of each cell would take a third of the time.
struct PaperStyle {
    let texts: Texts
    let title: String

    var sheet: HTML { "\(pages)\n\(Self.text)\n\(Self.tables)\n\(Self.figures)" }

    private var pages: HTML {
        """
        @page { size: A4; margin: 22mm 16mm 18mm;
          @top-left { content: "\(Self.quoted(title))"; font: 8pt Inter, sans-serif;
            color: #5b5d60; }
          @top-right { content: string(section); font: 8pt Inter, sans-serif; color: #5b5d60; }
          @bottom-right { font: 8pt Inter, sans-serif; color: #5b5d60;
            content: "\(Self.quoted(texts[.pageNumber]))" counter(page)
              "\(Self.quoted(texts[.pageCount]))" counter(pages); } }
        @page :first { @top-left { content: none; } @top-right { content: none; } }
        @page landscape { size: A4 landscape; margin: 20mm 12mm 16mm; }
        header { break-after: page; padding-top: 70mm; }
        nav { break-after: page; }
        nav li a::after { content: leader(". ") target-counter(attr(href), page); }
        .landscape { page: landscape; }
        .sheet { break-before: page; }
        """
    }

    /// A string of CSS: what would end it, or the style sheet, is written as its number.
    private static func quoted(_ text: String) -> HTML {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\", "<", ">", "&", "'", "\u{0}"..."\u{1F}":
                result += "\\" + String(scalar.value, radix: 16) + " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return "\(result)"
    }

    /// In two weights: each that a page uses is a font to be embedded.
    private static let text: HTML = """
        body { margin: 0; color: #292c30; font: 10pt/1.45 Inter, "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere; }
        h1, h2, h3, h4, th, b, strong { font-weight: 600; }
        h1 { font-size: 28pt; line-height: 1.2; margin: 0 0 12mm; bookmark-level: none; }
        h2 { font-size: 16pt; line-height: 1.25; margin: 8mm 0 3mm; bookmark-level: 1;
          string-set: section content(); break-after: avoid; }
        h3 { font-size: 12pt; margin: 6mm 0 2mm; bookmark-level: 2; break-after: avoid; }
        .landscape h2, .sheet h2 { margin-top: 0; }
        nav h2 { bookmark-level: none; }
        p { margin: 0 0 2mm; orphans: 2; widows: 2; }
        a { color: #0062ba; text-decoration: none; }
        .skip, summary { display: none; }
        nav ul { list-style: none; margin: 0; padding: 0; }
        nav li { margin: 0 0 1.5mm; }
        nav a { color: #292c30; }
        dl { margin: 0; }
        .facts div { border-top: 0.5pt solid #c9ccd0; padding: 1.5mm 0; }
        dt { color: #5b5d60; font-size: 8.5pt; }
        dd { margin: 0; }
        .subtle { color: #5b5d60; font-size: 8.5pt; }
        .notice { border-left: 2pt solid #c01b1b; padding: 1mm 0 1mm 3mm; }
        """

    private static let tables: HTML = """
        .scroll { margin: 0 0 4mm; }
        table { border-collapse: collapse; font-size: 8.5pt; table-layout: fixed; width: 100%; }
        table.wide { font-size: 7.5pt; }
        tbody th, thead th:first-child { width: 26%; }
        table.wide tbody th, table.wide thead th:first-child { width: 16%; }
        caption { text-align: left; font-weight: 600; padding: 0 0 1mm; break-after: avoid; }
        th, td { padding: 0.8mm 2mm; text-align: left; vertical-align: top;
          border-bottom: 0.5pt solid #c9ccd0; }
        table.wide th, table.wide td { padding: 0.8mm 1.2mm; }
        thead { display: table-header-group; }
        thead th { border-bottom: 1pt solid #77797b; vertical-align: bottom; }
        tbody th { font-weight: 400; }
        tr { break-inside: avoid; }
        tr.detail th { padding-left: 5mm; }
        .number { text-align: right; white-space: nowrap; }
        td .subtle, td .mark, th .subtle { display: block; font-size: 7pt; }
        .number .subtle { white-space: normal; }
        .mark { color: #0a71c0; }
        td ul { margin: 0; padding: 0; list-style: none; }
        .good { color: #056b15; }
        .bad { color: #c01b1b; }
        .warn { background-color: #ea9b1b; color: #000; padding: 0 1mm; }
        .light { font-weight: 600; }
        .sheet table { font-size: 7.5pt; }
        .sheet th, .sheet td { padding: 0.4mm 2mm; }
        .sheet .number .subtle { display: inline; padding-left: 1mm; }
        [id^="unit-"] h2 { margin-bottom: 2mm; }
        [id^="unit-"] h3 { font-size: 11pt; margin: 3mm 0 1mm; }
        [id^="unit-"] p, [id^="unit-"] ul { font-size: 8.5pt; line-height: 1.3; margin: 0 0 1mm; }
        [id^="unit-"] .scroll { margin-bottom: 2mm; }
        """

    private static let figures: HTML = """
        .keys div { display: inline-block; width: 26%; margin: 0 2% 3mm 0; vertical-align: top;
          border-left: 2pt solid #0062ba; background-color: #f4f5f6; padding: 2mm 3mm;
          min-height: 20mm; }
        .keys dd { font-size: 16pt; font-weight: 600; line-height: 1.2; }
        .keys dd.subtle { font-size: 8.5pt; font-weight: 400; }
        .chart { break-inside: avoid; margin: 0 0 6mm; }
        svg { display: block; width: 95mm; height: auto; }
        """
}
