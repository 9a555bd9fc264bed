/// Texts of the round of evaluations and of the pages of each.
enum EvaluationsWords {
    static let texts: [String: Wording] = [
        list, states, page, results, EvaluationFactWords.texts, EvaluationFormWords.texts,
        RoundWords.texts,
    ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    private static let list: [String: Wording] = [
        "title": Wording("Evaluering", "Evaluering", "Evaluation"),
        "year": Wording("År", "År", "Year"),
        "unit": Wording("Enhet", "Eining", "Unit"),
        "all_units": Wording("Alle", "Alle", "All"),
        "count": Wording(
            "{1} evalueringer for {0}", "{1} evalueringar for {0}", "{1} evaluations for {0}"),
        "about": Wording(
            "Evalueringer åpnes 15. november og skal være ferdige 31. januar.",
            "Evalueringar vert opna 15. november og skal vere ferdige 31. januar.",
            "Evaluations open on 15 November and are due on 31 January."),
        "none": Wording(
            "Ingen evalueringer dette året.", "Ingen evalueringar dette året.",
            "No evaluations this year."),
        "agreement": Wording("Avtale", "Avtale", "Agreement"),
        "responsible": Wording("Ansvarlig", "Ansvarleg", "Responsible"),
        "state": Wording("Status", "Status", "State"),
        "counterpart": Wording("Motparten", "Motparten", "Counterpart"),
        "submitted_on": Wording("Levert", "Levert", "Submitted"),
        "approved_on": Wording("Godkjent", "Godkjend", "Approved"),
        "recommendation": Wording("Tilråding", "Tilråding", "Recommendation"),
        "to_approve": Wording(
            "{0} venter på din godkjenning", "{0} ventar på di godkjenning",
            "{0} wait for your approval"),
        "see_round": Wording("Slik går runden", "Slik går runden", "How the round goes"),
    ]

    private static let states: [String: Wording] = [
        "state_open": Wording("Åpen", "Open", "Open"),
        "state_submitted": Wording("Levert", "Levert", "Submitted"),
        "state_approved": Wording("Godkjent", "Godkjend", "Approved"),
        "counterpart_uninvited": Wording("Ikke invitert", "Ikkje invitert", "Not invited"),
        "counterpart_invited": Wording("Invitert", "Invitert", "Invited"),
        "counterpart_begun": Wording("Har begynt", "Har byrja", "Has begun"),
        "counterpart_answered": Wording("Har svart", "Har svart", "Has answered"),
        "counterpart_silent": Wording("Har ikke begynt", "Har ikkje byrja", "Has not begun"),
        "part_delivered": Wording("Levert", "Levert", "Delivered"),
        "part_open": Wording("Ikke levert", "Ikkje levert", "Not delivered"),
        "measure_planned": Wording("Planlagt", "Planlagt", "Planned"),
        "measure_in_progress": Wording("I gang", "I gang", "In progress"),
        "measure_done": Wording("Gjort", "Gjort", "Done"),
        "measure_cancelled": Wording("Avlyst", "Avlyst", "Cancelled"),
        "step_submitted": Wording(
            "IMDis del levert", "IMDi sin del levert", "IMDi's part delivered"),
        "step_answered": Wording("Motparten svarte", "Motparten svara", "The counterpart answered"),
        "step_sent_back": Wording("Sendt tilbake", "Send tilbake", "Sent back"),
        "step_approved": Wording("Godkjent", "Godkjend", "Approved"),
        "standout_no_answer": Wording(
            "Motparten har ikke svart", "Motparten har ikkje svara",
            "The counterpart has not answered"),
        "standout_gap": Wording(
            "Partene er ett poeng eller mer fra hverandre",
            "Partane er eitt poeng eller meir frå kvarandre",
            "The parties lie a point or more apart"),
        "standout_red_light": Wording(
            "Grunnlaget er rødt", "Grunnlaget er raudt", "The evidence is red"),
    ]

    private static let page: [String: Wording] = [
        "one_title": Wording("Evaluering {0}: {1}", "Evaluering {0}: {1}", "Evaluation {0}: {1}"),
        "term": Wording(
            "Begge parter svarer innen {0}.", "Begge partar svarar innan {0}.",
            "Both parties answer by {0}."),
        "facts": Wording("Fakta om året", "Fakta om året", "Facts of the year"),
        "scores": Wording("Det partene mener", "Det partane meiner", "What the parties say"),
        "conclusions": Wording(
            "Det partene er enige om", "Det partane er samde om", "What the parties agree on"),
        "respondents": Wording(
            "Motpartens svar", "Svaret frå motparten", "The counterpart's answer"),
        "history": Wording("Historikk", "Historikk", "History"),
        "sent_back_by": Wording(
            "Sendt tilbake av {0}:", "Send tilbake av {0}:", "Sent back by {0}:"),
        "stands_out": Wording("Verdt å se på:", "Verdt å sjå på:", "Worth looking at:"),
        "hidden_until": Wording(
            "Ingen av partene ser hva den andre mener før begge har levert, eller fristen er ute "
                + "{0}.",
            "Ingen av partane ser kva den andre meiner før begge har levert, eller fristen er ute "
                + "{0}.",
            "Neither party sees what the other says before both have delivered, or the term is "
                + "over on {0}."),
        "own_part": Wording("IMDis del så langt", "IMDi sin del så langt", "IMDi's part so far"),
        "blank": Wording("Ikke svart", "Ikkje svart", "No answer"),
        "score": Wording("Avtalens poeng", "Poenga til avtalen", "The agreement's score"),
        "rating": Wording("Vurdering", "Vurdering", "Rating"),
        "gap_title": Wording(
            "Poeng fra hver part", "Poeng frå kvar part", "Scores of each party"),
        "gap_flagged": Wording(
            "Partene er {0} poeng fra hverandre. Snakk om hvorfor.",
            "Partane er {0} poeng frå kvarandre. Snakk om kvifor.",
            "The parties lie {0} points apart. Talk about why."),
        "gap_small": Wording(
            "Partene er {0} poeng fra hverandre.", "Partane er {0} poeng frå kvarandre.",
            "The parties lie {0} points apart."),
        "comments": Wording("Kommentarer", "Kommentarar", "Comments"),
        "no_conclusions": Wording(
            "Ingenting er skrevet ned ennå.", "Ingenting er skrive ned enno.",
            "Nothing is written down yet."),
        "conclude_later": Wording(
            "Skriv det ned når begge parter har levert, og før godkjenning.",
            "Skriv det ned når begge partar har levert, og før godkjenning.",
            "Write it down when both parties have delivered, and before the approval."),
        "became": Wording(
            "Tiltak i planen for {1}: {0}", "Tiltak i planen for {1}: {0}",
            "Measure in the plan for {1}: {0}"),
        "no_respondents": Wording(
            "Ingen er invitert til å svare for motparten.",
            "Ingen er inviterte til å svare for motparten.",
            "Nobody is invited to answer for the counterpart."),
        "invited_on": Wording("invitert {0}", "invitert {0}", "invited on {0}"),
        "link_ended": Wording("lenken avsluttet {0}", "lenkja avslutta {0}", "link ended on {0}"),
    ]

    private static let results: [String: Wording] = [
        "said_submitted": Wording(
            "IMDis del er levert.", "IMDi sin del er levert.", "IMDi's part is delivered."),
        "said_sent_back": Wording("Sendt tilbake.", "Send tilbake.", "Sent back."),
        "said_approved": Wording("Godkjent.", "Godkjend.", "Approved."),
        "said_invited": Wording(
            "Invitasjonen er sendt.", "Invitasjonen er send.", "The invitation is sent."),
        "said_nudged": Wording(
            "Påminnelsene går med neste e-post til hver.",
            "Påminningane går med neste e-post til kvar.",
            "The reminders go with each person's next mail."),
        "said_nudged_today": Wording(
            "Alle er påminnet i dag, eller har en påminnelse som venter.",
            "Alle er påminte i dag, eller har ei påminning som ventar.",
            "Everybody has been reminded today, or has a reminder that waits."),
        "said_link_ended": Wording(
            "Lenken er avsluttet.", "Lenkja er avslutta.", "The link is ended."),
    ]
}
