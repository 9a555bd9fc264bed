/// Texts of the hand-over pages.
enum HandoverWords {
    static let texts: [String: Wording] = lists.merging(offering) { first, _ in first }
        .merging(deciding) { first, _ in first }
        .merging(notes) { first, _ in first }
        .merging(problems) { first, _ in first }

    private static let lists: [String: Wording] = [
        "list_intro": Wording(
            "Når du gir fra deg avtaler, har du ansvaret for dem til mottakeren har svart ja. "
                + "Svarer ingen på fem arbeidsdager, må direktøren følge opp.",
            "Når du gjev frå deg avtalar, har du ansvaret for dei til mottakaren har svara ja. "
                + "Svarar ingen på fem arbeidsdagar, må direktøren følgje opp.",
            "When you hand over agreements, you stay responsible until the receiver has accepted. "
                + "If nobody answers in five working days, the director must see to it."),
        "new_title": Wording("Overlever avtaler", "Overlever avtalar", "Hand over agreements"),
        "to_me": Wording("Til deg", "Til deg", "To you"),
        "to_me_none": Wording(
            "Ingen avtaler venter på svar fra deg.", "Ingen avtalar ventar på svar frå deg.",
            "No agreements wait for your answer."),
        "from_me": Wording("Fra deg", "Frå deg", "From you"),
        "from_me_none": Wording(
            "Du har ikke overlevert noe som venter på svar.",
            "Du har ikkje overlevert noko som ventar på svar.",
            "You have handed over nothing that waits for an answer."),
        "others": Wording(
            "Andres, som venter på svar", "Andre sine, som ventar på svar",
            "Of others, waiting for an answer"),
        "others_none": Wording(
            "Ingen andre venter på svar.", "Ingen andre ventar på svar.",
            "Nobody else waits for an answer."),
        "decided": Wording("Besvart", "Svara på", "Answered"),
        "decided_none": Wording(
            "Ingen overleveringer er besvart ennå.", "Ingen overleveringar er svara på enno.",
            "No hand-over has been answered yet."),
        "one_agreement": Wording("1 avtale", "1 avtale", "1 agreement"),
        "agreements": Wording("{0} avtaler", "{0} avtalar", "{0} agreements"),
        "column_what": Wording("Hva", "Kva", "What"),
        "column_offered": Wording("Sendt", "Sendt", "Sent"),
        "column_state": Wording("Status", "Status", "Status"),
        "giver": Wording("Fra", "Frå", "From"),
        "receiver": Wording("Til", "Til", "To"),
        "state_offered": Wording(
            "Venter, svarfrist {0}", "Ventar, svarfrist {0}", "Waiting, answer by {0}"),
        "state_late": Wording(
            "Ikke besvart innen {0}", "Ikkje svara på innan {0}", "Not answered by {0}"),
        "state_accepted": Wording("Godtatt {0}", "Godteke {0}", "Accepted {0}"),
        "state_declined": Wording("Avslått {0}", "Avslått {0}", "Declined {0}"),
        "state_withdrawn": Wording("Trukket {0}", "Trekt {0}", "Withdrawn {0}"),
    ]

    private static let offering: [String: Wording] = [
        "new_intro": Wording(
            "Velg avtalene og hvem som skal ha dem. Etterpå skriver du et notat om hver av dem.",
            "Vel avtalane og kven som skal ha dei. Etterpå skriv du eit notat om kvar av dei.",
            "Choose the agreements and who is to have them. Then you write a note of each."),
        "which": Wording(
            "Hvilke avtaler", "Kva avtalar", "Which agreements"),
        "choose_all": Wording("Velg alle avtalene", "Vel alle avtalane", "Choose all agreements"),
        "show_agreements": Wording("Vis avtalene", "Vis avtalane", "Show agreements"),
        "go_on": Wording("Gå videre til notatene", "Gå vidare til notata", "Go on to the notes"),
        "away": Wording("{0} (borte i dag)", "{0} (borte i dag)", "{0} (away today)"),
        "no_agreements": Wording(
            "Det er ingen avtaler å overlevere.", "Det er ingen avtalar å overlevere.",
            "There are no agreements to hand over."),
        "offered_already": Wording(
            "Venter på svar fra andre", "Ventar på svar frå andre", "Waiting for others"),
        "offered_to": Wording("{0} {1}: til {2}", "{0} {1}: til {2}", "{0} {1}: to {2}"),
        "receiver_in": Wording("mottaker", "mottakar", "a receiver"),
        "error_agreement": Wording(
            "Velg minst én avtale", "Vel minst éin avtale", "Choose at least one agreement"),
        "error_most": Wording(
            "Velg {0} avtaler eller færre om gangen", "Vel {0} avtalar eller færre om gongen",
            "Choose {0} agreements or fewer at a time"),
        "write_title": Wording(
            "Skriv notat til mottakeren", "Skriv notat til mottakaren",
            "Write notes for the receiver"),
        "write_intro": Wording(
            "Fra {0} til {1}. Notatene er fylt ut fra registeret. Rett dem, og legg til det som "
                + "ikke står der.",
            "Frå {0} til {1}. Notata er fylte ut frå registeret. Rett dei, og legg til det som "
                + "ikkje står der.",
            "From {0} to {1}. The notes are filled in from the register. Correct them and add "
                + "what is not there."),
        "receiver_away": Wording(
            "{0} er borte i dag og kan bli sen med å svare.",
            "{0} er borte i dag og kan bli sein med å svare.",
            "{0} is away today and may be late to answer."),
        "note": Wording("Melding", "Melding", "Message"),
        "note_hint": Wording(
            "Valgfritt. Gjelder alle avtalene.", "Valfritt. Gjeld alle avtalane.",
            "Optional. About all the agreements."),
        "identity_hint": Wording(
            "Skriv ikke om enkeltpersoner og aldri fødselsnummer.",
            "Skriv ikkje om enkeltpersonar og aldri fødselsnummer.",
            "Write nothing of individuals, and never a national identity number."),
        "send_offer": Wording("Send til mottakeren", "Send til mottakaren", "Send to the receiver"),
        "said_offered": Wording(
            "Sendt. Du har ansvaret til mottakeren har svart.",
            "Sendt. Du har ansvaret til mottakaren har svara.",
            "Sent. You stay responsible until the receiver has answered."),
    ]

