import Settings

/// What the settings say of faults in the text of rules, whose English sentences are the ones
/// that they report (`Settings`, `Rules/RulebookProblems`).
enum RuleFaultWords {
    static let sentences: [Wording] = values + keys + rules

    private static let values: [Wording] = [
        Wording(
            "«{0}» er ingen måned og dag som {1}", "«{0}» er ingen månad og dag som {1}",
            "«{0}» is not a month and day such as {1}"),
        Wording(
            "«{0}» er ikke et trinn som {1}", "«{0}» er ikkje eit steg som {1}",
            "«{0}» is not a stage such as {1}"),
        Wording(
            "«{0}» er ikke et tall som {1}", "«{0}» er ikkje eit tal som {1}",
            "«{0}» is not a number such as {1}"),
        Wording(
            "«{0}» er ikke et helt tall", "«{0}» er ikkje eit heilt tal",
            "«{0}» is not a whole number"),
        Wording(
            "har ingen verdi", "har ingen verdi", "has no value; it must be {0}"),
        Wording(
            "må være en liste, eller []", "må vere ei liste, eller []",
            "must be a list of {0}, or []"),
        Wording(
            "er en liste; det må være én verdi", "er ei liste; det må vere éin verdi",
            "is a list; it must be one value"),
        Wording(
            "{0} er utenfor {1} til {2}", "{0} er utanfor {1} til {2}",
            "{0} is outside {1} to {2}"),
    ]

    private static let keys: [Wording] = [
        Wording(
            "er ingen kjent nøkkel; den nærmeste er «{0}»",
            "er ingen kjend nykel; den næraste er «{0}»",
            "is not a known key; the nearest one is «{0}»"),
        Wording(
            "er ingen kjent nøkkel", "er ingen kjend nykel", "is not a known key"),
        Wording(
            "er en overskrift; skriv nøklene under den, én på hver linje",
            "er ei overskrift; skriv nyklane under ho, éin på kvar linje",
            "is a section; give the keys under it, one a line"),
        Wording(
            "står mer enn én gang; behold én", "står meir enn éin gong; behald éin",
            "is given more than once; keep one"),
        Wording(
            "må være linjer av «nøkkel: verdi»", "må vere linjer av «nykel: verdi»",
            "must be a list of «key: value» lines"),
        Wording(
            "er ikke YAML her: {0}", "er ikkje YAML her: {0}", "is not YAML here: {0}"),
        Wording("er ikke YAML: {0}", "er ikkje YAML: {0}", "is not YAML: {0}"),
    ]

    private static let rules: [Wording] = [
        Wording(
            "regelen mangler; [] slår den av", "regelen manglar; [] slår han av",
            "the rule is missing; [] turns it off"),
        Wording(
            "et trinn må ha en mottaker", "eit steg må ha ein mottakar",
            "a stage needs a recipient"),
        Wording("{0} har ingen {1}", "{0} har ingen {1}", "{0} has no {1}"),
        Wording(
            "verdiene må stige, mellom 1 og 6", "verdiane må stige, mellom 1 og 6",
            "satisfactory, good and veryHigh must rise, between 1 and 6"),
        Wording(
            "red og green må stige, mellom 0 og 1", "red og green må stige, mellom 0 og 1",
            "red and green must rise, between 0 and 1"),
        Wording(
            "den første må være under den andre", "den første må vere under den andre",
            "first must be below second"),
    ]
}

extension Words {
    private static let ofRules = SaidElsewhere(RuleFaultWords.sentences)

    /// One thing wrong with the text of rules: `Linje 12, closed_days: …`.
    func fault(_ problem: SettingsProblem) -> String {
        let said = Self.ofRules.sentence(problem.message, in: language) ?? problem.message
        let line = problem.place.split(separator: ":").last.flatMap { Int($0) }
        let place = line.map { self["rules_line", String($0)] } ?? problem.place
        return problem.key.isEmpty ? "\(place): \(said)" : "\(place), \(problem.key): \(said)"
    }
}
