/// Texts of head office's round of evaluations.
enum RoundWords {
    static let texts: [String: Wording] = [
        "round_title": Wording(
            "Evalueringsrunden {0}", "Evalueringsrunden {0}", "The round of evaluations {0}"),
        "round_missing": Wording("Det som mangler", "Det som manglar", "What is missing"),
        "round_done": Wording(
            "Alle evalueringer er godkjent.", "Alle evalueringar er godkjende.",
            "All evaluations are approved."),
        "round_no_pace": Wording(
            "Ingen evalueringer er godkjent ennå, så tempoet er ikke kjent.",
            "Ingen evalueringar er godkjende enno, så tempoet er ikkje kjent.",
            "No evaluation is approved yet, so the pace is not known."),
        "round_pace": Wording(
            "{0} av {1} er godkjent på {2} arbeidsdager. I samme tempo er runden ferdig {3}.",
            "{0} av {1} er godkjende på {2} arbeidsdagar. I same tempo er runden ferdig {3}.",
            "{0} of {1} are approved in {2} working days. At that pace the round is finished on "
                + "{3}."),
        "round_finish": Wording(
            "Ferdig i dette tempoet", "Ferdig i dette tempoet", "Finished at this pace"),
        "round_finished": Wording("Ferdig", "Ferdig", "Finished"),
        "round_all": Wording("Alle", "Alle", "All"),
        "round_nothing_missing": Wording(
            "Ingenting mangler.", "Ingenting manglar.", "Nothing is missing."),
        "do_nudge": Wording("Send påminnelse", "Send påminning", "Send a reminder"),
        "intro_nudge": Wording(
            "Hver får én påminnelse om alt som mangler hos dem, i neste e-post:\n{0}",
            "Kvar får éi påminning om alt som manglar hos dei, i neste e-post:\n{0}",
            "Each gets one reminder of all that is missing with them, in their next mail:\n{0}"),
        "nudge_nobody": Wording(
            "Ingen har noe som mangler.", "Ingen har noko som manglar.",
            "Nobody has anything missing."),
        "nobody": Wording("Uten ansvarlig", "Utan ansvarleg", "Nobody responsible"),
        "missing_open": Wording("IMDis del", "IMDi sin del", "IMDi's part"),
        "missing_submitted": Wording("godkjenning", "godkjenning", "approval"),
        "missing_answer": Wording(
            "motpartens svar", "svaret frå motparten", "the counterpart's answer"),
    ]
}
