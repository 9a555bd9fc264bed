/// Texts of the page about an agreement's whole period.
enum PeriodWords {
    static let texts: [String: Wording] = [
        "tab_period": Wording("Perioden", "Perioden", "The period"),
        "renewal_due": Wording(
            "Avtalen gjelder til {0}. Nå er tiden for å gjøre opp status og bestemme om den skal "
                + "fornyes. Skriv ut siden som notat.",
            "Avtalen gjeld til {0}. No er tida for å gjere opp status og avgjere om han skal "
                + "fornyast. Skriv ut sida som notat.",
            "The agreement is valid until {0}. Now is the time to take stock and to decide whether "
                + "to renew it. Print the page as a note."),
        "renewal_late": Wording(
            "Avtalen gjelder til {0}, og er ikke fornyet.",
            "Avtalen gjeld til {0}, og er ikkje fornya.",
            "The agreement is valid until {0} and is not renewed."),
        "period_years": Wording("År for år", "År for år", "Year by year"),
        "period_table": Wording(
            "Krav, møter, løfter og poeng for hvert år",
            "Krav, møte, lovnader og poeng for kvart år",
            "Requirements, meetings, promises and scores for each year"),
        "period_year": Wording("År", "År", "Year"),
        "period_grade": Wording("Krav oppfylt", "Krav oppfylte", "Requirements met"),
        "period_meetings": Wording("Møter holdt", "Møte haldne", "Meetings held"),
        "period_promises": Wording("Løfter holdt", "Lovnader haldne", "Promises kept"),
        "period_rating": Wording("Vurdering", "Vurdering", "Rating"),
        "period_recommendation": Wording("Tilråding", "Tilråding", "Recommendation"),
        "period_promised": Wording(
            "Det partene lovte", "Det partane lova", "What the parties promised"),
        "period_open": Wording("Det som står igjen", "Det som står att", "What remains"),
        "period_nothing": Wording("Ingenting registrert", "Ingenting registrert", "None recorded"),
        "period_concluded": Wording(
            "Enighet i {0}", "Semje i {0}", "Agreed in {0}"),
        "period_measure": Wording("tiltak: {0}", "tiltak: {0}", "measure: {0}"),
        "period_no_measure": Wording("uten tiltak", "utan tiltak", "no measure"),
        "of_all": Wording("{0} av {1}", "{0} av {1}", "{0} of {1}"),
        "evaluation_open": Wording("Evaluering åpen", "Evaluering open", "Evaluation open"),
        "evaluation_submitted": Wording(
            "Evaluering levert", "Evaluering levert", "Evaluation submitted"),
        "evaluation_approved": Wording(
            "Evaluering godkjent", "Evaluering godkjend", "Evaluation approved"),
        "recommend_continue": Wording("Videreføre", "Føre vidare", "Continue"),
        "recommend_revise": Wording("Endre", "Endre", "Revise"),
        "recommend_renew": Wording("Fornye", "Fornye", "Renew"),
        "recommend_end": Wording("Avslutte", "Avslutte", "End"),
        "from_evaluation": Wording(
            "Fra evalueringen for {0}", "Frå evalueringa for {0}", "From the evaluation of {0}"),
    ]
}
