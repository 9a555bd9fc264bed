/// Texts of the log line and its forms.
enum MyDayLogWords {
    static let texts: [String: Wording] = [
        "log_label": Wording("Hva har du gjort?", "Kva har du gjort?", "What have you done?"),
        "log_example": Wording(
            "Ringte Bodø om høstens møte", "Ringde Bodø om møtet i haust",
            "Called Bodø about the autumn meeting"),
        "log_hint": Wording(
            "Skriv hvem, hva og når («i går», «mandag», «3.5.»). "
                + "Står det ingen dag, gjelder i dag.",
            "Skriv kven, kva og når («i går», «måndag», «3.5.»). Står det ingen dag, gjeld i dag.",
            "Write who, what and when (“yesterday”, “Monday”, “3/5”). Without a day, it is today."),
        "log_submit": Wording("Loggfør", "Loggfør", "Log"),
        "log_title": Wording("Loggfør en aktivitet", "Loggfør ein aktivitet", "Log an activity"),
        "log_correct": Wording(
            "Rett opp aktiviteten", "Rett opp aktiviteten", "Correct the activity"),
        "log_theme": Wording("Hva det gjaldt", "Kva det gjaldt", "What it was about"),
        "log_with": Wording("Hvem det var med", "Kven det var med", "Who it was with"),
        "log_find": Wording("Avtale eller part", "Avtale eller part", "Agreement or party"),
        "log_find_other": Wording(
            "En annen avtale eller part", "Ein annan avtale eller part",
            "Another agreement or party"),
        "log_find_hint": Wording(
            "Navnet på en kommune eller etat, eller nummeret på en avtale.",
            "Namnet på ein kommune eller etat, eller nummeret på ein avtale.",
            "The name of a municipality or authority, or the number of an agreement."),
        "log_without": Wording(
            "{0}, uten avtale ({1})", "{0}, utan avtale ({1})", "{0}, without an agreement ({1})"),
        "log_kind": Wording("Hva det var", "Kva det var", "What it was"),
        "log_on": Wording("Dag", "Dag", "Day"),
        "log_participants": Wording("Antall deltakere", "Tal på deltakarar", "Participants"),
        "log_sub_goal": Wording("Delmål", "Delmål", "Sub-goal"),
        "log_no_sub_goal": Wording("Ikke valgt", "Ikkje valt", "None chosen"),
        "log_outcome": Wording(
            "Hva som kom ut av det", "Kva som kom ut av det", "What came of it"),
        "log_nobody": Wording(
            "Fant ikke hvem det var med. Skriv navnet på kommunen eller nummeret på avtalen.",
            "Fann ikkje kven det var med. Skriv namnet på kommunen eller nummeret på avtalen.",
            "Who it was with was not found. Write the municipality or the agreement's number."),
        "log_choose": Wording(
            "Velg hvem det var med", "Vel kven det var med", "Choose who it was with"),
    ]
}
