/// The style sheet of every page: light, dark, narrow and printed.
///
/// Colours keep 4.5 to 1 for text and 3 to 1 for borders and bars on their grounds, light and
/// dark (WCAG 2.1, 1.4.3 and 1.4.11); none carries a meaning alone.
enum PageStyle {
    static let sheet: HTML = "\(colours)\n\(text)\n\(tables)\n\(figures)\n\(print)"

    private static let colours: HTML = """
        :root { color-scheme: light dark; --ground: #fff; --raised: #f4f5f6; --text: #292c30;
          --subtle: #5b5d60; --line: #c9ccd0; --border: #77797b; --accent: #0062ba;
          --info: #0a71c0; --good: #056b15; --bad: #c01b1b; --warn-ground: #ea9b1b;
          --warn-text: #000; --bar-1: #77797b; --bar-2: #0062ba; --bar-3: #056b15; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #14171a; --raised: #1f2327; --text: #eceef0; --subtle: #b3b7bb;
            --line: #3d4247; --border: #8f9398; --accent: #6fb4f2; --info: #6fb4f2;
            --good: #5fd070; --bad: #ff8f86; --bar-1: #8f9398; --bar-2: #6fb4f2;
            --bar-3: #5fd070; } }
        """

    private static let text: HTML = """
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 84rem; background: var(--ground);
          color: var(--text); font: 1rem/1.5 Inter, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
        h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
        h3 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }
        p { max-width: 46rem; margin: 0.5rem 0; }
        a { color: var(--accent); }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; padding: 0.5rem 1rem;
          background: var(--ground); }
        .skip:focus { left: 1rem; top: 1rem; }
        nav h2 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }
        nav ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap;
          gap: 0 1.5rem; }
        nav a { display: inline-block; padding: 0.25rem 0; }
        .facts { margin: 0; display: grid; gap: 0.25rem 2rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
        .facts div { border-top: 1px solid var(--line); padding-top: 0.25rem; }
        dt { color: var(--subtle); font-size: 0.875rem; }
        dd { margin: 0; }
        .subtle { color: var(--subtle); font-size: 0.875rem; }
        .notice { border-left: 4px solid var(--bad); padding: 0.25rem 1rem; margin: 1rem 0; }
        """

    private static let tables: HTML = """
        .scroll { overflow-x: auto; margin: 0.5rem 0 1rem; }
        table { border-collapse: collapse; font-size: 0.9375rem; overflow-wrap: normal; }
        table.wide { width: 100%; font-size: 0.875rem; }
        caption { text-align: left; font-weight: 600; position: absolute; width: 1px; height: 1px;
          overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        th, td { padding: 0.375rem 0.75rem; text-align: left; vertical-align: top;
          border-bottom: 1px solid var(--line); }
        table.wide th, table.wide td { padding: 0.375rem 0.5rem; }
        thead th { border-bottom: 2px solid var(--border); vertical-align: bottom; }
        tbody th { font-weight: 500; min-width: 9rem; }
        tr.detail th { padding-left: 1.5rem !important; font-weight: 400; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td .subtle, td .mark, th .subtle { display: block; font-size: 0.8125rem; }
        .number .subtle { white-space: normal; }
        .code { white-space: nowrap; }
        @media (min-width: 40rem) {
          table.wide tbody th { position: sticky; left: 0; background: var(--ground); } }
        .mark { color: var(--info); }
        td ul { margin: 0; padding: 0; list-style: none; min-width: 9rem; }
        .good { color: var(--good); }
        .bad { color: var(--bad); }
        .warn { background: var(--warn-ground); color: var(--warn-text); padding: 0 0.25rem;
          border-radius: 2px; }
        .light { white-space: nowrap; font-weight: 500; }
        """

    private static let figures: HTML = """
        .keys { margin: 0; display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); }
        .keys div { background: var(--raised); border-left: 4px solid var(--accent);
          padding: 0.75rem 1rem; }
        .keys dd { font-size: 1.75rem; font-weight: 600; line-height: 1.2; }
        .keys dd.subtle { font-size: 0.875rem; font-weight: 400; }
        .charts { display: grid; gap: 1.5rem 2rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
        .chart h3 { margin-top: 0.5rem; }
        svg { display: block; width: 100%; max-width: 30rem; height: auto; }
        svg text { fill: var(--text); font-size: 12px; }
        svg .axis { stroke: var(--border); }
        svg .bar-1 { fill: var(--bar-1); } svg .bar-2 { fill: var(--bar-2); }
        svg .bar-3 { fill: var(--bar-3); }
        summary { color: var(--accent); cursor: pointer; padding: 0.25rem 0; }
        """

    private static let print: HTML = """
        @page { size: A4; margin: 15mm 12mm;
          @bottom-right { content: counter(page); } }
        @page landscape { size: A4 landscape; margin: 12mm 10mm; }
        @media print {
          :root { color-scheme: light; --ground: #fff; --raised: #f4f5f6; --text: #292c30;
            --subtle: #5b5d60; --line: #c9ccd0; --border: #77797b; --accent: #0062ba;
            --info: #0a71c0; --good: #056b15; --bad: #c01b1b; --bar-1: #77797b;
            --bar-2: #0062ba; --bar-3: #056b15; }
          body { padding: 0; max-width: none; font-size: 10pt;
            -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .skip, nav, summary { display: none; }
          .landscape { page: landscape; }
          .sheet { break-before: page; }
          h2 { margin-top: 6mm; }
          th, td { padding: 0.6mm 2mm; }
          .scroll { overflow: visible; }
          table { font-size: 9pt; }
          table.wide { font-size: 8pt; }
          table.wide th, table.wide td { padding: 1mm 1.2mm; }
          td .subtle, td .mark, th .subtle { font-size: 7pt; }
          table.wide tbody th { position: static; }
          .chart caption { position: static; width: auto; height: auto; clip-path: none;
            padding: 1mm 0; }
          tbody th, td ul { min-width: 0; }
          thead { display: table-header-group; }
          .scroll:has(tbody tr:nth-child(-n+12):last-child) { break-inside: avoid; }
          tr, .keys div, .chart svg { break-inside: avoid; }
          h2, h3, caption { break-after: avoid; }
          .charts { grid-template-columns: 1fr 1fr; }
          .chart { break-inside: avoid; }
        }
        """
}
