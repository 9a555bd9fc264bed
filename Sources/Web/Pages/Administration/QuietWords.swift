/// Texts of the page of quiet days.
enum QuietWords {
    static let texts: [String: Wording] = [
        "quiet": Wording("Stille dager", "Stille dagar", "Quiet days"),
        "quiet_about": Wording(
            "Dager uten påminnelser, som fellesferien.",
            "Dagar utan påminningar, som fellesferien.",
            "Days without reminders, such as the general holiday."),
        "quiet_intro": Wording(
            "I stille dager får ingen i enheten påminnelser, og ingen hører om det enheten eier. "
                + "Det som fortsatt gjelder, kommer når dagene er over.",
            "I stille dagar får ingen i eininga påminningar, og ingen høyrer om det eininga eig. "
                + "Det som framleis gjeld, kjem når dagane er over.",
            "On quiet days nobody in the unit is reminded, and nobody hears of what the unit owns. "
                + "What still holds comes when the days are over."),
        "quiet_none": Wording(
            "Ingen stille dager er satt.", "Ingen stille dagar er sette.",
            "No quiet days are set."),
        "quiet_new": Wording("Nye stille dager", "Nye stille dagar", "New quiet days"),
        "quiet_add": Wording("Sett stille dager", "Set stille dagar", "Set quiet days"),
        "quiet_name": Wording("Navn", "Namn", "Name"),
        "quiet_holiday": Wording("Fellesferie", "Fellesferie", "General holiday"),
        "quiet_first": Wording("Første dag", "Første dag", "First day"),
        "quiet_last": Wording("Siste dag", "Siste dag", "Last day"),
        "quiet_units": Wording("Enheter", "Einingar", "Units"),
        "quiet_cancel": Wording("Opphev", "Opphev", "End"),
        "error_quiet_last": Wording(
            "Siste dag må være etter første dag, og høyst to måneder etter",
            "Siste dag må vere etter første dag, og høgst to månader etter",
            "The last day must be after the first, by two months at most"),
        "error_quiet_past": Wording(
            "Siste dag kan ikke være før i dag", "Siste dag kan ikkje vere før i dag",
            "The last day cannot be before today"),
        "said_quiet_added": Wording(
            "De stille dagene er satt.", "Dei stille dagane er sette.", "The quiet days are set."),
        "said_quiet_cancelled": Wording(
            "De stille dagene er opphevet.", "Dei stille dagane er oppheva.",
            "The quiet days are ended."),
    ]
}
