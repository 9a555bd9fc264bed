import Agreements

/// The Norwegian texts that a demonstration is told in.
enum Phrases {
    /// What stands behind every made-up text that could be taken for a fact.
    static let mark = "(demonstrasjon)"

    static let purposes = [
        "Helhetlig og langsiktig samarbeid om bosetting, integrering og kvalifisering",
        "Styrke integreringsarbeidet og forankre det i kommunens planverk",
        "Raskere bosetting og flere i arbeid eller utdanning etter introduksjonsprogrammet",
        "Likeverdige offentlige tjenester og god bruk av tolk",
        "Dele kunnskap og erfaringer om et flerkulturelt lokalsamfunn",
    ]

    static let sharedCommitments = [
        "Vedta en årlig tiltaksplan innen 1. mars",
        "Møtes minst to ganger i året, ett av møtene med ledelsen",
        "Evaluere samarbeidet hvert år og følge opp det som avtales",
    ]

    static let imdiCommitments = [
        "Arrangere minst én nettverkssamling i året",
        "Gi råd om metoder og virkemidler innen to uker etter henvendelse",
        "Legge fram tall for bosetting og deltakelse hvert kvartal",
    ]

    static let counterpartCommitments = [
        "Behandle anmodninger om bosetting innen seks måneder",
        "Sette av en fast kontaktperson for samarbeidet",
        "Ta integreringsarbeidet inn i økonomi- og handlingsplanen",
        "Delta på nettverkssamlinger med leder og fagansvarlig",
    ]

    static let municipalThemes = [
        "Status for bosetting og ledige boliger", "Resultater i introduksjonsprogrammet",
        "Forankring i kommuneplanen", "Samarbeid med NAV om kvalifisering",
        "Likeverdige tjenester og bruk av tolk", "Tiltaksplan og ressurser for neste år",
    ]

    static let sectorThemes = [
        "Samordning av virkemidler overfor kommunene", "Felles regelverksveiledning",
        "Norskopplæring og overgang til arbeid", "Bolig og bosetting i regionen",
        "Barn og unges oppvekstsvilkår", "Kunnskap og statistikk til kommunene",
    ]

    static let followUps = [
        "Sende oversikt over ledige boliger", "Avklare kontaktperson for tolketjenester",
        "Legge fram tall for deltakere i introduksjonsprogrammet",
        "Innkalle til felles møte med NAV", "Utarbeide forslag til revidert tiltaksplan",
        "Oversende rundskriv om tilskudd", "Oppsummere erfaringer fra språkpraksis",
    ]

    static let delays = [
        "Sykdom", "Kollisjon med møte i kommunestyret", "Venter på budsjettvedtak",
        "Ny leder ikke på plass", "Ønske fra motparten",
    ]

    static let outcomes = [
        "Avtalt oppfølging i neste møte", "Nye kontaktpersoner er utpekt",
        "Erfaringer delt og oppsummert", "Forslag tatt inn i tiltaksplanen",
        "Flere kommuner ønsker veiledning",
    ]

    static let measures: [(title: String, subGoal: SubGoal)] = [
        ("Kartlegge egnede boliger for bosetting", .d1),
        ("Kortere tid fra vedtak til bosetting", .d1),
        ("Norskopplæring på kveldstid for deltakere i arbeid", .d2),
        ("Felles kvalitetsmål for norsk og samfunnskunnskap", .d2),
        ("Språkpraksis hos private arbeidsgivere", .d3),
        ("Individuell plan for overgang til arbeid eller utdanning", .d3),
        ("Informasjon om rettigheter og plikter på flere språk", .d4),
        ("Opplæring av ansatte om tvangsekteskap", .d4),
        ("Rekruttere deltakere til Jobbsjansen", .d5),
        ("Mangfold i egen rekruttering", .d5),
        ("Samarbeid med frivillige lag om fritidstilbud", .d6),
        ("Foreldreveiledning i barnehager", .d6),
        ("Temamøte om integreringspolitikken", .d7),
        ("Tall og fakta om innvandrere på nettstedet", .d7),
        ("Rutiner for bruk av tolk", .d8),
        ("Likeverdige tjenester inn i virksomhetsplanene", .d8),
    ]

    static func theme(of kind: ActivityKind) -> String {
        switch kind {
        case .visit: "Besøk om bosetting og kvalifisering"
        case .phone: "Avklaring av anmodning og ledige boliger"
        case .seminar: "Fagdag om introduksjonsprogrammet"
        case .conference: "Regional konferanse om integrering"
        case .network: "Nettverkssamling for programrådgivere"
        case .guidance: "Veiledning om introduksjonsloven"
        case .training: "Opplæring i bruk av tolk"
        case .media: "Kronikk om bosetting i regionen"
        case .other: "Innspill til høring"
        }
    }
}
