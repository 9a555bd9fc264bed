import Agreements

/// What letters say, and how a mail is answered, in each language.
enum LetterTexts {
    static func table(of language: Language) -> [Text: String] {
        switch language {
        case .nb: bokmaal
        case .nn: nynorsk
        case .en: english
        }
    }

    private static let bokmaal: [Text: String] = [
        .letterMissingSubject: "Evalueringer for {1} som mangler: {2}",
        .letterMissingWhat: "Disse evalueringene for {1} er ikke ferdige ennå.",
        .letterMissingLink: "Se hva som mangler",
        .letterInvitationSubject: "Evaluering {1}: {0}",
        .letterInvitationWhat:
            "IMDi ber dere vurdere samarbeidet i {1} om «{0}». Det tar noen minutter, og "
            + "dere kan stoppe og gå videre senere.",
        .letterNudgeSubject: "Påminnelse om evaluering {1}: {0}",
        .letterNudgeWhat: "Vi har ikke fått svaret deres på evalueringen av «{0}» for {1} ennå.",
        .letterAnswerLink: "Svar på evalueringen",
        .letterOfferSubject: "Du er tilbudt avtaler: {2}",
        .letterOfferWhat:
            "En kollega vil overlate avtaler til deg: {2}. Den som hadde ansvaret, har det "
            + "til du har svart.",
        .letterOfferLink: "Se overleveringen",
        .letterUnansweredSubject: "Overlevering uten svar: {2}",
        .letterUnansweredWhat:
            "Et tilbud om å ta over avtaler har ikke fått svar i tide: {2}. Sørg for at "
            + "noen tar over.",
        .letterAccountSubject: "Invitasjon til Avtalt",
        .letterAccountWhat:
            "Du er invitert til Avtalt, registeret over samarbeidsavtaler. Åpne lenken og velg "
            + "hvordan du logger inn. Den virker én gang.",
        .letterAccountLink: "Åpne invitasjonen",
        .letterDue: "Fristen er {0}.",
        .letterPersonal: "Lenken er bare til deg. Ikke send den videre.",
        .letterFooter: "Avtalt sender dette automatisk. Svar leses ikke.",
        .oneAgreement: "1 avtale",
        .manyAgreements: "{0} avtaler",
        .letterNotMineSubject: "Ny ansvarlig trengs: {0}",
        .letterNotMineWhat:
            "Den som fikk en påminnelse om «{0}», svarer at det ikke er deres. Sett en "
            + "annen til å gjøre det.",
        .headingByRegion: "Løftet til direktoratet, etter region",
        .headingLetters: "Dessuten",
        .answerHere: "Svar uten å logge inn:",
        .answerDone: "Ferdig",
        .answerLater: "Ny dato med grunn",
        .answerNotMine: "Feil person",
        .putOffOnce: "Utsatt én gang før.",
        .putOffTimes: "Utsatt {0} ganger før.",
    ]

