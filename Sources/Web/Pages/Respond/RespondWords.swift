/// Texts of the page on which a counterpart answers.
enum RespondWords {
    static let texts: [String: Wording] = [
        "respond_title": Wording(
            "Evaluering {0}: {1}", "Evaluering {0}: {1}", "Evaluation {0}: {1}"),
        "respond_until": Wording(
            "Svar innen {0}. Du kan lagre underveis, og gå videre senere med samme lenke.",
            "Svar innan {0}. Du kan lagre undervegs, og gå vidare seinare med same lenkje.",
            "Answer by {0}. You can save as you go, and go on later by the same link."),
        "respond_delivered": Wording(
            "Svaret ble levert {0}. Du kan endre det til begge parter har levert.",
            "Svaret vart levert {0}. Du kan endre det til begge partar har levert.",
            "Your answer was delivered on {0}. You can change it until both parties have "
                + "delivered."),
        "respond_seen": Wording(
            "Svaret ble levert {0}. Takk! Nedenfor ser du hva begge parter mener.",
            "Svaret vart levert {0}. Takk! Nedanfor ser du kva begge partar meiner.",
            "Your answer was delivered on {0}. Thank you! Below you see what both parties say."),
        "respond_about": Wording(
            "Det du svarer på", "Det du svarar på", "What you answer about"),
        "respond_look": Wording(
            "Avtalen, løftene, møtene og tiltakene", "Avtalen, lovnadene, møta og tiltaka",
            "The agreement, its promises, meetings and measures"),
        "respond_answers": Wording("Svaret ditt", "Svaret ditt", "Your answer"),
        "respond_how": Wording(
            "IMDi ser ikke svaret før begge parter har levert, eller fristen er ute.",
            "IMDi ser ikkje svaret før begge partar har levert, eller fristen er ute.",
            "IMDi does not see your answer before both parties have delivered, or the term is "
                + "over."),
        "both_say": Wording(
            "Det begge parter mener", "Det begge partar meiner", "What both parties say"),
        "commitments": Wording(
            "Løfter i avtalen", "Lovnader i avtalen", "Promises of the agreement"),
        "meetings_of": Wording("Møter i {0}", "Møte i {0}", "Meetings of {0}"),
        "measures_of": Wording("Tiltak i {0}", "Tiltak i {0}", "Measures of {0}"),
        "nothing_here": Wording("Ingen registrert", "Ingen registrerte", "None recorded"),
        "closed_approved": Wording(
            "Evalueringen ble godkjent {0} og er lukket. Svaret kan ikke endres lenger.",
            "Evalueringa vart godkjend {0} og er lukka. Svaret kan ikkje endrast lenger.",
            "The evaluation was approved on {0} and is closed. Your answer cannot be changed any "
                + "more."),
        "closed_ended": Wording(
            "Denne lenken gjelder ikke lenger.", "Denne lenkja gjeld ikkje lenger.",
            "This link holds no more."),
        "closed_do": Wording(
            "Ta kontakt med IMDi hvis du har noe å legge til.",
            "Ta kontakt med IMDi dersom du har noko å leggje til.",
            "Write to IMDi if you have something to add."),
        "said_saved_for_later": Wording(
            "Lagret. Du kan lukke siden og gå videre senere med samme lenke.",
            "Lagra. Du kan lukke sida og gå vidare seinare med same lenkje.",
            "Saved. You can close the page and go on later by the same link."),
        "said_delivered": Wording(
            "Svaret er levert. Takk!", "Svaret er levert. Takk!",
            "Your answer is delivered. Thank you!"),
    ]
}