    private static let deciding: [String: Wording] = [
        "one_title": Wording("Overlevering fra {0}", "Overlevering frå {0}", "Hand-over from {0}"),
        "still_responsible": Wording(
            "{0} har ansvaret til mottakeren har svart ja.",
            "{0} har ansvaret til mottakaren har svara ja.",
            "{0} stays responsible until the receiver has accepted."),
        "late_text": Wording(
            "Svarfristen er ute. Direktøren må følge opp.",
            "Svarfristen er ute. Direktøren må følgje opp.",
            "The time to answer is over. The director must see to it."),
        "parts": Wording("Avtalene", "Avtalane", "The agreements"),
        "accept": Wording("Ta over ansvaret", "Ta over ansvaret", "Take over"),
        "decline_start": Wording("Si nei", "Sei nei", "Decline"),
        "decline": Wording("Send svaret nei", "Send svaret nei", "Send the refusal"),
        "withdraw": Wording("Trekk tilbake", "Trekk tilbake", "Withdraw"),
        "reason": Wording("Begrunnelse", "Grunngjeving", "Reason"),
        "reason_hint": Wording(
            "Giveren og direktøren leser den.", "Gjevaren og direktøren les ho.",
            "The giver and the director read it."),
        "said_accepted": Wording(
            "Du har tatt over ansvaret.", "Du har teke over ansvaret.", "You have taken over."),
        "said_declined": Wording(
            "Svaret er sendt. Giveren har fortsatt ansvaret.",
            "Svaret er sendt. Gjevaren har framleis ansvaret.",
            "The answer is sent. The giver stays responsible."),
        "said_withdrawn": Wording(
            "Overleveringen er trukket tilbake.", "Overleveringa er trekt tilbake.",
            "The hand-over is withdrawn."),
        "said_decided_before": Wording(
            "Noen hadde alt avgjort dette. Slik står det nå.",
            "Nokon hadde alt avgjort dette. Slik står det no.",
            "Somebody had decided this already. This is how it stands now."),
    ]

    private static let notes: [String: Wording] = [
        "note_state": Wording("Status:", "Status:", "State:"),
        "note_until": Wording("gjelder til {0}", "gjeld til {0}", "valid until {0}"),
        "note_meetings": Wording(
            "{0} av {1} strategiske møter holdt i år", "{0} av {1} strategiske møte haldne i år",
            "{0} of {1} strategic meetings held this year"),
        "note_promises": Wording("Løfter:", "Lovnader:", "Promises:"),
        "note_dates": Wording("Neste datoer:", "Neste datoar:", "Next dates:"),
        "note_none": Wording("ingen", "ingen", "none"),
        "note_late": Wording("over fristen", "over fristen", "late"),
        "note_more": Wording("og {0} til", "og {0} til", "and {0} more"),
        "note_meeting": Wording("møte", "møte", "meeting"),
        "note_no_outcome": Wording(
            "utfallet er ikke ført", "utfallet er ikkje ført", "the outcome is not recorded"),
        "by_imdi": Wording("IMDi", "IMDi", "IMDi"),
        "by_counterpart": Wording("motparten", "motparten", "the counterpart"),
        "by_both": Wording("begge", "begge", "both"),
        "status_draft": Wording("utkast", "utkast", "draft"),
        "status_negotiating": Wording(
            "under forhandling", "under forhandling", "under negotiation"),
        "status_active": Wording("aktiv", "aktiv", "active"),
        "status_ended": Wording("avsluttet", "avslutta", "ended"),
        "status_abandoned": Wording("skrinlagt", "skrinlagd", "abandoned"),
    ]

    private static let problems: [String: Wording] = [
        "problem_offered": Wording(
            "{0} er alt sendt til {1}. Trekk det tilbake først.",
            "{0} er alt sendt til {1}. Trekk det tilbake først.",
            "{0} has been sent to {1} already. Withdraw that first."),
        "problem_responsible": Wording(
            "{1} har ikke lenger ansvaret for {0}. Begynn på nytt.",
            "{1} har ikkje lenger ansvaret for {0}. Byrj på nytt.",
            "{1} is no longer responsible for {0}. Begin anew."),
        "problem_inactive": Wording(
            "{0} arbeider ikke her lenger. Velg en annen.",
            "{0} arbeider ikkje her lenger. Vel ein annan.",
            "{0} does not work here any more. Choose somebody else."),
        "problem_ended": Wording(
            "{0} er avsluttet og kan ikke overleveres.",
            "{0} er avslutta og kan ikkje overleverast.", "{0} has ended and cannot be handed over."
        ),
        "problem_other": Wording(
            "Dette kan ikke overleveres slik. Begynn på nytt.",
            "Dette kan ikkje overleverast slik. Byrj på nytt.",
            "This cannot be handed over like this. Begin anew."),
        "identity_somewhere": Wording(
            "En av tekstene ser ut til å ha et fødselsnummer. Ta det bort: registeret skal "
                + "ikke ha slike.",
            "Ein av tekstane ser ut til å ha eit fødselsnummer. Ta det bort: registeret skal "
                + "ikkje ha slike.",
            "One of the texts seems to hold a national identity number. Leave it out: the "
                + "register never holds them."),
    ]
}
