/// Texts of pages that show figures.
enum FigureWords {
    static let texts: [String: Wording] = period.merging(figures) { first, _ in first }
        .merging(months) { first, _ in first }

    private static let period: [String: Wording] = [
        "period": Wording("Periode", "Periode", "Period"),
        "period_year": Wording("År", "År", "Year"),
        "period_part": Wording("Del av året", "Del av året", "Part of the year"),
        "period_against": Wording("Sammenlign med", "Samanlikn med", "Compare with"),
        "period_none": Wording("Ikke sammenlign", "Ikkje samanlikn", "Do not compare"),
        "part_year": Wording("Hele året", "Heile året", "The whole year"),
        "part_half": Wording("{0}. halvår", "{0}. halvår", "Half-year {0}"),
        "period_of": Wording("{0} {1}", "{0} {1}", "{0} {1}"),
        "period_so_far": Wording("{0} til og med {1}", "{0} til og med {1}", "{0} up to {1}"),
        "period_compared": Wording(
            "{0}. Endringen er fra {1}.", "{0}. Endringa er frå {1}.",
            "{0}. The change is from {1}."),
        "period_shown": Wording("{0}.", "{0}.", "{0}."),
    ]

    private static let figures: [String: Wording] = [
        "indicator": Wording("Indikator", "Indikator", "Indicator"),
        "no_figure": Wording("ingen tall", "ingen tal", "no figure"),
        "change_up": Wording("opp {0}", "opp {0}", "up {0}"),
        "change_down": Wording("ned {0}", "ned {0}", "down {0}"),
        "change_none": Wording("uendret", "uendra", "unchanged"),
        "points": Wording("{0} poeng", "{0} poeng", "{0} points"),
        "of_millions": Wording(
            "{0} av {1} mill. kr", "{0} av {1} mill. kr", "NOK {0} of {1} million"),
        "target_is": Wording("mål {0}", "mål {0}", "target {0}"),
        "unit_total": Wording("Hele landet", "Heile landet", "The whole country"),
        "as_csv": Wording("Last ned som CSV", "Last ned som CSV", "Download as CSV"),
        "as_xlsx": Wording("Last ned som Excel", "Last ned som Excel", "Download as Excel"),
        "page_of": Wording("Side {0} av {1}", "Side {0} av {1}", "Page {0} of {1}"),
    ]

    private static let months: [String: Wording] = [
        "month1": Wording("januar", "januar", "January"),
        "month2": Wording("februar", "februar", "February"),
        "month3": Wording("mars", "mars", "March"),
        "month4": Wording("april", "april", "April"),
        "month5": Wording("mai", "mai", "May"),
        "month6": Wording("juni", "juni", "June"),
        "month7": Wording("juli", "juli", "July"),
        "month8": Wording("august", "august", "August"),
        "month9": Wording("september", "september", "September"),
        "month10": Wording("oktober", "oktober", "October"),
        "month11": Wording("november", "november", "November"),
        "month12": Wording("desember", "desember", "December"),
    ]
}
