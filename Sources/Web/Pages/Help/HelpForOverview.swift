/// Help about the pages that sum up.
enum HelpForOverview {
    static let topics = [region, norway, evaluations, respond, reports]

    private static let region = HelpTopic(
        "region", Wording("Region", "Region", "Region"),
        Wording(
            "Regionens avtaler mot de ni kravene, hvor mye hver person har å gjøre det neste "
                + "halvåret, og kommunene uten avtale.",
            "Avtalane i regionen mot dei ni krava, kor mykje kvar person har å gjere det neste "
                + "halvåret, og kommunane utan avtale.",
            "The region's agreements against the nine requirements, how much each person has to do "
                + "in the coming half year, and the municipalities without an agreement."),
        [
            .init(
                (
                    "Kommuner uten avtale", "Kommunar utan avtale",
                    "Municipalities without an agreement"
                ),
                (
                    "De er ordnet etter vedtatte plasser, bosatte og folketall, så de som betyr "
                        + "mest for bosettingen, står øverst.",
                    "Dei er ordna etter vedtekne plassar, busette og folketal, så dei som betyr "
                        + "mest for busetjinga, står øvst.",
                    "They are ranked by places decided, people settled and population, so that "
                        + "those which matter most for settlement come first."
                )),
            .init(
                ("Arbeidsmengde", "Arbeidsmengd", "Load"),
                (
                    "Hver uke viser møter, oppfølginger og tiltak som forfaller hos hver person. "
                        + "Den som er borte, er merket.",
                    "Kvar veke viser møte, oppfølgingar og tiltak som forfell hos kvar person. Den "
                        + "som er borte, er merkt.",
                    "Each week shows the meetings, follow-ups and measures that fall due for each "
                        + "person. Whoever is away is marked."
                )),
        ])

    private static let norway = HelpTopic(
        "norway", Wording("Norge", "Noreg", "Norway"),
        Wording(
            "De seks regionene side om side med alle indikatorene, spredning og lys.",
            "Dei seks regionane side om side med alle indikatorane, spreiing og lys.",
            "The six regions side by side with every indicator, spread and lights."),
        [
            .init(
                ("Hva tallene betyr", "Kva tala tyder", "What the figures mean"),
                (
                    "Hver indikator har en definisjon. Teller og nevner står ved brøkene, og hvert "
                        + "tall åpner postene det er regnet ut fra.",
                    "Kvar indikator har ein definisjon. Teljar og nemnar står ved brøkane, og "
                        + "kvart tal opnar postane det er rekna ut frå.",
                    "Each indicator has a definition. Ratios show numerator and denominator, and "
                        + "every figure opens the records that it is worked out from."
                )),
            .init(
                ("Lysene", "Lysa", "The lights"),
                (
                    "Grønt: målet er nådd. Gult: minst 80 % av målet. Rødt: under det. Grått: "
                        + "ingen mål er satt. Lyset står alltid også i ord.",
                    "Grønt: målet er nådd. Gult: minst 80 % av målet. Raudt: under det. Grått: "
                        + "ingen mål er sette. Lyset står alltid òg i ord.",
                    "Green: the target is met. Yellow: 80 % of it or more. Red: below that. Grey: "
                        + "there is no target. The light is always said in words as well."
                )),
            .init(
                ("Kartet", "Kartet", "The map"),
                (
                    "Hver rute er en kommune, ordnet etter fylke og region. Det samme står i en "
                        + "tabell under kartet.",
                    "Kvar rute er ein kommune, ordna etter fylke og region. Det same står i ein "
                        + "tabell under kartet.",
                    "Each tile is a municipality, ordered by county and region. The same is in a "
                        + "table below the map."
                )),
            .init(
                (
                    "Dekning hos myndighetene", "Dekning hos styresmaktene",
                    "Coverage of authorities"
                ),
                (
                    "Rutenettet viser hvilke statlige myndigheter det er avtale med i hver region "
                        + "og hvert fylke. Hullene er der avtalen mangler.",
                    "Rutenettet viser kva statlege styresmakter det er avtale med i kvar region og "
                        + "kvart fylke. Hola er der avtalen manglar.",
                    "The grid shows with which state authorities there is an agreement in each "
                        + "region and county. The holes are where it is missing."
                )),
        ])

