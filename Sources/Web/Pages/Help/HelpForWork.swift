/// Help about the pages where work is logged.
enum HelpForWork {
    static let topics = [start, day, list, agreement, handover, calendar]

    private static let start = HelpTopic(
        "start", Wording("Hjelp", "Hjelp", "Help"),
        Wording(
            "Avtalt holder rede på partnerskapsavtalene: hva som er avtalt, hva som er gjort, og "
                + "hva som står igjen. Nederst på hver side fører «Hjelp» til hjelp om den siden.",
            "Avtalt held greie på partnarskapsavtalane: kva som er avtalt, kva som er gjort, og "
                + "kva som står att. Nedst på kvar side fører «Hjelp» til hjelp om den sida.",
            "Avtalt keeps track of the partnership agreements: what was agreed, what is done and "
                + "what remains. At the foot of each page “Help” leads to help about that page."),
        [
            .init(
                ("Finne en avtale", "Finne ein avtale", "Find an agreement"),
                (
                    "Skriv nummer, kommune, tidligere kommune eller navn på en person i feltet "
                        + "øverst.",
                    "Skriv nummer, kommune, tidlegare kommune eller namn på ein person i feltet "
                        + "øvst.",
                    "Write a number, a municipality, a former municipality or a person's name in "
                        + "the field at the top."
                )),
            .init(
                ("Hvem kan gjøre hva", "Kven kan gjere kva", "Who may do what"),
                (
                    "Alle kan lese alt. Du fører det som gjelder din egen enhet. Direktøren "
                        + "godkjenner planer og evalueringer.",
                    "Alle kan lese alt. Du fører det som gjeld di eiga eining. Direktøren "
                        + "godkjenner planar og evalueringar.",
                    "Everybody may read everything. You record what belongs to your own unit. The "
                        + "director approves plans and evaluations."
                )),
            .init(
                ("Når noe blir feil", "Når noko blir feil", "When something went wrong"),
                (
                    "Ingenting blir slettet. Rett det på siden til avtalen; historikken viser hva "
                        + "som sto der, hvem som endret det, og når.",
                    "Ingenting blir sletta. Rett det på sida til avtalen; historikken viser kva "
                        + "som stod der, kven som endra det, og når.",
                    "Nothing is deleted. Correct it on the agreement's page; the history shows "
                        + "what stood there, who changed it, and when."
                )),
        ])

    private static let day = HelpTopic(
        "day", Wording("Min dag", "Min dag", "My day"),
        Wording(
            "Det som er over fristen, det som forfaller, og det som venter på deg, på tvers av "
                + "avtalene.",
            "Det som er over fristen, det som forfell, og det som ventar på deg, på tvers av "
                + "avtalane.",
            "What is late, what falls due and what waits for you, across the agreements."),
        [
            .init(
                ("Føre utfallet av et møte", "Føre utfallet av eit møte", "Record a meeting"),
                (
                    "Velg «Holdt» når møtet har vært. Ble det utsatt, velger du ny dato og "
                        + "skriver hvorfor. Den første datoen blir stående i registeret.",
                    "Vel «Halde» når møtet har vore. Vart det utsett, vel du ny dato og skriv "
                        + "kvifor. Den første datoen blir ståande i registeret.",
                    "Choose “Held” when the meeting has taken place. If it was postponed, choose "
                        + "the new date and write why. The first date stays in the register."
                )),
            .init(
                ("Lukke en oppfølging", "Lukke ei oppfølging", "Close a follow-up"),
                (
                    "Velg «Gjort». Trenger du mer tid, gir du en ny dato. Er den ikke din, gir du "
                        + "den til den som har ansvaret.",
                    "Vel «Gjort». Treng du meir tid, gjev du ein ny dato. Er ho ikkje di, gjev du "
                        + "ho til den som har ansvaret.",
                    "Choose “Done”. If you need more time, give a new date. If it is not yours, "
                        + "give it to whoever is responsible."
                )),
            .init(
                ("Logge noe du nettopp gjorde", "Logge noko du nettopp gjorde", "Log what you did"),
                (
                    "Skriv en linje i loggfeltet, for eksempel «Ringte Bodø om høstens møte». "
                        + "Kommunen i teksten finner avtalen.",
                    "Skriv ei linje i loggfeltet, til dømes «Ringde Bodø om møtet i haust». "
                        + "Kommunen i teksten finn avtalen.",
                    "Write a line in the log field, for example “Called Bodø about the autumn "
                        + "meeting”. The municipality in the text finds the agreement."
                )),
        ])

