/// Help about reminders: how they are answered, and why one came or did not.
enum HelpForReminders {
    static let topics = [answers, notices]

    private static let answers = HelpTopic(
        "answers",
        Wording("Svare på påminnelser", "Svare på påminningar", "Answering reminders"),
        Wording(
            "Lenkene i e-posten fører til en side som spør én gang til. Du trenger ikke logge inn. "
                + "Ingenting blir endret før du trykker på knappen.",
            "Lenkjene i e-posten fører til ei side som spør éin gong til. Du treng ikkje logge "
                + "inn. Ingenting blir endra før du trykkjer på knappen.",
            "The links in the mail lead to a page that asks once more. You need not sign in. "
                + "Nothing is changed before you press the button."),
        [
            .init(
                ("Ferdig", "Ferdig", "Done"),
                (
                    "Møtet er holdt, oppfølgingen gjort eller tiltaket gjennomført. Det står som "
                        + "ført av deg.",
                    "Møtet er halde, oppfølginga gjord eller tiltaket gjennomført. Det står som "
                        + "ført av deg.",
                    "The meeting was held, the follow-up or the measure done. It is recorded as "
                        + "yours."
                )),
            .init(
                ("Ny dato", "Ny dato", "New date"),
                (
                    "Saken får ny dato med grunnen din, og ingen blir minnet om den før da. Hvor "
                        + "mange ganger den er utsatt, vises.",
                    "Saka får ny dato med grunnen din, og ingen blir mint om henne før då. Kor "
                        + "mange gonger ho er utsett, er vist.",
                    "It gets a new date with your reason, and nobody is reminded before then. How "
                        + "often it was put off is shown."
                )),
            .init(
                ("Feil person", "Feil person", "Wrong person"),
                (
                    "Lederen får vite det og setter en annen til det. Du blir ikke minnet om det "
                        + "den første uken.",
                    "Leiaren får vite det og set ein annan til det. Du blir ikkje mint om det "
                        + "den første veka.",
                    "The leader is told and lets somebody else do it. You are not reminded for the "
                        + "first week."
                )),
            .init(
                ("Lenker som ikke virker", "Lenkjer som ikkje verkar", "Links that do not work"),
                (
                    "En lenke gjelder i fjorten dager, for deg og én sak, og kan brukes én gang. "
                        + "Send den ikke videre.",
                    "Ei lenkje gjeld i fjorten dagar, for deg og éi sak, og kan brukast éin gong. "
                        + "Send henne ikkje vidare.",
                    "A link holds for fourteen days, for you and one subject, and can be used "
                        + "once. Do not pass it on."
                )),
        ])

    private static let notices = HelpTopic(
        "notices", Wording("Mine påminnelser", "Påminningane mine", "My reminders"),
        Wording(
            "Hver påminnelse med regelen bak, hva som ble av den, og hvorfor den ikke kom.",
            "Kvar påminning med regelen bak, kva som vart av henne, og kvifor ho ikkje kom.",
            "Each reminder with the rule behind it, what became of it, and why it did not come."),
        [
            .init(
                ("Høyst én e-post om dagen", "Høgst éin e-post om dagen", "One mail a day at most"),
                (
                    "Alt som er på tide, kommer i én e-post. Velg klokkeslett og språk under «Mine "
                        + "innstillinger».",
                    "Alt som er på tide, kjem i éin e-post. Vel klokkeslett og språk under "
                        + "«Innstillingane mine».",
                    "All that is due comes in one mail. Choose the hour and the language in your "
                        + "settings."
                )),
            .init(
                ("Venter", "Ventar", "Waits"),
                (
                    "Noen har svart med en ny dato, eller enheten har stille dager. Gjelder det "
                        + "fortsatt etterpå, kommer påminnelsen da.",
                    "Nokon har svara med ein ny dato, eller eininga har stille dagar. Gjeld det "
                        + "framleis etterpå, kjem påminninga då.",
                    "Somebody has answered with a new date, or the unit has quiet days. If it "
                        + "still holds afterwards, the reminder comes then."
                )),
        ])
}
