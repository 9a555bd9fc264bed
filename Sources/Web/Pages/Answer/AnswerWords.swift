/// Texts of the pages where reminders are answered.
enum AnswerWords {
    static let texts: [String: Wording] = forms.merging(standings) { first, _ in first }

    private static let forms: [String: Wording] = [
        "answer": Wording("Svar på påminnelse", "Svar på påminning", "Answer to a reminder"),
        "answer_done": Wording("Ferdig", "Ferdig", "Done"),
        "answer_later": Wording("Ny dato", "Ny dato", "New date"),
        "answer_not_mine": Wording("Feil person", "Feil person", "Wrong person"),
        "answer_submit_done": Wording("Før som ferdig", "Før som ferdig", "Record as done"),
        "answer_submit_later": Wording("Sett ny dato", "Set ny dato", "Set the new date"),
        "answer_submit_not_mine": Wording(
            "Si fra til lederen", "Sei frå til leiaren", "Tell the leader"),
        "answer_day_done": Wording("Ferdig den", "Ferdig den", "Done on"),
        "answer_day_later": Wording("Ny dato", "Ny dato", "New date"),
        "answer_reason_later": Wording("Grunn", "Grunn", "Reason"),
        "answer_reason_not_mine": Wording(
            "Hvem bør ha det, eller hvorfor ikke du?",
            "Kven bør ha det, eller kvifor ikkje du?",
            "Who should have it, or why not you?"),
        "field_reason": Wording("Grunn", "Grunn", "Reason"),
        "identity_hint": Wording(
            "Skriv ikke fødselsnummer eller noe om enkeltpersoner.",
            "Skriv ikkje fødselsnummer eller noko om enkeltpersonar.",
            "Write no national identity numbers and nothing about individuals."),
        "error_answer_day": Wording(
            "Velg en dag etter i dag og senest {0}", "Vel ein dag etter i dag og seinast {0}",
            "Choose a day after today and by {0}"),
        "answer_otherwise": Wording("Eller svar", "Eller svar", "Or answer"),
        "answer_due": Wording("Dato som gjelder nå", "Dato som gjeld no", "Date that holds now"),
        "answer_put_off": Wording("Ganger utsatt", "Gonger utsett", "Times put off"),
        "agreement": Wording("Avtale", "Avtale", "Agreement"),
        "answer_record": Wording(
            "Se saken (krever innlogging)", "Sjå saka (krev innlogging)",
            "See the record (you must sign in)"),
    ]

    private static let standings: [String: Wording] = [
        "answer_used": Wording(
            "Svaret er registrert: {0}. Lenken kan ikke brukes igjen.",
            "Svaret er registrert: {0}. Lenkja kan ikkje brukast igjen.",
            "The answer is recorded: {0}. The link cannot be used again."),
        "answer_expired": Wording(
            "Lenken er for gammel. Logg inn for å svare.",
            "Lenkja er for gammal. Logg inn for å svare.",
            "The link is too old. Sign in to answer."),
        "answer_closed": Wording(
            "Dette er allerede ferdig. Ingenting er endret.",
            "Dette er alt ferdig. Ingenting er endra.",
            "This is done already. Nothing is changed."),
        "answer_not_allowed": Wording(
            "Du har ikke lenger rett til å svare på dette. Ingenting er endret.",
            "Du har ikkje lenger rett til å svare på dette. Ingenting er endra.",
            "You no longer have the right to answer this. Nothing is changed."),
    ]
}
