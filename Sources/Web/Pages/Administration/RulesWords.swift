/// Texts of the pages about the rules.
enum RulesWords {
    static let texts = editions.merging(rehearsal) { first, _ in first }

    private static let editions: [String: Wording] = [
        "rules_file": Wording(
            "Reglene er de som står i innstillingene. Ingen utgave er tatt i bruk ennå.",
            "Reglane er dei som står i innstillingane. Inga utgåve er teken i bruk enno.",
            "The rules are those of the settings. No edition is in use yet."),
        "rules_edition": Wording(
            "Reglene er de i utgaven som er i bruk.", "Reglane er dei i utgåva som er i bruk.",
            "The rules are those of the edition in use."),
        "rules_now": Wording(
            "Reglene slik de er skrevet", "Reglane slik dei er skrivne",
            "The rules as they are written"),
        "editions": Wording("Utgaver av reglene", "Utgåver av reglane", "Editions of the rules"),
        "edition": Wording("Utgave", "Utgåve", "Edition"),
        "edition_number": Wording("Utgave {0}", "Utgåve {0}", "Edition {0}"),
        "edition_state": Wording("Status", "Status", "State"),
        "edition_draft": Wording("utkast", "utkast", "draft"),
        "edition_adopted": Wording("i bruk", "i bruk", "in use"),
        "edition_retired": Wording("avløst", "avløyst", "replaced"),
        "edition_drafted": Wording("Skrevet", "Skriven", "Written"),
        "note": Wording("Hvorfor", "Kvifor", "Why"),
        "note_hint": Wording(
            "Hva som endres, og hvem som har bestemt det",
            "Kva som blir endra, og kven som har "
                + "bestemt det", "What changes, and who has decided it"),
        "draft": Wording("Utkast til regler", "Utkast til reglar", "Draft of the rules"),
        "draft_new": Wording("Skriv et utkast", "Skriv eit utkast", "Write a draft"),
        "draft_go_on": Wording(
            "Skriv videre på utkastet", "Skriv vidare på utkastet", "Go on with the draft"),
        "draft_from": Wording(
            "Lag utkast av denne", "Lag utkast av denne", "Make a draft of this one"),
        "draft_keep": Wording("Lagre utkastet", "Lagre utkastet", "Save the draft"),
        "draft_rehearse": Wording("Lagre og prøv ut", "Lagre og prøv ut", "Save and rehearse"),
        "said_draft_kept": Wording(
            "Utkastet er lagret. Det gjelder ikke før det er tatt i bruk.",
            "Utkastet er lagra. Det gjeld ikkje før det er teke i bruk.",
            "The draft is saved. It does not hold before it is switched on."),
        "said_draft_changed": Wording(
            "Utkastet er endret siden du så på det. Se på det igjen før du tar det i bruk.",
            "Utkastet er endra sidan du såg på det. Sjå på det igjen før du tek det i bruk.",
            "The draft has been changed since you looked. Look again before you switch it on."),
        "said_adopted": Wording(
            "De nye reglene er i bruk.", "Dei nye reglane er i bruk.", "The new rules are in use."),
        "rules_text": Wording("Regler", "Reglar", "Rules"),
        "rules_text_hint": Wording(
            "Som i Config/rules.yaml. Det du utelater, er som i regelboken.",
            "Som i Config/rules.yaml. Det du utelèt, er som i regelboka.",
            "As in Config/rules.yaml. What you leave out is as in the rulebook."),
        "rules_problems": Wording(
            "Regler har {0} feil, se listen under", "Reglar har {0} feil, sjå lista under",
            "Rules has {0} faults, see the list below"),
        "rules_line": Wording("Linje {0}", "Linje {0}", "Line {0}"),
        "rules_faults": Wording("Feil i teksten", "Feil i teksten", "Faults in the text"),
    ]

    private static let rehearsal: [String: Wording] = [
        "rehearse": Wording("Prøv ut utkastet", "Prøv ut utkastet", "Rehearse the draft"),
        "rehearsal": Wording("Prøve av utkastet", "Prøve av utkastet", "Rehearsal of the draft"),
        "rehearsal_intro": Wording(
            "Slik ville varslene blitt fra {0} til {1}, slik registeret er nå. Ingenting er sendt.",
            "Slik ville varsla ha vorte frå {0} til {1}, slik registeret er no. Ingenting er "
                + "sendt.",
            "This is what would be told from {0} to {1}, as the register stands. Nothing is sent."),
        "rehearsal_same": Wording(
            "Utkastet er likt reglene som er i bruk.", "Utkastet er likt reglane som er i bruk.",
            "The draft is the same as the rules in use."),
        "rehearsal_rules": Wording("Varsler per regel", "Varsel per regel", "Notices by rule"),
        "rehearsal_people": Wording(
            "Varsler per person", "Varsel per person", "Notices by person"),
        "rehearsal_changes": Wording(
            "Det som blir annerledes", "Det som blir annleis", "What would change"),
        "rehearsal_all": Wording(
            "Alt {0} ville fått", "Alt {0} ville ha fått", "Everything that {0} would get"),
        "rehearsal_nothing": Wording(
            "Ingen ville fått noe annet enn nå.", "Ingen ville ha fått noko anna enn no.",
            "Nobody would get anything else than now."),
        "rehearsal_more": Wording(
            "Og {0} til. Velg en person for å se mindre om gangen.",
            "Og {0} til. Vel ein person for å sjå mindre om gongen.",
            "And {0} more. Choose a person to see less at a time."),
        "rehearsal_rule": Wording("Regel", "Regel", "Rule"),
        "rehearsal_person": Wording("Person", "Person", "Person"),
        "rehearsal_now": Wording("Nå", "No", "Now"),
        "rehearsal_then": Wording("Med utkastet", "Med utkastet", "With the draft"),
        "rehearsal_day": Wording("Dag", "Dag", "Day"),
        "rehearsal_subject": Wording("Gjelder", "Gjeld", "About"),
        "rehearsal_due": Wording("Frist", "Frist", "Due"),
        "rehearsal_change": Wording("Endring", "Endring", "Change"),
        "rehearsal_added": Wording("kommer til", "kjem til", "added"),
        "rehearsal_removed": Wording("faller bort", "fell bort", "gone"),
        "adopt": Wording("Ta reglene i bruk", "Ta reglane i bruk", "Switch the rules on"),
        "adopt_hint": Wording(
            "Reglene gjelder fra neste gang dagen planlegges. Varsler som er sendt, sendes ikke "
                + "igjen.",
            "Reglane gjeld frå neste gong dagen blir planlagd. Varsel som er sende, blir ikkje "
                + "sende igjen.",
            "The rules hold from the next time a day is planned. What was sent is not sent again."),
    ]
}
