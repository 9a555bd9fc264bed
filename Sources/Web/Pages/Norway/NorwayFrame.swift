import Documents

/// What the pages about Norway have in common: their tabs and what is chosen.
struct NorwayFrame: Sendable {
    /// A page of its own address.
    enum Side: String, CaseIterable {
        case overview, trend, map, coverage, uncovered

        var path: String { self == .overview ? "/norway" : "/norway/\(rawValue)" }
    }

    let words: Words
    let chosen: ChosenPeriod

    init(_ visit: Visit) {
        words = visit.words
        chosen = ChosenPeriod(visit.query, today: visit.today)
    }

    var text: FigureText { FigureText(words: words) }

    func frame(_ side: Side) -> Visit.Frame {
        let title = words["title"]
        let own = words["tab_\(side.rawValue)"]
        return Visit.Frame(
            title: side == .overview ? title : own, menu: "nav_norway",
            trail: side == .overview ? [] : [(title, "/norway\(chosen.query)")], help: "norway")
    }

    /// Of a page below the sides.
    func frame(title: String) -> Visit.Frame {
        Visit.Frame(
            title: title, menu: "nav_norway", trail: [(words["title"], "/norway\(chosen.query)")],
            help: "norway")
    }

    func tabs(_ current: Side) -> HTML {
        Tabs(
            label: words["sides"],
            items: Side.allCases.map { side in
                (
                    words["tab_\(side.rawValue)"], "\(side.path)\(chosen.query)", side == current
                )
            }
        ).html
    }

    /// Which span is shown, in words.
    var periodLine: HTML {
        #"<p class="subtle">\#(words["period_shown", text.name(chosen)])</p>"#
    }

    /// Which spans are compared.
    var comparisonLine: HTML {
        guard let against = chosen.against else { return periodLine }
        let line = words[
            "period_compared", text.name(chosen), text.name(chosen, in: against)]
        return #"<p class="subtle">\#(line)</p>"#
    }
}
