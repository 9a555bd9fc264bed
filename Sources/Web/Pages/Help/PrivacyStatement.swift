/// What the register keeps about people, why, and for how long (domain.md, section 2).
enum PrivacyStatement {
    static let parts = [about, staff, contacts, log, cookies, rights]

    private static let about = StatementPart(
        Wording("Hva registeret handler om", "Kva registeret handlar om", "What it is about"),
        [
            Wording(
                "Registeret handler om avtaler mellom virksomheter. Det har ingen opplysninger om "
                    + "flyktninger eller andre enkeltpersoner; bosetting blir talt, aldri listet.",
                "Registeret handlar om avtalar mellom verksemder. Det har ingen opplysningar om "
                    + "flyktningar eller andre enkeltpersonar; busetjing blir talt, aldri lista.",
                "The register is about agreements between organisations. It holds nothing of "
                    + "refugees or other individuals; settlement is counted, never listed."),
            Wording(
                "Fødselsnummer blir avvist i alle felt. Skriv ikke om enkeltpersoner i notater.",
                "Fødselsnummer blir avvist i alle felt. Skriv ikkje om enkeltpersonar i notat.",
                "National identity numbers are refused in every field. Write nothing of "
                    + "individuals in notes."),
        ])

    private static let staff = StatementPart(
        Wording("Ansatte", "Tilsette", "Staff"),
        [
            Wording(
                "Navn, e-post på jobb, enhet, rolle, språk og tidsrom for fravær, uten årsak. "
                    + "Det trengs for å fordele ansvar og sende varsler. Navnet blir stående i "
                    + "historikken til avtalene når noen slutter.",
                "Namn, e-post på jobb, eining, rolle, språk og tidsrom for fråvær, utan årsak. "
                    + "Det trengst for å fordele ansvar og sende varsel. Namnet blir ståande i "
                    + "historikken til avtalane når nokon sluttar.",
                "Name, work e-mail, unit, role, language and periods of leave, without their "
                    + "cause. They are needed to share out responsibility and to send notices. The "
                    + "name stays in the agreements' history when somebody leaves.")
        ])

    private static let contacts = StatementPart(
        Wording("Kontaktpersoner", "Kontaktpersonar", "Contact persons"),
        [
            Wording(
                "Navn, rolle, e-post og telefon på jobb, og enhet hos parten. Hver kontaktperson "
                    + "har en sluttdato og blir gjort anonym en fastsatt tid etter at avtalen er "
                    + "slutt.",
                "Namn, rolle, e-post og telefon på jobb, og eining hos parten. Kvar kontaktperson "
                    + "har ein sluttdato og blir gjord anonym ei fastsett tid etter at avtalen er "
                    + "slutt.",
                "Name, role, work e-mail and telephone, and unit at the party. Each contact person "
                    + "has an end date and is made anonymous a set time after the agreement ends.")
        ])

    private static let log = StatementPart(
        Wording("Logg", "Logg", "Log"),
        [
            Wording(
                "Endringer, innlogginger, avviste forsøk og uttrekk blir loggført med hvem og når. "
                    + "Loggen kan ikke endres uten at det merkes. Administratorer og revisorer "
                    + "leser den.",
                "Endringar, innloggingar, avviste forsøk og uttrekk blir loggførte med kven og "
                    + "når. Loggen kan ikkje endrast utan at det blir merkt. Administratorar og "
                    + "revisorar les han.",
                "Changes, sign-ins, refusals and exports are logged with who and when. The log "
                    + "cannot be changed unnoticed. Administrators and auditors read it.")
        ])

    private static let cookies = StatementPart(
        Wording("Informasjonskapsler", "Informasjonskapslar", "Cookies"),
        [
            Wording(
                "Bare det som trengs: en for innloggingen, en for skjemaer før du er logget inn, "
                    + "en for språk og en som gjenkjenner nettleseren din ved innlogging. Ingen "
                    + "blir brukt til å følge deg, og ingenting hentes fra andre nettsteder.",
                "Berre det som trengst: ein for innlogginga, ein for skjema før du er logga inn, "
                    + "ein for språk og ein som kjenner att nettlesaren din ved innlogging. Ingen "
                    + "blir brukt til å følgje deg, og ingenting blir henta frå andre nettstader.",
                "Only what is needed: one for the sign-in, one for forms before you sign in, one "
                    + "for the language and one that knows your browser again at sign-in. None is "
                    + "used to follow you, and nothing is fetched from other sites.")
        ])

    private static let rights = StatementPart(
        Wording("Rettighetene dine", "Rettane dine", "Your rights"),
        [
            Wording(
                "Du kan be om innsyn, retting og sletting der loven gir rett til det. Spør "
                    + "personvernombudet i virksomheten, som er behandlingsansvarlig. Du kan også "
                    + "klage til Datatilsynet.",
                "Du kan be om innsyn, retting og sletting der lova gjev rett til det. Spør "
                    + "personvernombodet i verksemda, som er behandlingsansvarleg. Du kan òg klage "
                    + "til Datatilsynet.",
                "You may ask for access, correction and erasure where the law gives the right. Ask "
                    + "the data protection officer of the organisation, which is the controller. "
                    + "You may also complain to the Norwegian data protection authority.")
        ])
}
