import Agreements

/// The texts of a report's summary, its two parts, its sheets and Part III of the annual report,
/// and of packages for the archive: Bokmål, Nynorsk and English side by side.
enum ReportTexts {
    static func table(of language: Language) -> [Text: String] {
        report.merging(archive) { first, _ in first }.mapValues { text in
            switch language {
            case .nb: text.0
            case .nn: text.1
            case .en: text.2
            }
        }
    }

    private static let report: [Text: (String, String, String)] = [
        .division: ("Inndeling i regioner", "Inndeling i regionar", "Division into regions"),
        .divisionThen: (
            "slik den var på skjæringsdatoen, {0}",
            "slik ho var på skjeringsdatoen, {0}",
            "as it was at the cut-off, {0}"
        ),
        .divisionNow: ("slik den er {0}", "slik ho er {0}", "as it is on {0}"),
        .edition: ("Utgave", "Utgåve", "Edition"),
        .missingParts: ("Deler som mangler", "Delar som manglar", "Parts that are missing"),
        .missingPart: (
            "Delen for {0} kunne ikke regnes ut, og tallene er uten den: {1}",
            "Delen for {0} kunne ikkje reknast ut, og tala er utan han: {1}",
            "The part of {0} could not be worked out, and the figures are without it: {1}"
        ),
        .directorSummary: (
            "Sammendrag for direktøren",
            "Samandrag for direktøren",
            "Summary for the director"
        ),
        .summaryAgreements: (
            "{0} avtaler er i kraft {1}. {2} kommuner har avtale.",
            "{0} avtalar er i kraft {1}. {2} kommunar har avtale.",
            "{0} agreements are in force on {1}. {2} municipalities have one."
        ),
        .summaryWork: (
            "Av møtene som skulle vært holdt, er {0} holdt. Av oppfølgingspunktene er {1} "
                + "gjort i tide, og av tiltakene er {2} gjennomført.",
            "Av møta som skulle vore haldne, er {0} haldne. Av oppfølgingspunkta er {1} "
                + "gjorde i tide, og av tiltaka er {2} gjennomførte.",
            "Of the meetings planned, {0} were held. Of the follow-ups, {1} were done on "
                + "time, and of the measures {2} were done."
        ),
        .summaryOverdue: (
            "{0} oppfølgingspunkter og tiltak er forfalt, {1} av dem i mer enn 90 dager.",
            "{0} oppfølgingspunkt og tiltak er forfalne, {1} av dei i meir enn 90 dagar.",
            "{0} follow-ups and measures are overdue, {1} of them by more than 90 days."
        ),
        .summaryCoverage: (
            "{0} av {1} felt mot statlige etater er uten avtale.",
            "{0} av {1} felt mot statlege etatar er utan avtale.",
            "{0} of {1} places with state authorities are without an agreement."
        ),
        .summarySettlement: (
            "{0} er bosatt av {1} vedtatte plasser.",
            "{0} er busette av {1} vedtekne plassar.",
            "{0} have been settled in {1} decided places."
        ),
        .summaryTargets: (
            "Mål: {0} nådd, {1} nær, {2} under.",
            "Mål: {0} nådde, {1} nær, {2} under.",
            "Targets: {0} met, {1} near, {2} missed."
        ),
        .summarySpread: (
            "Her er forskjellen mellom regionene størst",
            "Her er skilnaden mellom regionane størst",
            "Where the regions differ most"
        ),
        .summaryBelow: ("Lengst under målet", "Lengst under målet", "Furthest below target"),
        .summaryUrgent: ("Dette haster mest", "Dette hastar mest", "Most urgent"),
        .summaryNothing: ("Ingenting å melde.", "Ingenting å melde.", "Nothing to report."),
        .ownWork: (
            "Del 1: Det IMDi selv gjør",
            "Del 1: Det IMDi sjølv gjer",
            "Part 1: What IMDi does itself"
        ),
        .ownWorkNote: (
            "Arbeidet med avtalene, som IMDi rår over. Regionene står side om side, med "
                + "teller og nevner under hver andel. ▲ er regionen med høyest verdi, ▼ den med "
                + "lavest.",
            "Arbeidet med avtalane, som IMDi rår over. Regionane står side om side, med "
                + "teljar og nemnar under kvar del. ▲ er regionen med høgast verdi, ▼ den med "
                + "lågast.",
            "The work with the agreements, which IMDi has in its own hands. The regions "
                + "stand side by side, with numerator and denominator below each share. ▲ is the "
                + "highest region, ▼ the lowest."
        ),
        .stateOfThings: ("Del 2: Tilstanden", "Del 2: Tilstanden", "Part 2: The state of things"),
        .stateOfThingsNote: (
            "Bosettingen avgjøres av kommunene og er ikke et mål på IMDis eget arbeid. "
                + "Sysselsetting føres ikke i registeret; den hentes fra Statistisk sentralbyrå.",
            "Busetjinga vert avgjord av kommunane og er ikkje eit mål på IMDis eige "
                + "arbeid. Sysselsetjing vert ikkje ført i registeret; ho vert henta frå "
                + "Statistisk sentralbyrå.",
            "Settlement is decided by the municipalities and does not measure IMDi's own "
                + "work. Employment is not kept in the register; it comes from Statistics "
                + "Norway."
        ),
        .wholeCountry: ("Hele landet", "Heile landet", "All units"),
        .requirement: ("Krav", "Krav", "Requirement"),
        .light: ("Lys", "Lys", "Light"),
        .holes: ("Uten avtale med", "Utan avtale med", "Without an agreement with"),
        .noHoles: ("Alle felt er dekket.", "Alle felt er dekte.", "Every place is covered."),
        .subGoals: ("Tall etter delmål", "Tal etter delmål", "Figures by sub-goal"),
        .subGoalsNote: (
            "Tiltak som skulle vært gjort i perioden, og aktiviteter i den, etter delmålet "
                + "de tjener. Det som ikke er knyttet til et delmål, er ikke med.",
            "Tiltak som skulle vore gjorde i perioden, og aktivitetar i han, etter "
                + "delmålet dei tener. Det som ikkje er knytt til eit delmål, er ikkje med.",
            "Measures due in the period, and activities in it, by the sub-goal that they "
                + "serve. What is tied to no sub-goal is left out."
        ),
        .measuresBySubGoal: (
            "Tiltak gjennomført etter delmål",
            "Tiltak gjennomførte etter delmål",
            "Measures done by sub-goal"
        ),
        .partThree: (
            "Årsrapportens del III: Årets aktiviteter og resultater (utkast)",
            "Del III i årsrapporten: Aktivitetar og resultat i året (utkast)",
            "Part III of the annual report: activities and results of the year (draft)"
        ),
        .partThreeNote: (
            "Utkast til tekst og tabeller. Tallene er registerets på skjæringsdatoen; "
                + "vurderingen av dem skrives av den som har ansvaret.",
            "Utkast til tekst og tabellar. Tala er dei registeret hadde på "
                + "skjeringsdatoen; vurderinga av dei skriv den som har ansvaret.",
            "A draft of text and tables. The figures are the register's at the cut-off; "
                + "judging them is for whoever is responsible."
        ),
        .partThreeText: (
            "Gjennom {0} hadde direktoratet partnerskapsavtaler med kommuner, statlige "
                + "etater og frivillige organisasjoner. Ved årets slutt var {1} avtaler i kraft, "
                + "{2} av dem med kommuner. Det ble holdt {3} møter med kommuner og registrert "
                + "{4} aktiviteter.",
            "Gjennom {0} hadde direktoratet partnarskapsavtalar med kommunar, statlege "
                + "etatar og frivillige organisasjonar. Ved utgangen av året var {1} avtalar i "
                + "kraft, {2} av dei med kommunar. Det vart halde {3} møte med kommunar og "
                + "registrert {4} aktivitetar.",
            "Through {0} the directorate had partnership agreements with municipalities, "
                + "state authorities and voluntary organisations. At the end of the year {1} "
                + "agreements were in force, {2} of them with municipalities. {3} meetings with "
                + "municipalities were held and {4} activities registered."
        ),
        .partThreeSpread: (
            "Størst forskjell mellom regionene var det i «{0}»: {1} poeng, fra {2} til {3}.",
            "Størst skilnad mellom regionane var det i «{0}»: {1} poeng, frå {2} til {3}.",
            "The regions differed most in “{0}”: {1} points, from {2} to {3}."
        ),
        .goal: ("Mål", "Mål", "Goal"),
        .parameter: ("Styringsparameter", "Styringsparameter", "Parameter"),
        .result: ("Resultat", "Resultat", "Result"),
        .source: ("Kilde", "Kjelde", "Source"),
        .sourceRegister: (
            "Avtalt per {0}, regelversjon {1}",
            "Avtalt per {0}, regelversjon {1}",
            "Avtalt as of {0}, rules' version {1}"
        ),
        .noRequirement: ("Ikke satt", "Ikkje sett", "Not set"),
        .goalBinding: (
            "Forpliktende avtaler som dekker landet",
            "Forpliktande avtalar som dekkjer landet",
            "Binding agreements that cover the country"
        ),
        .goalFollowedUp: (
            "Avtalene følges opp",
            "Avtalane vert følgde opp",
            "The agreements are followed up"
        ),
        .goalLearning: (
            "Avtalene evalueres hvert år",
            "Avtalane vert evaluerte kvart år",
            "The agreements are evaluated each year"
        ),
        .goalState: (
            "Rask bosetting (tilstand)",
            "Rask busetjing (tilstand)",
            "Rapid settlement (state of things)"
        ),
        .effects: ("Virkninger for brukerne", "Verknader for brukarane", "Effects on users"),
        .effectsNote: (
            "Volumet sier hva som ble gjort, virkningen hva det førte til.",
            "Volumet seier kva som vart gjort, verknaden kva det førte til.",
            "The volume says what was done, the effect what came of it."
        ),
        .volume: ("Volum", "Volum", "Volume"),
        .effect: ("Virkning", "Verknad", "Effect"),
        .about: ("Om rapporten", "Om rapporten", "About this report"),
        .aboutFigures: (
            "Tallene følger definisjonene i regelverket, avsnitt 9. Det som skjedde etter "
                + "skjæringsdatoen, regnes ikke med.",
            "Tala følgjer definisjonane i regelverket, avsnitt 9. Det som hende etter "
                + "skjeringsdatoen, vert ikkje rekna med.",
            "The figures follow the definitions of the rulebook, section 9. What happened "
                + "after the cut-off is not counted."
        ),
        .pageNumber: ("Side ", "Side ", "Page "),
        .pageCount: (" av ", " av ", " of "),
        .dayHead: ("Dato", "Dato", "Date"),
        .numerator: ("Teller", "Teljar", "Numerator"),
        .denominator: ("Nevner", "Nemnar", "Denominator"),
        .part: ("Del", "Del", "Part"),
        .partOwn: ("Eget arbeid", "Eige arbeid", "Own work"),
        .partState: ("Tilstand", "Tilstand", "State of things"),
        .body: ("Organ", "Organ", "Body"),
        .countyName: ("Fylke", "Fylke", "County"),
        .agreementsListed: ("Avtaler", "Avtalar", "Agreements"),
        .title: ("Tittel", "Tittel", "Title"),
        .code: ("Kode", "Kode", "Code"),
        .sheetKeyFigures: ("Nøkkeltall", "Nøkkeltal", "Key figures"),
        .share: ("Andel", "Del", "Share"),
        .underAgreement: ("Under avtale", "Under avtale", "Under agreements"),
        .allGrants: ("Alle tilskudd", "Alle tilskot", "All grants"),
        .measuresDue: ("Tiltak i alt", "Tiltak i alt", "Measures in all"),
        .fact: ("Opplysning", "Opplysning", "Fact"),
        .kindOfException: ("Hva", "Kva", "What"),
        .group: ("Gruppe", "Gruppe", "Group"),
        .unlisted: ("Ikke listet", "Ikkje lista", "Not listed"),
        .overdueSheet: ("Forfalt", "Forfalle", "Overdue"),
        .coverageSheet: ("Dekning", "Dekning", "Coverage"),
    ]

