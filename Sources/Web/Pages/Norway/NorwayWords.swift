/// Texts of the pages about the whole country.
enum NorwayWords {
    static let texts: [String: Wording] = FigureWords.texts
        .merging(IndicatorWords.texts) { first, _ in first }
        .merging(overview) { first, _ in first }
        .merging(sides) { first, _ in first }
        .merging(records) { first, _ in first }

    private static let overview: [String: Wording] = [
        "title": Wording("Norge", "Noreg", "Norway"),
        "sides": Wording("Sider om Norge", "Sider om Noreg", "Pages about Norway"),
        "tab_overview": Wording("Side om side", "Side om side", "Side by side"),
        "tab_trend": Wording("Utvikling", "Utvikling", "Trend"),
        "tab_map": Wording("Kommunekart", "Kommunekart", "Map of municipalities"),
        "tab_coverage": Wording("Statlige etater", "Statlege etatar", "State bodies"),
        "tab_uncovered": Wording(
            "Kommuner uten avtale", "Kommunar utan avtale", "Municipalities without agreement"),
        "overview_caption": Wording(
            "Regionene side om side", "Regionane side om side", "The regions side by side"),
        "overview_note": Wording(
            "Velg et tall for å se hva som er talt med. ● målet er nådd, ▲ nær målet, ■ langt fra.",
            "Vel eit tal for å sjå kva som er talt med. ● målet er nådd, ▲ nær målet, ■ langt frå.",
            "Choose a figure to see what is counted. ● target met, ▲ near the target, ■ far from "
                + "it."
        ),
        "spread": Wording("Spredning", "Spreiing", "Spread"),
        "highest": Wording("Høyest: {0}", "Høgast: {0}", "Highest: {0}"),
        "lowest": Wording("Lavest: {0}", "Lågast: {0}", "Lowest: {0}"),
        "without_agreement": Wording(
            "Kommuner uten avtale", "Kommunar utan avtale", "Municipalities without agreement"),
    ]

    private static let sides: [String: Wording] = [
        "trend_note": Wording(
            "{0}, samme del av hvert år.", "{0}, same del av kvart år.",
            "{0}, the same part of each year."),
        "map_value": Wording("{0} per kommune", "{0} per kommune", "{0} by municipality"),
        "map_region": Wording("Region", "Region", "Region"),
        "map_all": Wording("Alle", "Alle", "All"),
        "map_as_table": Wording("Vis som tabell", "Vis som tabell", "Show as a table"),
        "map_as_map": Wording("Vis som kart", "Vis som kart", "Show as a map"),
        "has_agreement": Wording("Har avtale", "Har avtale", "Has an agreement"),
        "has_none": Wording("Uten avtale", "Utan avtale", "No agreement"),
        "percent": Wording("{0}\u{A0}%", "{0}\u{A0}%", "{0}%"),
        "from_to": Wording("{0} til {1}", "{0} til {1}", "{0} to {1}"),
        "coverage_note": Wording(
            "Hver etat mot hver region og hvert fylke. {0} av {1} felt har en avtale i kraft, {2} "
                + "mangler.",
            "Kvar etat mot kvar region og kvart fylke. {0} av {1} felt har ein avtale i kraft, "
                + "{2} manglar.",
            "Each body against each region and county. {0} of {1} cells have an agreement in "
                + "force, {2} lack one."
        ),
        "coverage_holes": Wording("Vis bare hullene", "Vis berre hola", "Show the holes only"),
        "coverage_all": Wording("Vis alle feltene", "Vis alle felta", "Show all cells"),
        "coverage_none": Wording(
            "Alle feltene har en avtale i kraft.", "Alle felta har ein avtale i kraft.",
            "Every cell has an agreement in force."),
        "authority": Wording("Etat", "Etat", "Body"),
        "governors": Wording("Fylkesmennene", "Fylkesmennene", "County governors"),
        "hole": Wording("mangler", "manglar", "missing"),
        "uncovered_note": Wording(
            "Velg en region for å se kommunene, ordnet etter vedtatte plasser, bosatte og "
                + "folketall.",
            "Vel ein region for å sjå kommunane, ordna etter vedtekne plassar, busette og "
                + "folketal.",
            "Choose a region to see its municipalities by places decided, settled and population."),
        "uncovered": Wording("Uten avtale", "Utan avtale", "Without agreement"),
        "all_municipalities": Wording("Kommuner i alt", "Kommunar i alt", "All municipalities"),
        "decided_there": Wording(
            "Vedtatte plasser der", "Vedtekne plassar der", "Places decided there"),
        "settled_there": Wording("Bosatt der", "Busette der", "Settled there"),
        "share_settled": Wording(
            "Andel av alle bosatte", "Del av alle busette", "Share of all settled"),
    ]

