/// Texts of the calendar and its feeds.
enum CalendarWords {
    static let texts: [String: Wording] = FigureWords.texts
        .merging(calendar) { first, _ in first }
        .merging(feeds) { first, _ in first }

    private static let calendar: [String: Wording] = [
        "title": Wording("Kalender", "Kalender", "Calendar"),
        "views": Wording("Visning", "Vising", "View"),
        "view_month": Wording("Måned", "Månad", "Month"),
        "view_week": Wording("Uke", "Veke", "Week"),
        "view_list": Wording("Liste", "Liste", "List"),
        "whose": Wording("Hvem sin", "Kven sin", "Whose"),
        "mine": Wording("Min", "Min", "Mine"),
        "earlier": Wording("Tidligere", "Tidlegare", "Earlier"),
        "later": Wording("Senere", "Seinare", "Later"),
        "to_today": Wording("I dag", "I dag", "Today"),
        "week_number": Wording("Uke", "Veke", "Week"),
        "month_of": Wording("{0} {1}", "{0} {1}", "{0} {1}"),
        "week_of": Wording("Uke {0}, {1}", "Veke {0}, {1}", "Week {0}, {1}"),
        "list_from": Wording("Fra {0} til {1}", "Frå {0} til {1}", "From {0} to {1}"),
        "nothing": Wording(
            "Ingenting har dato her.", "Ingenting har dato her.", "Nothing is dated here."),
        "closed_day": Wording("fridag", "fridag", "closed"),
        "item_meeting": Wording("Møte", "Møte", "Meeting"),
        "item_followup": Wording("Oppfølging", "Oppfølging", "Follow-up"),
        "item_measure": Wording("Tiltak", "Tiltak", "Measure"),
        "item_evaluation": Wording("Evaluering", "Evaluering", "Evaluation"),
        "item_agreement": Wording("Avtalen går ut", "Avtalen går ut", "Agreement ends"),
        "state_done": Wording("gjort", "gjort", "done"),
        "state_cancelled": Wording("avlyst", "avlyst", "cancelled"),
        "subscribe": Wording(
            "Ha kalenderen i Outlook eller Thunderbird",
            "Ha kalenderen i Outlook eller "
                + "Thunderbird",
            "Have the calendar in Outlook or Thunderbird"),
    ]

    private static let feeds: [String: Wording] = [
        "feeds_title": Wording(
            "Kalenderadresser", "Kalenderadresser", "Calendar addresses"),
        "feeds_note": Wording(
            "En kalenderadresse er hemmelig: den som har den, ser kalenderen uten å logge inn. "
                + "Lag én for hvert program, og trekk den tilbake når du ikke bruker den.",
            "Ei kalenderadresse er hemmeleg: den som har henne, ser kalenderen utan å logge inn. "
                + "Lag éi for kvart program, og trekk henne tilbake når du ikkje bruker henne.",
            "A calendar address is secret: whoever has it sees the calendar without signing in. "
                + "Make one for each program, and revoke it when you no longer use it."),
        "feed_unit": Wording("Kalenderen til", "Kalenderen til", "The calendar of"),
        "feed_mine": Wording("meg", "meg", "me"),
        "feed_make": Wording("Lag adresse", "Lag adresse", "Make an address"),
        "feed_made": Wording("Den nye adressen", "Den nye adressa", "The new address"),
        "feed_once": Wording(
            "Kopier adressen nå: den vises bare denne ene gangen.",
            "Kopier adressa no: ho blir vist berre denne eine gongen.",
            "Copy the address now: it is shown this once only."),
        "feed_how": Wording(
            "I Outlook: Legg til kalender, Abonner fra web. I Thunderbird: Ny kalender, På "
                + "nettverket.",
            "I Outlook: Legg til kalender, Abonner frå web. I Thunderbird: Ny kalender, På "
                + "nettverket.",
            "In Outlook: Add calendar, Subscribe from web. In Thunderbird: New calendar, On the "
                + "network."),
        "feed_list": Wording("Adressene dine", "Adressene dine", "Your addresses"),
        "feed_none": Wording(
            "Du har ingen adresser.", "Du har ingen adresser.", "You have no addresses."),
        "feed_calendar": Wording("Kalender", "Kalender", "Calendar"),
        "feed_created": Wording("Laget", "Laga", "Made"),
        "feed_revoke": Wording("Trekk tilbake", "Trekk tilbake", "Revoke"),
        "feed_many": Wording(
            "Du har {0} adresser, og flere kan du ikke ha. Trekk tilbake en du ikke bruker.",
            "Du har {0} adresser, og fleire kan du ikkje ha. Trekk tilbake ei du ikkje bruker.",
            "You have {0} addresses, the most there may be. Revoke one that you do not use."),
        "said_revoked": Wording(
            "Adressen er trukket tilbake.", "Adressa er trekt tilbake.",
            "The address has been revoked."),
        "feed_name_mine": Wording("Avtalt: {0}", "Avtalt: {0}", "Avtalt: {0}"),
        "event": Wording("{0}: {1}", "{0}: {1}", "{0}: {1}"),
    ]
}
