/// What the shapes of a timeline mean, those only that it shows.
struct TimelineLegend {
    let kinds: Set<TimelineMark.Kind>
    let texts: Texts

    var html: HTML {
        let shown = TimelineMark.Kind.allCases.filter(kinds.contains)
        guard !shown.isEmpty else { return "" }
        return #"<ul class="legend">\#n\#(shown.map(item).joined)</ul>"#
    }

    private func item(_ kind: TimelineMark.Kind) -> HTML {
        """
        <li><svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden="true">\
        \(kind.shape)</svg> \
        \(kind.name(texts))</li>
        """
    }
}
