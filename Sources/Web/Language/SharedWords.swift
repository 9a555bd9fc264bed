/// Texts that every section may use.
enum SharedWords {
    static let texts: [String: Wording] = shell.merging(forms) { first, _ in first }
        .merging(days) { first, _ in first }
        .merging(results) { first, _ in first }
        .merging(NameWords.texts) { first, _ in first }

    /// What surrounds every page.
    private static let shell: [String: Wording] = [
        "product": Wording("Avtalt", "Avtalt", "Avtalt"),
        "skip": Wording("Hopp til innholdet", "Hopp til innhaldet", "Skip to content"),
        "menu": Wording("Meny", "Meny", "Menu"),
        "main_menu": Wording("Hovedmeny", "Hovudmeny", "Main menu"),
        "breadcrumbs": Wording("Du er her", "Du er her", "You are here"),
        "nav_day": Wording("Min dag", "Min dag", "My day"),
        "nav_agreements": Wording("Avtaler", "Avtalar", "Agreements"),
        "nav_region": Wording("Region", "Region", "Region"),
        "nav_norway": Wording("Norge", "Noreg", "Norway"),
        "nav_calendar": Wording("Kalender", "Kalender", "Calendar"),
        "nav_handovers": Wording("Overlevering", "Overlevering", "Hand-over"),
        "nav_evaluations": Wording("Evaluering", "Evaluering", "Evaluation"),
        "nav_reports": Wording("Rapporter", "Rapportar", "Reports"),
        "nav_tasks": Wording("Drift", "Drift", "Operations"),
        "nav_administration": Wording(
            "Administrasjon", "Administrasjon", "Administration"),
        "help": Wording("Hjelp", "Hjelp", "Help"),
        "sign_in": Wording("Logg inn", "Logg inn", "Sign in"),
        "sign_out": Wording("Logg ut", "Logg ut", "Sign out"),
        "settings": Wording("Mine innstillinger", "Innstillingane mine", "My settings"),
        "statement": Wording(
            "Tilgjengelighetserklæring", "Tilgjengelegheitserklæring",
            "Accessibility statement"),
        "privacy": Wording("Personvern", "Personvern", "Privacy"),
        "find_agreement": Wording(
            "Finn avtale, kommune eller person", "Finn avtale, kommune eller person",
            "Find an agreement, municipality or person"),
        "as_of": Wording("Per {0}", "Per {0}", "As of {0}"),
    ]

    private static let forms: [String: Wording] = [
        "save": Wording("Lagre", "Lagre", "Save"),
        "cancel": Wording("Avbryt", "Avbryt", "Cancel"),
        "search": Wording("Søk", "Søk", "Search"),
        "show": Wording("Vis", "Vis", "Show"),
        "change": Wording("Endre", "Endre", "Change"),
        "add": Wording("Legg til", "Legg til", "Add"),
        "next_page": Wording("Neste side", "Neste side", "Next page"),
        "previous_page": Wording("Forrige side", "Førre side", "Previous page"),
        "optional": Wording("Valgfritt", "Valfritt", "Optional"),
        "required": Wording("Må fylles ut", "Må fyllast ut", "Required"),
        "all_required": Wording(
            "Alle felt må fylles ut.", "Alle felt må fyllast ut.",
            "All fields must be filled in."),
        "choose": Wording("Velg", "Vel", "Choose"),
        "errors_title": Wording(
            "Du må rette dette før du går videre:", "Du må rette dette før du går vidare:",
            "Correct this before you go on:"),
        "error_required": Wording(
            "{0} må fylles ut", "{0} må fyllast ut", "{0} must be filled in"),
        "error_choose": Wording("Velg {0}", "Vel {0}", "Choose {0}"),
        "error_long": Wording(
            "{0} kan ha {1} tegn, og har {2}", "{0} kan ha {1} teikn, og har {2}",
            "{0} may have {1} characters and has {2}"),
        "error_control": Wording(
            "{0} har tegn som ikke kan vises", "{0} har teikn som ikkje kan visast",
            "{0} has characters that cannot be shown"),
        "error_day": Wording(
            "{0} må være en dato som 31.05.2026, og er «{1}»",
            "{0} må vere ein dato som 31.05.2026, og er «{1}»",
            "{0} must be a date such as 31.05.2026 and is “{1}”"),
        "error_number": Wording(
            "{0} må være et helt tall fra {1} til {2}", "{0} må vere eit heilt tal frå {1} til {2}",
            "{0} must be a whole number from {1} to {2}"),
        "error_identity": Wording(
            "{0} ser ut til å ha et fødselsnummer. Ta det bort: registeret skal ikke ha slike",
            "{0} ser ut til å ha eit fødselsnummer. Ta det bort: registeret skal ikkje ha slike",
            "{0} seems to hold a national identity number. Leave it out: the register never holds "
                + "them"),
    ]

    private static let days: [String: Wording] = [
        "week": Wording("uke {0}", "veke {0}", "week {0}"),
        "weekday1": Wording("mandag", "måndag", "Monday"),
        "weekday2": Wording("tirsdag", "tysdag", "Tuesday"),
        "weekday3": Wording("onsdag", "onsdag", "Wednesday"),
        "weekday4": Wording("torsdag", "torsdag", "Thursday"),
        "weekday5": Wording("fredag", "fredag", "Friday"),
        "weekday6": Wording("lørdag", "laurdag", "Saturday"),
        "weekday7": Wording("søndag", "sundag", "Sunday"),
        "today": Wording("i dag", "i dag", "today"),
        "tomorrow": Wording("i morgen", "i morgon", "tomorrow"),
        "yesterday": Wording("i går", "i går", "yesterday"),
        "in_days": Wording("om {0} dager", "om {0} dagar", "in {0} days"),
        "days_ago": Wording("for {0} dager siden", "for {0} dagar sidan", "{0} days ago"),
        "days_late": Wording("{0} dager over fristen", "{0} dagar over fristen", "{0} days late"),
        "day_late": Wording("1 dag over fristen", "1 dag over fristen", "1 day late"),
    ]

    /// What a redirect says once: `?said=saved`.
    private static let results: [String: Wording] = [
        "said_saved": Wording("Lagret.", "Lagra.", "Saved."),
        "said_sent": Wording("Sendt.", "Sendt.", "Sent."),
        "said_nothing": Wording(
            "Ingenting var endret.", "Ingenting var endra.", "Nothing was changed."),
    ]
}