    private static let records: [String: Wording] = [
        "records_of": Wording("{0}: {1}", "{0}: {1}", "{0}: {1}"),
        "records_figure": Wording("Tallet er {0}.", "Talet er {0}.", "The figure is {0}."),
        "records_figure_of": Wording(
            "Tallet er {0}: {1}.", "Talet er {0}: {1}.", "The figure is {0}: {1}."),
        "records_only": Wording(
            "Bare de som gjelder «{0}».", "Berre dei som gjeld «{0}».",
            "Only those of “{0}”."),
        "records_only_all": Wording("Vis alle", "Vis alle", "Show all"),
        "records_all": Wording("Alle ({0})", "Alle ({0})", "All ({0})"),
        "records_in": Wording("Teller med ({0})", "Tel med ({0})", "Counted ({0})"),
        "records_out": Wording("Teller ikke ({0})", "Tel ikkje ({0})", "Not counted ({0})"),
        "records_none": Wording(
            "Ingenting er talt med.", "Ingenting er talt med.", "Nothing is counted."),
        "records_filter": Wording("Hva som vises", "Kva som blir vist", "What is shown"),
        "record": Wording("Post", "Post", "Record"),
        "record_agreement": Wording("Avtale", "Avtale", "Agreement"),
        "record_unit": Wording("Enhet", "Eining", "Unit"),
        "record_facts": Wording("Opplysninger", "Opplysningar", "Facts"),
        "record_numerator": Wording("Teller", "Teljar", "Numerator"),
        "record_denominator": Wording("Nevner", "Nemnar", "Denominator"),
        "record_value": Wording("Verdi", "Verdi", "Value"),
        "record_sum": Wording("Sum", "Sum", "Sum"),
        "fact_first": Wording("først {0}", "først {0}", "first {0}"),
        "fact_held": Wording("holdt {0}", "halde {0}", "held {0}"),
        "fact_due": Wording("frist {0}", "frist {0}", "due {0}"),
        "fact_done": Wording("gjort {0}", "gjort {0}", "done {0}"),
        "fact_cancelled": Wording("avlyst {0}", "avlyst {0}", "cancelled {0}"),
        "fact_to": Wording("til {0}", "til {0}", "to {0}"),
        "fact_late": Wording("{0} dager over fristen", "{0} dagar over fristen", "{0} days late"),
        "fact_approved": Wording("godkjent {0}", "godkjend {0}", "approved {0}"),
        "fact_settlement": Wording(
            "anmodet {0}, vedtatt {1}, bosatt {2}", "oppmoda {0}, vedteke {1}, busett {2}",
            "requested {0}, decided {1}, settled {2}"),
        "fact_year": Wording("evaluering for {0}", "evaluering for {0}", "evaluation for {0}"),
        "municipality": Wording("Kommune", "Kommune", "Municipality"),
        "municipality_note": Wording("{0} · {1}", "{0} · {1}", "{0} · {1}"),
        "municipality_agreements": Wording("Avtaler", "Avtalar", "Agreements"),
        "municipality_no_agreements": Wording(
            "Kommunen er ikke part i noen avtale i registeret.",
            "Kommunen er ikkje part i nokon avtale i registeret.",
            "The municipality is party to no agreement in the register."),
        "municipality_figures": Wording("Tall", "Tal", "Figures"),
        "population": Wording("Folketall", "Folketal", "Population"),
    ]
}
