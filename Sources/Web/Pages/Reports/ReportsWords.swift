/// Texts of the reports' editions.
enum ReportsWords {
    static let texts: [String: Wording] = [
        "title": Wording("Rapporter", "Rapportar", "Reports"),
        "about": Wording(
            "Utgitte rapporter er frosset: tallene, datoen de gjelder og regelversjonen endres "
                + "ikke.",
            "Utgjevne rapportar er frosne: tala, datoen dei gjeld og regelversjonen vert ikkje "
                + "endra.",
            "Issued reports are frozen: their figures, their cut-off and the rules' version do not "
                + "change."),
        "figures_now": Wording(
            "Tallene akkurat nå finner du under Norge.", "Tala akkurat no finn du under Noreg.",
            "The figures of this moment are under Norway."),
        "none": Wording(
            "Ingen rapporter er utgitt ennå.", "Ingen rapportar er gjevne ut enno.",
            "No reports have been issued yet."),
        "edition": Wording("Utgave", "Utgåve", "Edition"),
        "period": Wording("Periode", "Periode", "Period"),
        "state": Wording("Status", "Status", "State"),
        "rules": Wording("Regelversjon", "Regelversjon", "Rules' version"),
        "checksum": Wording("Sjekksum", "Sjekksum", "Checksum"),
        "files": Wording("Filer", "Filer", "Files"),
        "issued": Wording("Utgitt", "Utgjeven", "Issued"),
        "begun": Wording("Under arbeid", "Under arbeid", "In progress"),
    ]
}
