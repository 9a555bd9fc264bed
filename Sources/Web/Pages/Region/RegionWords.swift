/// Texts of the pages about one region.
enum RegionWords {
    static let texts: [String: Wording] = FigureWords.texts
        .merging(shared) { first, _ in first }
        .merging(requirements) { first, _ in first }
        .merging(work) { first, _ in first }
        .merging(uncovered) { first, _ in first }

    private static let shared: [String: Wording] = [
        "title": Wording("Region {0}", "Region {0}", "Region {0}"),
        "title_central": Wording("Sentralt", "Sentralt", "Central"),
        "units": Wording("Regioner", "Regionar", "Regions"),
        "sides": Wording("Sider om regionen", "Sider om regionen", "Pages about the region"),
        "tab_requirements": Wording(
            "Avtaler og krav", "Avtalar og krav", "Agreements and requirements"),
        "tab_work": Wording("Arbeid og folk", "Arbeid og folk", "Work and people"),
        "tab_uncovered": Wording(
            "Kommuner uten avtale", "Kommunar utan avtale", "Municipalities without agreement"),
        "in_force": Wording("Avtaler i kraft", "Avtalar i kraft", "Agreements in force"),
        "grade": Wording("Forpliktelsesgrad", "Forpliktingsgrad", "Commitment grade"),
        "all_met": Wording("Oppfyller alle ni", "Oppfyller alle ni", "Meet all nine"),
        "without": Wording(
            "Kommuner uten avtale", "Kommunar utan avtale", "Municipalities without agreement"),
        "late": Wording("Over fristen nå", "Over fristen no", "Overdue now"),
    ]

    private static let requirements: [String: Wording] = [
        "matrix": Wording(
            "Avtalene mot de ni kravene", "Avtalane mot dei ni krava",
            "The agreements against the nine requirements"),
        "matrix_note": Wording(
            "De som oppfyller færrest krav, står først. Velg et krav for å se bare avtalene som "
                + "mangler det.",
            "Dei som oppfyller færrast krav, står først. Vel eit krav for å sjå berre avtalane "
                + "som manglar det.",
            "Those that meet fewest stand first. Choose a requirement to see only the agreements "
                + "that miss it."
        ),
        "matrix_missing": Wording(
            "Viser avtalene som mangler {0}.", "Viser avtalane som manglar {0}.",
            "Shows the agreements that miss {0}."),
        "matrix_all": Wording("Vis alle", "Vis alle", "Show all"),
        "matrix_none": Wording(
            "Ingen avtaler.", "Ingen avtalar.", "No agreements."),
        "agreement": Wording("Avtale", "Avtale", "Agreement"),
        "responsible": Wording("Ansvarlig", "Ansvarleg", "Responsible"),
        "nobody": Wording("Ingen", "Ingen", "Nobody"),
        "met": Wording("Oppfylt", "Oppfylt", "Met"),
        "unmet": Wording("Mangler", "Manglar", "Missing"),
        "met_count": Wording("Krav oppfylt", "Krav oppfylte", "Requirements met"),
        "missing_count": Wording("Mangler", "Manglar", "Missing"),
        "designation_id": Wording("Nummer", "Nummer", "Number"),
    ]

    private static let work: [String: Wording] = [
        "load": Wording(
            "Arbeid per person og uke det neste halvåret",
            "Arbeid per person og veke det neste halvåret",
            "Work per person and week in the coming half year"),
        "load_note": Wording(
            "Møter, oppfølging, tiltak, evalueringer og avtaler som går ut, den uken de har dato.",
            "Møte, oppfølging, tiltak, evalueringar og avtalar som går ut, den veka dei har dato.",
            "Meetings, follow-ups, measures, evaluations and agreements that end, in the week of "
                + "their date."
        ),
        "load_none": Wording(
            "Ingenting har dato det neste halvåret.", "Ingenting har dato det neste halvåret.",
            "Nothing is dated in the coming half year."),
        "away": Wording("Fravær", "Fråvær", "Leave"),
        "away_none": Wording(
            "Ingen er borte det neste halvåret.", "Ingen er borte det neste halvåret.",
            "Nobody is away in the coming half year."),
        "away_now": Wording("borte nå", "borte no", "away now"),
        "away_days": Wording("{0}–{1}", "{0}–{1}", "{0}–{1}"),
        "away_from": Wording("fra {0}", "frå {0}", "from {0}"),
        "away_to": Wording("til {0}", "til {0}", "until {0}"),
        "away_due": Wording("Har dato imens", "Har dato imens", "Dated meanwhile"),
        "away_undeputised": Wording(
            "Avtaler uten stedfortreder", "Avtalar utan stadfortredar",
            "Agreements without "
                + "deputy"),
        "people": Wording("Folk", "Folk", "People"),
        "person": Wording("Person", "Person", "Person"),
        "role": Wording("Rolle", "Rolle", "Role"),
        "responsible_for": Wording("Ansvarlig for", "Ansvarleg for", "Responsible for"),
        "coming": Wording("Neste fire uker", "Neste fire veker", "Next four weeks"),
        "half_year": Wording("Neste halvår", "Neste halvår", "Next half year"),
        "no_one": Wording("Uten ansvarlig", "Utan ansvarleg", "Nobody responsible"),
        "inactive": Wording("ikke aktiv", "ikkje aktiv", "not active"),
    ]

    private static let uncovered: [String: Wording] = [
        "uncovered_note": Wording(
            "{0} av {1} kommuner har ingen kommuneavtale i kraft. {2} av {3} bosatte er bosatt "
                + "der.",
            "{0} av {1} kommunar har ingen kommuneavtale i kraft. {2} av {3} busette er busette "
                + "der.",
            "{0} of {1} municipalities have no municipal agreement in force. {2} of {3} settled "
                + "live there."
        ),
        "uncovered_none": Wording(
            "Alle kommunene har avtale.", "Alle kommunane har avtale.",
            "Every municipality has an agreement."),
        "order": Wording("Ordnet etter", "Ordna etter", "Ordered by"),
        "order_decided": Wording("Vedtatte plasser", "Vedtekne plassar", "Places decided"),
        "order_settled": Wording("Bosatt", "Busette", "Settled"),
        "order_requested": Wording("Anmodet", "Oppmoda", "Requested"),
        "order_population": Wording("Folketall", "Folketal", "Population"),
        "order_number": Wording("Kommune", "Kommune", "Municipality"),
        "county": Wording("Fylke", "Fylke", "County"),
        "last_agreement": Wording(
            "Siste avtale gikk ut", "Siste avtale gjekk ut", "Last agreement ended"),
        "never": Wording("aldri hatt", "aldri hatt", "never had one"),
        "central_none": Wording(
            "Sentrale enheter har ingen kommuner.", "Sentrale einingar har ingen kommunar.",
            "Central units have no municipalities."),
    ]
}