    private static let evaluations = HelpTopic(
        "evaluations", Wording("Evaluering", "Evaluering", "Evaluation"),
        Wording(
            "Hver avtale som gjelder 15. november, blir evaluert av begge parter innen 31. januar.",
            "Kvar avtale som gjeld 15. november, blir evaluert av begge partar innan 31. januar.",
            "Every agreement in force on 15 November is evaluated by both parties by 31 January."),
        [
            .init(
                ("Svare for IMDi", "Svare for IMDi", "Answer for IMDi"),
                (
                    "Fakta om året er fylt ut fra registeret. Du gir poeng fra 1 til 6 og skriver "
                        + "hvorfor. Lagre så ofte du vil; lever når delen er ferdig.",
                    "Fakta om året er fylt ut frå registeret. Du gir poeng frå 1 til 6 og skriv "
                        + "kvifor. Lagre så ofte du vil; lever når delen er ferdig.",
                    "The facts of the year are filled in from the register. You score from 1 to 6 "
                        + "and write why. Save as often as you like; deliver when it is whole."
                )),
            .init(
                ("Be motparten svare", "Be motparten svare", "Ask the counterpart"),
                (
                    "Lag en personlig lenke for en kontaktperson. Lenken gjelder til evalueringen "
                        + "er godkjent, eller til du avslutter den.",
                    "Lag ei personleg lenkje for ein kontaktperson. Lenkja gjeld til evalueringa "
                        + "er godkjend, eller til du avsluttar ho.",
                    "Make a personal link for a contact person. It holds until the evaluation is "
                        + "approved, or until you end it."
                )),
            .init(
                ("Når partene ser hverandre", "Når partane ser kvarandre", "When both see"),
                (
                    "Ingen ser den andres poeng før begge har levert, eller fristen er ute. Da "
                        + "viser siden hvor de er uenige, og dere skriver ned det dere er enige "
                        + "om. Hvert punkt kan bli et tiltak i planen for neste år.",
                    "Ingen ser poenga til den andre før begge har levert, eller fristen er ute. Då "
                        + "viser sida kvar dei er usamde, og de skriv ned det de er samde om. "
                        + "Kvart punkt kan bli eit tiltak i planen for neste år.",
                    "Nobody sees the other's scores before both have delivered, or the term is "
                        + "over. Then the page shows where they differ, and you write down what "
                        + "you agree on. Each point can become a measure of next year's plan."
                )),
            .init(
                ("Godkjenne", "Godkjenne", "Approve"),
                (
                    "Direktøren godkjenner, eller sender tilbake med en kommentar. Uten svar fra "
                        + "motparten må det stå hvorfor. Flere kan godkjennes på én gang; de som "
                        + "er verdt å se på, står øverst.",
                    "Direktøren godkjenner, eller sender tilbake med ein kommentar. Utan svar frå "
                        + "motparten må det stå kvifor. Fleire kan godkjennast på éin gong; dei "
                        + "som er verde å sjå på, står øvst.",
                    "The director approves, or sends back with a comment. Without the "
                        + "counterpart's answer a reason must be given. Several can be approved at "
                        + "once; those worth looking at stand on top."
                )),
        ])