    private static let archive: [Text: (String, String, String)] = [
        .archiveCommitments: ("Forpliktelser", "Forpliktingar", "Commitments"),
        .archiveAmendments: ("Endringer av avtalen", "Endringar av avtalen", "Amendments"),
        .archivePlan: ("Handlingsplan", "Handlingsplan", "Action plan"),
        .archiveMeetings: ("Møter", "Møte", "Meetings"),
        .archiveFollowUps: ("Oppfølging", "Oppfølging", "Follow-ups"),
        .archiveEvaluation: ("Evaluering", "Evaluering", "Evaluation"),
        .archivePublicTitle: ("Offentlig tittel", "Offentleg tittel", "Public title"),
        .archiveDesignation: ("Betegnelse", "Nemning", "Designation"),
        .archiveParties: ("Parter", "Partar", "Parties"),
        .archivePurpose: ("Formål", "Føremål", "Purpose"),
        .archiveSigned: ("Undertegnet", "Underteikna", "Signed"),
        .archiveFrom: ("Gjelder fra", "Gjeld frå", "Valid from"),
        .archiveTo: ("Gjelder til", "Gjeld til", "Valid to"),
        .archiveResponsible: ("Ansvarlig", "Ansvarleg", "Responsible"),
        .archiveDeputy: ("Stedfortreder", "Stadfortredar", "Deputy"),
        .archiveCase: ("Saksnummer", "Saksnummer", "Case number"),
        .archiveGround: ("Unntatt offentlighet", "Unnateke offentlegheit", "Access restricted by"),
        .archiveNote: ("Merknad", "Merknad", "Note"),
        .archiveNothing: (
            "Ingenting er registrert.", "Ingenting er registrert.", "Nothing is registered."
        ),
        .archiveHeld: ("Holdt", "Halde", "Held"),
        .archivePlanned: ("Planlagt", "Planlagt", "Planned"),
        .archiveCancelled: ("Avlyst", "Avlyst", "Cancelled"),
        .archiveDone: ("Gjort", "Gjort", "Done"),
        .archiveInProgress: ("I gang", "I gang", "In progress"),
        .archiveDraft: ("Utkast", "Utkast", "Draft"),
        .archiveAdopted: ("Vedtatt", "Vedteken", "Adopted"),
        .archiveClosed: ("Avsluttet", "Avslutta", "Closed"),
        .archiveAgreed: ("Avtalt", "Avtalt", "Agreed"),
        .archiveBoth: ("Begge", "Begge", "Both"),
        .archiveMeasurable: ("Målbar", "Målbar", "Measurable"),
        .archiveStrategic: ("Strategisk", "Strategisk", "Strategic"),
        .archiveOperational: ("Operativt", "Operativt", "Operational"),
    ]
}