    private static let nynorsk: [Text: String] = [
        .letterMissingSubject: "Evalueringar for {1} som manglar: {2}",
        .letterMissingWhat: "Desse evalueringane for {1} er ikkje ferdige enno.",
        .letterMissingLink: "Sjå kva som manglar",
        .letterInvitationSubject: "Evaluering {1}: {0}",
        .letterInvitationWhat:
            "IMDi bed dykk vurdere samarbeidet i {1} om «{0}». Det tek nokre minutt, og de "
            + "kan stoppe og gå vidare seinare.",
        .letterNudgeSubject: "Påminning om evaluering {1}: {0}",
        .letterNudgeWhat: "Vi har ikkje fått svaret dykkar på evalueringa av «{0}» for {1} enno.",
        .letterAnswerLink: "Svar på evalueringa",
        .letterOfferSubject: "Du er tilboden avtalar: {2}",
        .letterOfferWhat:
            "Ein kollega vil overlate avtalar til deg: {2}. Den som hadde ansvaret, har "
            + "det til du har svart.",
        .letterOfferLink: "Sjå overleveringa",
        .letterUnansweredSubject: "Overlevering utan svar: {2}",
        .letterUnansweredWhat:
            "Eit tilbod om å ta over avtalar har ikkje fått svar i tide: {2}. Syt for at "
            + "nokon tek over.",
        .letterAccountSubject: "Invitasjon til Avtalt",
        .letterAccountWhat:
            "Du er invitert til Avtalt, registeret over samarbeidsavtalar. Opne lenkja og vel "
            + "korleis du loggar inn. Ho verkar éin gong.",
        .letterAccountLink: "Opne invitasjonen",
        .letterDue: "Fristen er {0}.",
        .letterPersonal: "Lenkja er berre til deg. Ikkje send ho vidare.",
        .letterFooter: "Avtalt sender dette automatisk. Svar blir ikkje lesne.",
        .oneAgreement: "1 avtale",
        .manyAgreements: "{0} avtalar",
        .letterNotMineSubject: "Ny ansvarleg trengst: {0}",
        .letterNotMineWhat:
            "Den som fekk ei påminning om «{0}», svarar at det ikkje er deira. Set ein "
            + "annan til å gjere det.",
        .headingByRegion: "Løfta til direktoratet, etter region",
        .headingLetters: "Dessutan",
        .answerHere: "Svar utan å logge inn:",
        .answerDone: "Ferdig",
        .answerLater: "Ny dato med grunn",
        .answerNotMine: "Feil person",
        .putOffOnce: "Utsett éin gong før.",
        .putOffTimes: "Utsett {0} gonger før.",
    ]

    private static let english: [Text: String] = [
        .letterMissingSubject: "Evaluations of {1} that are missing: {2}",
        .letterMissingWhat: "These evaluations of {1} are not finished yet.",
        .letterMissingLink: "See what is missing",
        .letterInvitationSubject: "Evaluation {1}: {0}",
        .letterInvitationWhat:
            "IMDi asks you to assess the co-operation in {1} on “{0}”. It takes a few "
            + "minutes, and you can stop and go on later.",
        .letterNudgeSubject: "Reminder of evaluation {1}: {0}",
        .letterNudgeWhat: "We have not had your answer to the evaluation of “{0}” for {1} yet.",
        .letterAnswerLink: "Answer the evaluation",
        .letterOfferSubject: "Agreements are offered to you: {2}",
        .letterOfferWhat:
            "A colleague wants to hand agreements over to you: {2}. Whoever was "
            + "responsible stays so until you have answered.",
        .letterOfferLink: "See the handover",
        .letterUnansweredSubject: "Handover without an answer: {2}",
        .letterUnansweredWhat:
            "An offer to take agreements over has had no answer in time: {2}. See to it "
            + "that somebody takes over.",
        .letterAccountSubject: "Invitation to Avtalt",
        .letterAccountWhat:
            "You are invited to Avtalt, the register of partnership agreements. Open the link and "
            + "choose how you sign in. It works once.",
        .letterAccountLink: "Open the invitation",
        .letterDue: "Answer by {0}.",
        .letterPersonal: "The link is for you alone. Do not pass it on.",
        .letterFooter: "Avtalt sends this automatically. Replies are not read.",
        .oneAgreement: "1 agreement",
        .manyAgreements: "{0} agreements",
        .letterNotMineSubject: "A new person is needed: {0}",
        .letterNotMineWhat:
            "Whoever was reminded of “{0}” answers that it is not theirs. Let somebody "
            + "else do it.",
        .headingByRegion: "Escalated to head office, by region",
        .headingLetters: "Also",
        .answerHere: "Answer without signing in:",
        .answerDone: "Done",
        .answerLater: "New date with a reason",
        .answerNotMine: "Wrong person",
        .putOffOnce: "Put off once before.",
        .putOffTimes: "Put off {0} times before.",
    ]
}
