/// Texts that the pages of administration share.
enum AdministrationWords {
    static let texts: [String: Wording] = [
        "people": Wording("Folk", "Folk", "People"),
        "people_about": Wording(
            "Hvem som har tilgang, rolle, enhet, fravær og invitasjon.",
            "Kven som har tilgang, rolle, eining, fråvær og invitasjon.",
            "Who has access, roles, units, leave and invitations."),
        "tokens": Wording("Nøkler for programmer", "Nøklar for program", "API tokens"),
        "tokens_about": Wording(
            "Slik andre systemer henter og skriver gjennom API-et.",
            "Slik andre system hentar og skriv gjennom API-et.",
            "How other systems read and write through the API."),
        "audit": Wording("Endringslogg", "Endringslogg", "Audit trail"),
        "audit_about": Wording(
            "Hvem som har endret hva og når, med innlogginger og eksporter.",
            "Kven som har endra kva og når, med innloggingar og eksportar.",
            "Who changed what and when, with sign-ins and exports."),
        "rules": Wording("Regler", "Reglar", "Rules"),
        "rules_about": Wording(
            "Frister, varsler og terskler. Prøv dem ut før du slår dem på.",
            "Fristar, varsel og tersklar. Prøv dei ut før du slår dei på.",
            "Deadlines, notices and thresholds. Rehearse them before you switch them on."),
        "imports": Wording("Import", "Import", "Import"),
        "imports_about": Wording(
            "Ta inn filer fra kontorene, med forhåndsvisning.",
            "Ta inn filer frå kontora, med førehandsvising.",
            "Take in files from the offices, with a preview."),
        "units": Wording("Enheter", "Einingar", "Units"),
        "units_about": Wording(
            "Regionene med fylker og kommuner.", "Regionane med fylke og kommunar.",
            "The regions with their counties and municipalities."),
        "any": Wording("Alle", "Alle", "All"),
        "full_name": Wording("Navn", "Namn", "Name"),
        "user_name": Wording("Brukernavn", "Brukarnamn", "User name"),
        "email": Wording("E-post", "E-post", "E-mail"),
        "unit": Wording("Enhet", "Eining", "Unit"),
        "role": Wording("Rolle", "Rolle", "Role"),
        "language": Wording("Språk", "Språk", "Language"),
        "done_with_it": Wording(
            "Jeg har tatt vare på det", "Eg har teke vare på det", "I have kept it"),
    ]
}