    private static let list = HelpTopic(
        "list", Wording("Avtaler", "Avtalar", "Agreements"),
        Wording(
            "Alle avtalene. Filtrene står i adressen, så du kan sende lenken til andre.",
            "Alle avtalane. Filtera står i adressa, så du kan sende lenkja til andre.",
            "All the agreements. The filters are part of the address, so you can send the link "
                + "to others."),
        [
            .init(
                ("Søke", "Søkje", "Search"),
                (
                    "Søket tar nummer, kommune, tidligere kommune, person og ord i tittel og "
                        + "formål. Listen endrer seg mens du skriver.",
                    "Søket tek nummer, kommune, tidlegare kommune, person og ord i tittel og "
                        + "føremål. Lista endrar seg medan du skriv.",
                    "The search takes numbers, municipalities, former municipalities, people and "
                        + "words of titles and purposes. The list changes while you write."
                )),
            .init(
                ("Lagre en visning", "Lagre ei vising", "Save a view"),
                (
                    "Filtre, sortering og kolonner kan lagres med et navn. Visningen er din egen.",
                    "Filter, sortering og kolonnar kan lagrast med eit namn. Visinga er di eiga.",
                    "Filters, sorting and columns can be saved under a name. The view is your own."
                )),
            .init(
                ("Ta listen med til Excel", "Ta lista med til Excel", "Take the list to Excel"),
                (
                    "«Hele listen som Excel» gir hele listen slik filtrene er, ikke bare siden du "
                        + "ser.",
                    "«Heile lista som Excel» gjev heile lista slik filtera er, ikkje berre sida du "
                        + "ser.",
                    "“The whole list as Excel” is the list as it is filtered, and not only the "
                        + "page that you see."
                )),
        ])

    private static let agreement = HelpTopic(
        "agreement", Wording("En avtale", "Ein avtale", "An agreement"),
        Wording(
            "Alt om én avtale: årene på en tidslinje, partene, løftene, årets plan, møtene, "
                + "dokumentene, kravene, varslene og historikken.",
            "Alt om éin avtale: åra på ei tidslinje, partane, lovnadene, planen for året, møta, "
                + "dokumenta, krava, varsla og historikken.",
            "All about one agreement: its years on a timeline, the parties, the promises, the "
                + "plan of the year, the meetings, documents, requirements, notices and history."),
        [
            .init(
                ("De ni kravene", "Dei ni krava", "The nine requirements"),
                (
                    "Hvert krav viser om det er oppfylt. Er det ikke det, står det hva som "
                        + "mangler, "
                        + "med en lenke til der du retter det.",
                    "Kvart krav viser om det er oppfylt. Er det ikkje det, står det kva som "
                        + "manglar, med ei lenkje til der du rettar det.",
                    "Each requirement shows whether it is met. If not, it says what is missing, "
                        + "with a link to where you mend it."
                )),
            .init(
                ("Lukke referatet fra et møte", "Lukke referatet frå eit møte", "Close minutes"),
                (
                    "Hvert vedtak må ha en ansvarlig og en dato. Da blir vedtakene oppfølginger "
                        + "når referatet lukkes.",
                    "Kvart vedtak må ha ein ansvarleg og ein dato. Då blir vedtaka oppfølgingar "
                        + "når referatet blir lukka.",
                    "Every decision needs somebody responsible and a date. Then the decisions "
                        + "become follow-ups when the minutes are closed."
                )),
            .init(
                ("Fornye", "Fornye", "Renew"),
                (
                    "«Forny» lager en ny avtale med de samme partene. Løfter som ikke er innfridd, "
                        + "følger med.",
                    "«Forny» lagar ein ny avtale med dei same partane. Lovnader som ikkje er "
                        + "innfridde, følgjer med.",
                    "“Renew” makes a new agreement with the same parties. Promises that are not "
                        + "kept yet are carried over."
                )),
            .init(
                (
                    "Når to endrer det samme", "Når to endrar det same",
                    "When two people change the same"
                ),
                (
                    "Lagrer noen før deg, ser du hva som er endret, og teksten din står der "
                        + "fortsatt. "
                        + "Velg hva som skal gjelde, og lagre igjen.",
                    "Lagrar nokon før deg, ser du kva som er endra, og teksten din står der "
                        + "framleis. Vel kva som skal gjelde, og lagre igjen.",
                    "If somebody saves before you, you see what was changed, and your text is "
                        + "still there. Choose what is to hold, and save again."
                )),
        ])

