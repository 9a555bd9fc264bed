/// Help about what keeps the system going, and about oneself.
enum HelpForUpkeep {
    static let topics = [tasks, administration, rules, importing, audit, signIn, settings, errors]

    private static let tasks = HelpTopic(
        "tasks", Wording("Drift", "Drift", "Operations"),
        Wording(
            "Det systemet gjør av seg selv: hva som er planlagt, står i kø, er gjort, blir prøvd "
                + "igjen eller har stoppet.",
            "Det systemet gjer av seg sjølv: kva som er planlagt, står i kø, er gjort, blir prøvd "
                + "igjen eller har stoppa.",
            "What the system does by itself: what is planned, queued, done, tried again or "
                + "stopped."),
        [
            .init(
                ("Når noe har stoppet", "Når noko har stoppa", "When something has stopped"),
                (
                    "Åpne oppgaven. Der står årsaken. Rett den, og velg «Prøv igjen». En oppgave "
                        + "som ikke lenger trengs, kan avlyses.",
                    "Opne oppgåva. Der står årsaka. Rett ho, og vel «Prøv igjen». Ei oppgåve som "
                        + "ikkje trengst lenger, kan avlysast.",
                    "Open the task. The reason is there. Mend it and choose “Retry”. A task that "
                        + "is no longer needed can be cancelled."
                )),
            .init(
                ("Pause", "Pause", "Pause"),
                (
                    "Mens en type oppgaver er satt på pause, samler de seg i kø. Ingenting går "
                        + "tapt.",
                    "Medan ein type oppgåver er sett på pause, samlar dei seg i kø. Ingenting går "
                        + "tapt.",
                    "While a kind of task is paused, its tasks gather in the queue. Nothing is "
                        + "lost."
                )),
        ])

    private static let administration = HelpTopic(
        "administration", Wording("Administrasjon", "Administrasjon", "Administration"),
        Wording(
            "Personer, roller, enheter, fravær, regler, import, endringslogg og nøkler for "
                + "programmer.",
            "Personar, roller, einingar, fråvær, reglar, import, endringslogg og nøklar for "
                + "program.",
            "People, roles, units, leave, rules, imports, the audit trail and tokens for "
                + "programs."),
        [
            .init(
                ("Ny medarbeider", "Ny medarbeidar", "A new colleague"),
                (
                    "Velg «Ny person», og så «Send invitasjon på e-post» på siden til personen. "
                        + "Med «Lag invitasjon» får du i stedet en lenke som du gir personen; uten "
                        + "e-posttjener er det måten å gjøre det på. Lenken gjelder i 72 timer. "
                        + "Personen velger passordet selv.",
                    "Vel «Ny person», og så «Send invitasjon på e-post» på sida til personen. Med "
                        + "«Lag invitasjon» får du i staden ei lenkje som du gjev personen; utan "
                        + "e-posttenar er det måten å gjere det på. Lenkja gjeld i 72 timar. "
                        + "Personen vel passordet sjølv.",
                    "Choose “New person”, and then “Send an invitation by mail” on the person's "
                        + "page. “Make an invitation” shows you a link to hand over instead; "
                        + "without a mail server that is the way to do it. The link holds for 72 "
                        + "hours. The person chooses the password."
                )),
            .init(
                ("Noen slutter", "Nokon sluttar", "Somebody leaves"),
                (
                    "Overlever avtalene først. Ta så bort krysset ved «Arbeider her». Navnet blir "
                        + "stående i historikken.",
                    "Overlever avtalane først. Ta så bort krysset ved «Arbeider her». Namnet blir "
                        + "ståande i historikken.",
                    "Hand the agreements over first. Then take the tick away at “Works here”. The "
                        + "name stays in the history."
                )),
            .init(
                ("Fravær", "Fråvær", "Leave"),
                (
                    "Varsler til den som er borte, går til stedfortrederen eller direktøren.",
                    "Varsel til den som er borte, går til varapersonen eller direktøren.",
                    "Notices to whoever is away go to the deputy or the director."
                )),
            .init(
                ("Nøkler for programmer", "Nøklar for program", "API tokens"),
                (
                    "En nøkkel har en rolle, en enhet og en siste dag, og vises én gang. Trekk den "
                        + "tilbake når programmet ikke brukes mer.",
                    "Ein nøkkel har ei rolle, ei eining og ein siste dag, og blir vist éin gong. "
                        + "Trekk han tilbake når programmet ikkje blir brukt meir.",
                    "A token has a role, a unit and a last day, and is shown once. Revoke it when "
                        + "the program is not used any more."
                )),
        ])

    private static let rules = HelpTopic(
        "rules", Wording("Regler", "Reglar", "Rules"),
        Wording(
            "Hvem som får varsel om hva, og hvor lenge før eller etter fristen.",
            "Kven som får varsel om kva, og kor lenge før eller etter fristen.",
            "Who is told of what, and how long before or after it is due."),
        [
            .init(
                ("Prøv før du slår på", "Prøv før du slår på", "Rehearse first"),
                (
                    "«Lagre og prøv ut» viser hvem som ville få hva på hvilken dag de neste 90 "
                        + "dagene. Ingenting blir sendt. Så kan du velge «Ta reglene i bruk».",
                    "«Lagre og prøv ut» viser kven som ville få kva på kva dag dei neste 90 "
                        + "dagane. Ingenting blir sendt. Så kan du velje «Ta reglane i bruk».",
                    "“Save and rehearse” shows who would get what on which day for the next 90 "
                        + "days. Nothing is sent. Then you can choose “Switch the rules on”."
                ))
        ])

