import Agreements

/// The words by which people here say what they did, in bokmål, nynorsk and English.
enum LogVocabulary {
    /// What somebody did; it goes before what they speak of.
    static let verbs: [String: ActivityKind] = table([
        .phone: "ringte ringde ringt ringd telefonerte called phoned rang",
        .visit: "besøkte vitja gjesta møtte møtt treffte traff visited met",
        .guidance: "veiledet veilede rettleia rettleidde rådga rådgav guided advised",
        .training: "kurset kursa lærte trained taught",
        .media: "intervjuet intervjua interviewed",
    ])

    /// What it was, when no verb says it; also as the end of a longer word.
    static func noun(_ word: String) -> ActivityKind? {
        if let kind = nouns[word] { return kind }
        return endings.first { word.count > $0.0.count && word.hasSuffix($0.0) }?.1
    }

    private static let nouns: [String: ActivityKind] = table([
        .phone: "telefon telefonen telefonsamtale telefonmøte phone call",
        .visit: "besøk besøket vitjing vitjinga visit",
        .seminar: "seminar seminaret workshop fagdag",
        .conference: "konferanse konferansen conference",
        .network: "nettverk nettverket nettverksmøte nettverkssamling network",
        .guidance: "veiledning rettleiing rådgivning rådgjeving guidance advice",
        .training: "kurs kursdag opplæring opplæringa training course",
        .media: "media pressen avisa avisen nrk radio kronikk presse press intervju interview",
    ])

    private static let endings: [(String, ActivityKind)] = [
        ("seminar", .seminar), ("konferanse", .conference), ("konferansen", .conference),
        ("nettverk", .network), ("nettverket", .network), ("kurs", .training),
        ("opplæring", .training), ("intervju", .media),
    ]

    /// Words that name nobody.
    static let fillers: Set<String> = Set(
        """
        jeg eg vi me i på hos til fra frå med for om av og eller at som den det de dei en et ein \
        ei eit vår våre våra var vart ble blei hadde hatt holdt heldt deltok snakket snakka snakk \
        prata pratet samtale kommune kommunen kommunar kommuner bydel bydelen fylkeskommune \
        vedrørende vedrørande ang angående angåande sist forrige førre denne dette noe noko \
        etter under ved når da då så ikke ikkje også møte møtet møter høst vår avtale avtalen \
        avtala ringte i we the a an of to with in at on about from had held joined talked spoke \
        municipality county last this next and or was were our us my meeting agreement by
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    static let people: Set<String> = [
        "deltakere", "deltakarar", "deltagere", "personer", "personar", "stykker", "participants",
        "people", "attendees",
    ]

    private static func table(_ words: KeyValuePairs<ActivityKind, String>)
        -> [String: ActivityKind]
    {
        Dictionary(
            words.flatMap { kind, text in
                text.split(whereSeparator: \.isWhitespace).map { (String($0), kind) }
            }, uniquingKeysWith: { first, _ in first })
    }
}
