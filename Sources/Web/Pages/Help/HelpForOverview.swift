/// Help about the pages that sum up.
enum HelpForOverview {
    static let topics = [region, norway, evaluations, reports]

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
        [])

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
                        + "nådd, gult er 80 % av det eller mer, rødt er under.",
                    "Hovudkontoret set mål for eit år, ei eining og ein indikator. Grønt er målet "
                        + "nådd, gult er 80 % av det eller meir, raudt er under.",
                    "Head office sets targets for a year, a unit and an indicator. Green is the "
                        + "target met, yellow 80% of it or more, red below."
                )),
        ])
}
