/// Texts of the round of evaluations.
enum EvaluationsWords {
    static let texts: [String: Wording] = [
        "title": Wording("Evaluering", "Evaluering", "Evaluation"),
        "year": Wording("År", "År", "Year"),
        "unit": Wording("Enhet", "Eining", "Unit"),
        "all_units": Wording("Alle", "Alle", "All"),
        "count": Wording(
            "{1} evalueringer for {0}", "{1} evalueringar for {0}", "{1} evaluations for {0}"),
        "about": Wording(
            "Evalueringer åpnes 15. november og skal være ferdige 31. januar.",
            "Evalueringar vert opna 15. november og skal vere ferdige 31. januar.",
            "Evaluations open on 15 November and are due on 31 January."),
        "none": Wording(
            "Ingen evalueringer dette året.", "Ingen evalueringar dette året.",
            "No evaluations this year."),
        "agreement": Wording("Avtale", "Avtale", "Agreement"),
        "responsible": Wording("Ansvarlig", "Ansvarleg", "Responsible"),
        "state": Wording("Status", "Status", "State"),
        "state_open": Wording("Åpen", "Open", "Open"),
        "state_submitted": Wording("Levert", "Levert", "Submitted"),
        "state_approved": Wording("Godkjent", "Godkjend", "Approved"),
        "submitted_on": Wording("Levert", "Levert", "Submitted"),
        "approved_on": Wording("Godkjent", "Godkjend", "Approved"),
        "recommendation": Wording("Tilråding", "Tilråding", "Recommendation"),
        "recommend_continue": Wording("Videreføre", "Føre vidare", "Continue"),
        "recommend_revise": Wording("Endre", "Endre", "Revise"),
        "recommend_renew": Wording("Fornye", "Fornye", "Renew"),
        "recommend_end": Wording("Avslutte", "Avslutte", "End"),
    ]
}