    private static let handover = HelpTopic(
        "handover", Wording("Overlevering", "Overlevering", "Hand-over"),
        Wording(
            "Gi en eller flere avtaler til en kollega, med et notat om hver av dem.",
            "Gje ein eller fleire avtalar til ein kollega, med eit notat om kvar av dei.",
            "Give one or more agreements to a colleague, with a note of each."),
        [
            .init(
                ("Slik gjør du det", "Slik gjer du det", "How to do it"),
                (
                    "Velg avtalene og mottakeren. Notatene er fylt ut fra registeret med status, "
                        + "løfter og neste datoer. Rett dem og send.",
                    "Vel avtalane og mottakaren. Notata er fylte ut frå registeret med status, "
                        + "lovnader og neste datoar. Rett dei og send.",
                    "Choose the agreements and the receiver. The notes are filled in from the "
                        + "register with state, promises and next dates. Correct and send them."
                )),
            .init(
                ("Hvem har ansvaret", "Kven har ansvaret", "Who is responsible"),
                (
                    "Giveren har ansvaret til mottakeren svarer ja. Varslene går til giveren så "
                        + "lenge.",
                    "Gjevaren har ansvaret til mottakaren svarar ja. Varsla går til gjevaren så "
                        + "lenge.",
                    "The giver stays responsible until the receiver accepts. Notices go to the "
                        + "giver until then."
                )),
            .init(
                ("Når ingen svarer", "Når ingen svarar", "When nobody answers"),
                (
                    "Etter fem arbeidsdager er svarfristen ute, og overleveringen blir vist som "
                        + "forsinket for direktøren. Giveren og direktøren kan trekke den tilbake.",
                    "Etter fem arbeidsdagar er svarfristen ute, og overleveringa blir vist som "
                        + "forseinka for direktøren. Gjevaren og direktøren kan trekkje ho "
                        + "tilbake.",
                    "After five working days the time to answer is over, and the hand-over is "
                        + "shown to the director as late. The giver and the director may withdraw "
                        + "it."
                )),
        ])

    private static let calendar = HelpTopic(
        "calendar", Wording("Kalender", "Kalender", "Calendar"),
        Wording(
            "Møter, frister og utløp som måned, uke eller liste.",
            "Møte, fristar og utløp som månad, veke eller liste.",
            "Meetings, due dates and expiries by month, week or list."),
        [
            .init(
                ("Få den i Outlook", "Få han i Outlook", "Have it in Outlook"),
                (
                    "Velg «Ha kalenderen i Outlook eller Thunderbird» under kalenderen, og «Lag "
                        + "adresse» for deg selv eller en region. Adressen vises én gang. Den er "
                        + "hemmelig: den som har den, kan lese kalenderen.",
                    "Vel «Ha kalenderen i Outlook eller Thunderbird» under kalenderen, og «Lag "
                        + "adresse» for deg sjølv eller ein region. Adressa blir vist éin gong. "
                        + "Ho er hemmeleg: den som har ho, kan lese kalenderen.",
                    "Choose “Have the calendar in Outlook or Thunderbird” below the calendar, and "
                        + "“Make an address” for yourself or a region. It is shown once. It is "
                        + "secret: whoever has it can read the calendar."
                )),
            .init(
                ("Slutte å dele", "Slutte å dele", "Stop sharing"),
                (
                    "Velg «Trekk tilbake» ved adressen. Da slutter den å virke, og du kan lage "
                        + "en ny.",
                    "Vel «Trekk tilbake» ved adressa. Då sluttar ho å verke, og du kan lage ei ny.",
                    "Choose “Revoke” at the address. Then it stops working, and you can make a "
                        + "new one."
                )),
        ])
}