    /// For somebody at a counterpart, who has no account.
    private static let respond = HelpTopic(
        "respond",
        Wording("Svare på evalueringen", "Svare på evalueringa", "Answer the evaluation"),
        Wording(
            "Du svarer for din part med den personlige lenken du har fått. Du trenger ingen konto.",
            "Du svarar for parten din med den personlege lenkja du har fått. Du treng ingen konto.",
            "You answer for your party by the personal link that you were sent. You need no "
                + "account."),
        [
            .init(
                ("Lagre og gå videre senere", "Lagre og gå vidare seinare", "Save and go on later"),
                (
                    "Velg «Lagre», og lukk siden. Samme lenke viser svarene dine når du kommer "
                        + "tilbake, også på en annen telefon eller maskin.",
                    "Vel «Lagre», og lukk sida. Same lenkje viser svara dine når du kjem attende, "
                        + "òg på ein annan telefon eller ei anna maskin.",
                    "Choose “Save” and close the page. The same link shows your answers when you "
                        + "come back, on another phone or computer too."
                )),
            .init(
                ("Hvem ser svaret", "Kven ser svaret", "Who sees the answer"),
                (
                    "IMDi ser det når begge parter har levert, eller fristen er ute. Da ser du "
                        + "også hva IMDi mener. Ikke send lenken videre: den som har den, kan "
                        + "svare i ditt navn.",
                    "IMDi ser det når begge partar har levert, eller fristen er ute. Då ser du òg "
                        + "kva IMDi meiner. Ikkje send lenkja vidare: den som har ho, kan svare i "
                        + "ditt namn.",
                    "IMDi sees it when both parties have delivered, or the term is over. Then you "
                        + "see what IMDi says, too. Do not pass the link on: whoever has it can "
                        + "answer in your name."
                )),
        ])

    private static let reports = HelpTopic(
        "reports", Wording("Rapporter", "Rapportar", "Reports"),
        Wording(
            "Månedsstatus, halvårsrapport og årsrapport. En rapport som er utgitt, endrer seg "
                + "ikke.",
            "Månadsstatus, halvårsrapport og årsrapport. Ein rapport som er gjeven ut, endrar seg "
                + "ikkje.",
            "Monthly status, half-year report and annual report. A report that was issued does not "
                + "change."),
        [
            .init(
                ("Bestill en rapport", "Ting ein rapport", "Order a report"),
                (
                    "Hovedkontoret bestiller for hvilken periode og enhet som helst, på "
                        + "inndelingen i regioner fra den gangen eller nå. Er perioden rapportert "
                        + "før, blir det en ny utgave.",
                    "Hovudkontoret tingar for kva periode og eining som helst, på inndelinga i "
                        + "regionar frå den gongen eller no. Er perioden rapportert før, vert det "
                        + "ei ny utgåve.",
                    "Head office orders for any period and unit, on the division into regions of "
                        + "then or of now. A period that was reported on before gets a new edition."
                )),
            .init(
                ("Hva er endret siden sist", "Kva er endra sidan sist", "What has changed since"),
                (
                    "Utgavens side viser hvilke tall som er endret, og hvilke opplysninger som ble "
                        + "rettet, av hvem og når. Hvert tall fører til opplysningene bak det.",
                    "Sida til utgåva viser kva tal som er endra, og kva opplysningar som vart "
                        + "retta, av kven og når. Kvart tal fører til opplysningane bak det.",
                    "The edition's page shows which figures changed, and which records were "
                        + "corrected, by whom and when. Every figure leads to the "
                        + "records behind it."
                )),
            .init(
                ("En del mangler", "Ein del manglar", "A part is missing"),
                (
                    "Delen til en enhet kunne ikke regnes ut. Rapporten kommer uten den og sier "
                        + "det. Når noen under Drift har fått den gjort, kommer en ny utgave.",
                    "Delen til ei eining kunne ikkje reknast ut. Rapporten kjem utan han og seier "
                        + "det. Når nokon under Drift har fått han gjord, kjem ei ny utgåve.",
                    "A unit's part could not be worked out. The report comes without it and says "
                        + "so. Once somebody has had it done under Operations, a new edition comes."
                )),
            .init(
                ("Mål og lys", "Mål og lys", "Targets and lights"),
                (
                    "Hovedkontoret setter mål for et år, en enhet og en indikator. Grønt er målet "
                        + "nådd, gult er 80 % av det eller mer, rødt er under. Et mål som ikke "
                        + "gjelder lenger, blir tatt bort med en grunn.",
                    "Hovudkontoret set mål for eit år, ei eining og ein indikator. Grønt er målet "
                        + "nådd, gult er 80 % av det eller meir, raudt er under. Eit mål som "
                        + "ikkje gjeld lenger, blir teke bort med ein grunn.",
                    "Head office sets targets for a year, a unit and an indicator. Green is the "
                        + "target met, yellow 80% of it or more, red below. A target that holds "
                        + "no longer is taken back with a reason."
                )),
        ])
}
