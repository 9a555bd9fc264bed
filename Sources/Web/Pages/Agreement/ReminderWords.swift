/// Texts of the page of reminders.
enum ReminderWords {
    static let texts: [String: Wording] = [
        "reminders_coming": Wording(
            "Påminnelser som kommer", "Påminningar som kjem", "Reminders to come"),
        "reminders_coming_intro": Wording(
            "De neste tolv månedene, dersom ingenting blir gjort eller endret.",
            "Dei neste tolv månadene, dersom ingenting blir gjort eller endra.",
            "The next twelve months, if nothing is done or changed."),
        "reminders_past": Wording(
            "Påminnelser til nå", "Påminningar til no", "Reminders so far"),
        "no_reminders_coming": Wording(
            "Ingen påminnelser kommer.", "Ingen påminningar kjem.", "No reminders are to come."),
        "no_reminders_past": Wording(
            "Ingen påminnelser er sendt.", "Ingen påminningar er sende.",
            "No reminders have been sent."),
        "reminder_why": Wording("Hvorfor", "Kvifor", "Why"),
        "reminder_about": Wording("Gjelder", "Gjeld", "About"),
        "reminder_to": Wording("Til", "Til", "To"),
        "reminder_nobody": Wording("ingen", "ingen", "nobody"),
        "reminder_because": Wording("{0}: {1} ({2})", "{0}: {1} ({2})", "{0}: {1} ({2})"),
        "timing_wd_before": Wording(
            "{0} virkedager før", "{0} verkedagar før", "{0} working days before"),
        "timing_wd_after": Wording(
            "{0} virkedager etter", "{0} verkedagar etter", "{0} working days after"),
        "timing_on_day": Wording("på dagen", "på dagen", "on the day"),
        "timing_months_before": Wording(
            "{0} måneder før", "{0} månader før", "{0} months before"),
        "timing_date": Wording("fast dato", "fast dato", "a set date"),
        "timing_next_month": Wording(
            "virkedag {0} i måneden etter", "verkedag {0} i månaden etter",
            "working day {0} of the month after"),
        "sent_planned": Wording("Planlagt", "Planlagt", "Planned"),
        "sent_sent": Wording("Sendt", "Sendt", "Sent"),
        "sent_resolved": Wording(
            "Ikke sendt: ordnet før", "Ikkje sendt: ordna før", "Not sent: resolved before"),
        "sent_expired": Wording(
            "Ikke sendt: for gammel", "Ikkje sendt: for gammal", "Not sent: too old"),
        "sent_failed": Wording("Sendingen feilet", "Sendinga feila", "Sending failed"),
        "sent_folded": Wording(
            "Tatt med i en senere påminnelse", "Teken med i ei seinare påminning",
            "Folded into a later reminder"),
        "sent_silenced": Wording(
            "Venter: noen har svart, eller stille dager",
            "Ventar: nokon har svara, eller stille dagar",
            "Waits: somebody has answered, or quiet days"),
        "sent_skipped": Wording("Hoppet over", "Hoppa over", "Skipped"),
        "sent_sent_to_nobody": Wording(
            "Ingen å sende til", "Ingen å sende til", "Nobody to send to"),
    ]
}
