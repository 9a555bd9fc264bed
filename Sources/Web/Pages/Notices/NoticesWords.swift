/// Texts of the timeline of somebody's reminders.
enum NoticesWords {
    static let texts: [String: Wording] = [
        "notices": Wording("Mine påminnelser", "Påminningane mine", "My reminders"),
        "notices_of": Wording("Påminnelser til {0}", "Påminningar til {0}", "Reminders to {0}"),
        "notices_intro": Wording(
            "Alt du er minnet om, hva som ble av det, og hvorfor. Velg saken for å svare.",
            "Alt du er mint om, kva som vart av det, og kvifor. Vel saka for å svare.",
            "All you were reminded of, what became of it, and why. Choose the subject to answer."),
        "notices_intro_other": Wording(
            "Alt personen er minnet om, hva som ble av det, og hvorfor.",
            "Alt personen er mint om, kva som vart av det, og kvifor.",
            "All the person was reminded of, what became of it, and why."),
        "notices_more": Wording(
            "De siste 200 vises.", "Dei siste 200 er viste.", "The latest 200 are shown."),
        "notices_none": Wording("Ingen påminnelser.", "Ingen påminningar.", "No reminders."),
        "notices_on": Wording("Dag", "Dag", "Day"),
        "notices_state": Wording("Hva som ble av det", "Kva som vart av det", "What became of it"),
        "notices_reason": Wording("Forklaring", "Forklaring", "Explanation"),
        "notices_put_off": Wording(
            "{0} (utsatt {1} ganger)", "{0} (utsett {1} gonger)", "{0} (put off {1} times)"),
        "said_answered": Wording(
            "Svaret er registrert.", "Svaret er registrert.", "The answer is recorded."),
    ]
}
