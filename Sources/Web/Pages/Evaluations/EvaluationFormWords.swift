/// Texts of the forms of an evaluation.
enum EvaluationFormWords {
    static let texts: [String: Wording] = answering.merging(deciding) { first, _ in first }
        .merging(inviting) { first, _ in first }
        .merging(concluding) { first, _ in first }

    private static let answering: [String: Wording] = [
        "do_answer": Wording("Svar for IMDi", "Svar for IMDi", "Answer for IMDi"),
        "scale": Wording(
            "1 er dårligst og 6 er best. La stå «Ikke svart» der du ikke vet.",
            "1 er dårlegast og 6 er best. La stå «Ikkje svart» der du ikkje veit.",
            "1 is poorest and 6 is best. Leave “No answer” where you do not know."),
        "comment": Wording("Kommentar", "Kommentar", "Comment"),
        "comment_on": Wording("Kommentaren om {0}", "Kommentaren om {0}", "The comment on {0}"),
        "deliver": Wording("Lever", "Lever", "Deliver"),
        "save_for_later": Wording("Lagre", "Lagre", "Save"),
        "answered_meanwhile": Wording(
            "Noen andre har lagret svar imens. Det du skrev, står her; det de lagret, står ved "
                + "hvert spørsmål. Lagre på nytt for å beholde ditt.",
            "Nokon andre har lagra svar i mellomtida. Det du skreiv, står her; det dei lagra, står "
                + "ved kvart spørsmål. Lagre på nytt for å halde på ditt.",
            "Somebody else has saved answers meanwhile. What you wrote stands here; what they "
                + "saved stands at each question. Save again to keep yours."),
        "meanwhile": Wording(
            "Lagret imens: {0}. {1}", "Lagra i mellomtida: {0}. {1}", "Saved meanwhile: {0}. {1}"),
        "score_taken_away": Wording(
            "{0} er levert med poeng før. Endre poengene; de kan ikke tas bort.",
            "{0} er levert med poeng før. Endre poenga; dei kan ikkje takast bort.",
            "{0} was delivered with a score before. Change the score; it cannot be taken away."),
    ]

    private static let deciding: [String: Wording] = [
        "do_approve": Wording("Godkjenn", "Godkjenn", "Approve"),
        "do_send_back": Wording("Send tilbake", "Send tilbake", "Send back"),
        "field_comment": Wording("Kommentar", "Kommentar", "Comment"),
        "field_reason_without_counterpart": Wording(
            "Grunn til å godkjenne uten svar fra motparten",
            "Grunn til å godkjenne utan svar frå motparten",
            "Reason to approve without the counterpart's answer"),
        "intro_send_back": Wording(
            "Skriv hva som mangler. IMDis del åpnes igjen, og kommentaren står øverst på siden.",
            "Skriv kva som manglar. IMDi sin del vert opna att, og kommentaren står øvst på sida.",
            "Write what is missing. IMDi's part opens again, with the comment on top of the page."),
        "intro_approve": Wording(
            "Evalueringen låses når den er godkjent.", "Evalueringa vert låst når ho er godkjend.",
            "The evaluation is locked once it is approved."),
        "approve_several": Wording(
            "Godkjenn evalueringer", "Godkjenn evalueringar", "Approve evaluations"),
        "intro_approve_several": Wording(
            "De som er verdt å se på, står øverst. Kryss av og velg tilråding for hver.",
            "Dei som er verde å sjå på, står øvst. Kryss av og vel tilråding for kvar.",
            "Those worth looking at stand first. Tick them and choose a recommendation for each."),
        "some_not_approved": Wording(
            "Noen ble ikke godkjent. Grunnen står ved hver av dem.",
            "Nokre vart ikkje godkjende. Grunnen står ved kvar av dei.",
            "Some were not approved. The reason stands at each of them."),
        "nothing_to_approve": Wording(
            "Ingen evalueringer venter på din godkjenning.",
            "Ingen evalueringar ventar på di godkjenning.",
            "No evaluations wait for your approval."),
        "look_at": Wording("Se på den", "Sjå på ho", "Look at it"),
        "approve_chosen": Wording("Godkjenn valgte", "Godkjenn valde", "Approve chosen"),
    ]

    private static let inviting: [String: Wording] = [
        "do_invite": Wording("Lag lenke", "Lag lenkje", "Make a link"),
        "field_contact": Wording("Kontaktperson", "Kontaktperson", "Contact person"),
        "hint_contact": Wording(
            "Kontaktpersoner legges til på avtalens side. Den som har e-post, får lenken der.",
            "Kontaktpersonar legg du til på sida til avtalen. Den som har e-post, får lenkja der.",
            "Contact persons are added on the agreement's page. Whoever has an e-mail address is "
                + "sent the link there."),
        "field_language": Wording("Språk", "Språk", "Language"),
        "intro_invite": Wording(
            "Kontaktpersonen svarer med en personlig lenke, uten å logge inn, til evalueringen er "
                + "godkjent. En tidligere lenke til samme person slutter å gjelde.",
            "Kontaktpersonen svarar med ei personleg lenkje, utan å logge inn, til evalueringa er "
                + "godkjend. Ei tidlegare lenkje til same person sluttar å gjelde.",
            "The contact person answers by a personal link, without signing in, until the "
                + "evaluation is approved. An earlier link of the same person holds no more."),
        "link_made": Wording("Lenken er laget", "Lenkja er laga", "The link is made"),
        "intro_link_made": Wording(
            "Send lenken til kontaktpersonen. Den som har lenken, kan svare.",
            "Send lenkja til kontaktpersonen. Den som har lenkja, kan svare.",
            "Send the link to the contact person. Whoever has the link can answer."),
        "link_once": Wording(
            "Lenken vises bare nå. Lag en ny hvis den blir borte.",
            "Lenkja vert vist berre no. Lag ei ny om ho blir borte.",
            "The link is shown only now. Make another if it is lost."),
        "back_to_evaluation": Wording(
            "Tilbake til evalueringen", "Tilbake til evalueringa", "Back to the evaluation"),
        "do_end_link": Wording("Avslutt lenken", "Avslutt lenkja", "End the link"),
        "intro_end_link": Wording(
            "{0} kan ikke svare lenger. Det som er svart, blir stående.",
            "{0} kan ikkje svare lenger. Det som er svart, blir ståande.",
            "{0} cannot answer any more. What was answered stays."),
    ]

    private static let concluding: [String: Wording] = [
        "do_conclude": Wording(
            "Skriv ned noe dere er enige om", "Skriv ned noko de er samde om",
            "Write down something you agree on"),
        "edit_conclusion": Wording("Endre", "Endre", "Change"),
        "do_withdraw_conclusion": Wording("Trekk tilbake", "Trekk tilbake", "Withdraw"),
        "intro_conclude": Wording(
            "Én ting om gangen: hver kan bli et tiltak i planen for neste år.",
            "Éin ting om gongen: kvar kan bli eit tiltak i planen for neste år.",
            "One thing at a time: each can become a measure of next year's plan."),
        "do_measure": Wording(
            "Gjør til tiltak i {0}", "Gjer til tiltak i {0}", "Make it a measure of {0}"),
        "make_measure": Wording("Nytt tiltak", "Nytt tiltak", "New measure"),
        "intro_measure": Wording(
            "Tiltak i planen for {0}, av: {1}", "Tiltak i planen for {0}, av: {1}",
            "Measure of the plan for {0}, from: {1}"),
    ]
}
