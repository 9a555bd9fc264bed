/// Texts of the page of a year ahead.
enum YearAheadWords {
    static let texts: [String: Wording] = [
        "year": Wording("År", "År", "Year"),
        "years": Wording("Året som kommer", "Året som kjem", "The year ahead"),
        "years_about": Wording(
            "Hva reglene vil minne om i et nytt år.", "Kva reglane vil minne om i eit nytt år.",
            "What the rules will remind of in a new year."),
        "year_title": Wording(
            "Påminnelser i {0}", "Påminningar i {0}", "Reminders of {0}"),
        "year_intro": Wording(
            "Slik registeret er nå, dag for dag, dersom ingenting blir gjort eller endret: {0} ved "
                + "siden av {1}.",
            "Slik registeret er no, dag for dag, dersom ingenting blir gjort eller endra: {0} ved "
                + "sida av {1}.",
            "As the register is now, day by day, if nothing is done or changed: {0} beside {1}."),
        "year_before": Wording("Året før", "Året før", "Year before"),
        "year_ahead": Wording("Året", "Året", "The year"),
        "year_months": Wording("Etter måned", "Etter månad", "By month"),
        "year_month": Wording("Måned", "Månad", "Month"),
        "month_1": Wording("januar", "januar", "January"),
        "month_2": Wording("februar", "februar", "February"),
        "month_3": Wording("mars", "mars", "March"),
        "month_4": Wording("april", "april", "April"),
        "month_5": Wording("mai", "mai", "May"),
        "month_6": Wording("juni", "juni", "June"),
        "month_7": Wording("juli", "juli", "July"),
        "month_8": Wording("august", "august", "August"),
        "month_9": Wording("september", "september", "September"),
        "month_10": Wording("oktober", "oktober", "October"),
        "month_11": Wording("november", "november", "November"),
        "month_12": Wording("desember", "desember", "December"),
    ]
}