    private static let importing = HelpTopic(
        "import", Wording("Import", "Import", "Import"),
        Wording(
            "Ta inn filer i registerets format. Først ser du hva som ville bli lagt til og endret.",
            "Ta inn filer i formatet til registeret. Først ser du kva som ville bli lagt til og "
                + "endra.",
            "Take in files in the register's format. First you see what would be added and "
                + "changed."),
        [
            .init(
                ("Når en rad er feil", "Når ei rad er feil", "When a row is wrong"),
                (
                    "Fil, linje og kolonne står ved feilen. Ingenting blir tatt inn før alle "
                        + "radene er riktige.",
                    "Fil, linje og kolonne står ved feilen. Ingenting blir teke inn før alle "
                        + "radene er rette.",
                    "File, line and column are given with the error. Nothing is taken in until "
                        + "every row is right."
                ))
        ])

    private static let audit = HelpTopic(
        "audit", Wording("Endringslogg", "Endringslogg", "Audit trail"),
        Wording(
            "Alle endringer: hvem, hva, før og etter, og når. Ingenting kan tas bort uten at det "
                + "merkes.",
            "Alle endringar: kven, kva, før og etter, og når. Ingenting kan takast bort utan at "
                + "det blir merkt.",
            "Every change: who, what, before and after, and when. Nothing can be taken away "
                + "unnoticed."),
        [])

    private static let signIn = HelpTopic(
        "sign-in", Wording("Logge inn", "Logge inn", "Sign in"),
        Wording(
            "Logg inn med brukernavnet eller e-postadressen din og passordet.",
            "Logg inn med brukarnamnet eller e-postadressa di og passordet.",
            "Sign in with your user name or e-mail address and your password."),
        [
            .init(
                ("Glemt passord", "Gløymt passord", "Forgotten password"),
                (
                    "Be en administrator om en ny invitasjon. Med den velger du et nytt passord.",
                    "Be ein administrator om ein ny invitasjon. Med han vel du eit nytt passord.",
                    "Ask an administrator for a new invitation. With it you choose a new password."
                )),
            .init(
                ("For mange forsøk", "For mange forsøk", "Too many tries"),
                (
                    "Etter flere feil forsøk må du vente litt før du prøver igjen. Er du logget "
                        + "inn "
                        + "et annet sted, merker du ikke noe der.",
                    "Etter fleire feil forsøk må du vente litt før du prøver igjen. Er du logga "
                        + "inn "
                        + "ein annan stad, merkar du ikkje noko der.",
                    "After several wrong tries you must wait a little before you try again. Where "
                        + "you are signed in already, nothing changes."
                )),
        ])

    private static let settings = HelpTopic(
        "settings", Wording("Mine innstillinger", "Innstillingane mine", "My settings"),
        Wording(
            "Språk, passord, og hvor du er logget inn.", "Språk, passord, og kvar du er logga inn.",
            "Language, password, and where you are signed in."),
        [
            .init(
                ("Språk", "Språk", "Language"),
                (
                    "Sidene og varslene kommer på det språket du velger: bokmål, nynorsk eller "
                        + "engelsk.",
                    "Sidene og varsla kjem på det språket du vel: bokmål, nynorsk eller engelsk.",
                    "Pages and notices come in the language that you choose: bokmål, nynorsk or "
                        + "English."
                )),
            .init(
                ("Ukjent innlogging", "Ukjend innlogging", "A sign-in that you do not know"),
                (
                    "Avslutt innlogginger du ikke kjenner, og bytt passord.",
                    "Avslutt innloggingar du ikkje kjenner, og byt passord.",
                    "End sign-ins that you do not know, and change your password."
                )),
        ])

    private static let errors = HelpTopic(
        "errors", Wording("Når en side sier nei", "Når ei side seier nei", "When a page says no"),
        Wording(
            "Hver feilside sier hva som skjedde, og hva du kan gjøre.",
            "Kvar feilside seier kva som skjedde, og kva du kan gjere.",
            "Each error page says what happened and what you can do."),
        [
            .init(
                ("Du er logget ut", "Du er logga ut", "You are signed out"),
                (
                    "En innlogging varer åtte timer etter siste bruk og tolv i alt. Det du skrev, "
                        + "følger med når du logger inn igjen.",
                    "Ei innlogging varer åtte timar etter siste bruk og tolv i alt. Det du skreiv, "
                        + "følgjer med når du logger inn igjen.",
                    "A sign-in lasts eight hours after its last use and twelve in all. What you "
                        + "wrote comes along when you sign in again."
                )),
            .init(
                ("Du har ikke tilgang", "Du har ikkje tilgang", "You have no access"),
                (
                    "Du kan lese alt, men bare føre det som gjelder din egen enhet. Be den som har "
                        + "ansvaret for avtalen.",
                    "Du kan lese alt, men berre føre det som gjeld di eiga eining. Be den som har "
                        + "ansvaret for avtalen.",
                    "You may read everything, but only record what belongs to your own unit. Ask "
                        + "whoever is responsible for the agreement."
                )),
            .init(
                ("Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong"),
                (
                    "Feilsiden viser et nummer. Oppgi det når du melder fra, så finner de som "
                        + "drifter systemet, feilen i loggen.",
                    "Feilsida viser eit nummer. Oppgje det når du melder frå, så finn dei som "
                        + "driftar systemet, feilen i loggen.",
                    "The error page shows a number. Give it when you report the error, so that "
                        + "operations find it in the log."
                )),
        ])
}
