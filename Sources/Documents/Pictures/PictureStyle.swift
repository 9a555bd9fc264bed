/// The style sheet of the pictures, to follow one that sets `--ground`, `--text`, `--subtle`,
/// `--line`, `--border`, `--accent`, `--good` and `--bad`.
///
/// Lines and shapes keep 3 to 1 against their ground, light and dark (WCAG 2.1, 1.4.11).
package enum PictureStyle {
    package static let sheet = "\(colours)\n\(timeline)\n\(tiles)\n\(charts)\n"

    private static let colours = """
        :root { --t1: #eef4fa; --t2: #cfe2f4; --t3: #9cc6ea; --t4: #2471b5; --t5: #00508f;
          --t-low: #1b1d20; --t-high: #fff; --t-edge: #0062ba; --p-warn: #8f5a00; }
        @media (prefers-color-scheme: dark) {
          :root { --t1: #1a2733; --t2: #1f3a52; --t3: #265379; --t4: #5fa5e0; --t5: #b5dafa;
            --t-low: #eceef0; --t-high: #0d1116; --t-edge: #6fb4f2; --p-warn: #f0b34e; } }
        .picture svg { display: block; width: 100%; height: auto; }
        .picture svg text { fill: var(--text); font-size: 12px; }
        .picture .grid { stroke: var(--line); fill: none; }
        .legend { list-style: none; margin: 0.5rem 0; padding: 0; display: flex; flex-wrap: wrap;
          gap: 0.25rem 1.25rem; font-size: 0.875rem; }
        .legend li { display: flex; align-items: center; gap: 0.375rem; }
        .picture .legend svg { width: 14px; height: 14px; flex: none; }
        @media print {
          :root { --t1: #eef4fa; --t2: #cfe2f4; --t3: #9cc6ea; --t4: #2471b5; --t5: #00508f;
            --t-low: #1b1d20; --t-high: #fff; --t-edge: #0062ba; --p-warn: #8f5a00; } }
        """

    private static let timeline = """
        .timeline { display: grid; gap: 1rem;
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
        .timeline > svg { max-width: 34rem; }
        .timeline .year { font-size: 15px; font-weight: 600; }
        .timeline .month, .load .month { font-size: 9px; fill: var(--subtle); }
        .timeline .lane { font-size: 12px; }
        .timeline .rule { stroke: var(--line); }
        .timeline .validity { fill: var(--t3); stroke: var(--t-edge); }
        .picture .full { fill: var(--accent); stroke: var(--accent); }
        .picture .hollow { fill: var(--ground); stroke: var(--accent); stroke-width: 1.5; }
        .picture .stroke { fill: none; stroke: var(--accent); stroke-width: 2; }
        .picture .late { fill: var(--ground); stroke: var(--bad); stroke-width: 2; }
        .picture .latebar { stroke: var(--bad); stroke-width: 2; }
        .timeline .trail { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 2 2; }
        .timeline .more { font-size: 10px; font-weight: 600; }
        .timeline .today { stroke: var(--bad); stroke-width: 1.5; }
        .timeline .todaytext { fill: var(--bad); font-size: 11px; font-weight: 600; }
        """

    private static let tiles = """
        .tilemap section { margin: 0 0 1.5rem; }
        .tilemap h3 { margin: 0 0 0.25rem; }
        .tilemap h4 { margin: 0.5rem 0 0.25rem; font-size: 0.875rem; font-weight: 600;
          color: var(--subtle); }
        .tiles { list-style: none; margin: 0; padding: 0; display: grid; gap: 3px;
          grid-template-columns: repeat(auto-fill, minmax(7.25rem, 1fr)); }
        .tiles a, .legend .tile { background: var(--ground); color: var(--t-low);
          border-left: 2px solid var(--border); }
        .tiles a { display: flex; flex-wrap: wrap; justify-content: space-between;
          gap: 0 0.25rem; align-content: start;
          height: 100%; min-height: 1.75rem; padding: 0.25rem 0.375rem; font-size: 0.75rem;
          line-height: 1.25; text-decoration: none; overflow-wrap: break-word;
          hyphens: auto; }
        .tiles a:hover { text-decoration: underline; }
        .tiles b { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .tiles i { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        .tiles li { position: relative; }
        .legend .tile { width: 1.75rem; height: 1rem; }
        .tilemap .t0 { border: 1px dashed var(--border); color: var(--text); }
        .tilemap .t1 { background: var(--t1); border-left: 2px solid var(--t-edge); }
        .tilemap .t2 { background: var(--t2); border-left: 4px solid var(--t-edge); }
        .tilemap .t3 { background: var(--t3); border-left: 6px solid var(--t-edge); }
        .tilemap .t4 { background: var(--t4); border-left: 8px solid var(--t-low);
          color: var(--t-high); }
        .tilemap .t5 { background: var(--t5); border-left: 10px solid var(--t-low);
          color: var(--t-high); }
        @media print { .tiles a { -webkit-print-color-adjust: exact;
          print-color-adjust: exact; break-inside: avoid; } }
        """

    private static let charts = """
        .trends { display: grid; gap: 0.5rem 1.25rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); }
        .trend p, .strip p { margin: 0; display: flex; justify-content: space-between;
          font-size: 0.875rem; }
        .trend text { font-size: 10px; fill: var(--subtle); }
        .trend .line { fill: none; stroke: var(--accent); stroke-width: 2; }
        .trend .dot { fill: var(--accent); }
        .picture .target, .ratio .target { stroke: var(--text); stroke-dasharray: 3 2; fill: none; }
        .picture .ratio, .ratio { display: inline-block; width: 60px; height: 8px;
          vertical-align: middle; }
        .ratio .ground { fill: var(--line); }
        .ratio .share { fill: var(--accent); }
        .ratio.green .share { fill: var(--good); }
        .ratio.yellow .share { fill: var(--p-warn); }
        .ratio.red .share { fill: var(--bad); }
        .lightmark.green { color: var(--good); }
        .lightmark.yellow { color: var(--p-warn); }
        .lightmark.red { color: var(--bad); }
        .load { display: grid; gap: 0.75rem 2rem;
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
        .gap { max-width: 34rem; }
        .gap .month { font-size: 11px; fill: var(--subtle); }
        .load rect.count { fill: var(--accent); }
        .load text.count { font-size: 9px; }
        .load .away { fill: none; stroke: var(--border); stroke-width: 1; }
        """
}
