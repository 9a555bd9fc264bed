/// Texts of the list of reports, of the form that orders one, and of the targets.
enum ReportsWords {
    static let texts: [String: Wording] = list.merging(order) { own, _ in own }
        .merging(targets) { own, _ in own }

    private static let list: [String: Wording] = [
        "title": Wording("Rapporter", "Rapportar", "Reports"),
        "about": Wording(
            "Utgitte rapporter er frosset: tallene, datoen de gjelder og regelversjonen endres "
                + "ikke.",
            "Utgjevne rapportar er frosne: tala, datoen dei gjeld og regelversjonen vert ikkje "
                + "endra.",
            "Issued reports are frozen: their figures, their cut-off and the rules' version do not "
                + "change."),
        "none": Wording(
            "Ingen rapporter er utgitt ennå.", "Ingen rapportar er gjevne ut enno.",
            "No reports have been issued yet."),
        "edition": Wording("Utgave", "Utgåve", "Edition"),
        "edition_name": Wording("{0}, utgave {1}", "{0}, utgåve {1}", "{0}, edition {1}"),
        "name_annual": Wording("Årsrapport {0}", "Årsrapport {0}", "Annual report {0}"),
        "name_half_year": Wording(
            "Halvårsrapport, {0}. halvår {1}", "Halvårsrapport, {0}. halvår {1}",
            "Half-year report {0} of {1}"),
        "name_monthly": Wording(
            "Månedsstatus {0}", "Månadsstatus {0}", "Monthly status {0}"),
        "name_period": Wording("Rapport {0}", "Rapport {0}", "Report {0}"),
        "kind": Wording("Type", "Type", "Kind"),
        "kind_all": Wording("Alle", "Alle", "All"),
        "kind_monthly": Wording("Månedsstatus", "Månadsstatus", "Monthly status"),
        "kind_half_year": Wording("Halvårsrapport", "Halvårsrapport", "Half-year report"),
        "kind_annual": Wording("Årsrapport", "Årsrapport", "Annual report"),
        "kind_period": Wording("Annen periode", "Annan periode", "Another period"),
        "period": Wording("Periode", "Periode", "Period"),
        "state": Wording("Status", "Status", "State"),
        "asked_by": Wording("Bestilt av", "Tinga av", "Asked for by"),
        "issued": Wording("Utgitt", "Utgjeven", "Issued"),
        "begun": Wording("Under arbeid", "Under arbeid", "In progress"),
    ]

    private static let order: [String: Wording] = [
        "order": Wording("Bestill en rapport", "Ting ein rapport", "Order a report"),
        "order_intro": Wording(
            "Rapporten regnes ut av registeret slik det er nå, og fryses. Er perioden rapportert "
                + "før, blir det en ny utgave med en liste over hva som er endret.",
            "Rapporten vert rekna ut av registeret slik det er no, og vert frosen. Er perioden "
                + "rapportert før, vert det ei ny utgåve med ei liste over kva som er endra.",
            "The report is worked out of the register as it is now, and frozen. A period that was "
                + "reported on before gets a new edition with a list of what has changed."),
        "year": Wording("År", "År", "Year"),
        "year_hint": Wording(
            "For måned, halvår og år", "For månad, halvår og år", "For a month, half-year or year"),
        "part": Wording("Måned eller halvår", "Månad eller halvår", "Month or half-year"),
        "part_hint": Wording(
            "1–12 for måned, 1 eller 2 for halvår", "1–12 for månad, 1 eller 2 for halvår",
            "1–12 for a month, 1 or 2 for a half-year"),
        "from": Wording("Første dag", "Første dag", "First day"),
        "from_hint": Wording(
            "For en annen periode", "For ein annan periode", "For another period"),
        "to": Wording("Siste dag", "Siste dag", "Last day"),
        "unit": Wording("Enhet", "Eining", "Unit"),
        "unit_all": Wording("Hele landet", "Heile landet", "All units"),
        "division": Wording(
            "Inndeling i regioner", "Inndeling i regionar", "Division into regions"),
        "division_then": Wording(
            "Slik den var på skjæringsdatoen", "Slik ho var på skjeringsdatoen",
            "As it was at the cut-off"),
        "division_now": Wording("Slik den er nå", "Slik ho er no", "As it is now"),
        "language": Wording("Språk", "Språk", "Language"),
        "error_order": Wording(
            "Siste dag er før første dag: skriv den første dagen først",
            "Siste dag er før første dag: skriv den første dagen først",
            "The last day is before the first: give the first day first"),
        "error_to_come": Wording(
            "Perioden har ikke begynt: velg en som har begynt",
            "Perioden har ikkje begynt: vel ein som har begynt",
            "The period has not begun: choose one that has"),
        "said_ordered": Wording(
            "Bestilt. Rapporten blir skrevet nå.", "Tinga. Rapporten vert skriven no.",
            "Ordered. The report is being written."),
    ]

    private static let targets: [String: Wording] = [
        "targets": Wording("Mål", "Mål", "Targets"),
        "targets_intro": Wording(
            "Målene for {0}. Rapporter viser et lys for hvert tall som har et mål.",
            "Måla for {0}. Rapportar viser eit lys for kvart tal som har eit mål.",
            "The targets of {0}. Reports show a light for every figure that has one."),
        "targets_none": Wording(
            "Ingen mål er satt for året.", "Ingen mål er sette for året.",
            "No targets are set for the year."),
        "indicator": Wording("Indikator", "Indikator", "Indicator"),
        "set_target": Wording("Sett et mål", "Set eit mål", "Set a target"),
        "target": Wording("Mål", "Mål", "Target"),
        "withdraw_target": Wording("Ta bort et mål", "Ta bort eit mål", "Take a target back"),
        "withdraw_target_intro": Wording(
            "Velg hvilket mål for {0} som ikke gjelder lenger, og si hvorfor. Rapporter måler ikke "
                + "mot det fra nå av. Utgaver som er utgitt, beholder det, og historikken viser "
                + "det.",
            "Vel kva mål for {0} som ikkje gjeld lenger, og sei kvifor. Rapportar måler ikkje mot "
                + "det frå no av. Utgåver som er gjevne ut, held på det, og historikken viser det.",
            "Choose which target of {0} holds no longer, and say why. Reports do not measure "
                + "against it from now on. Issued editions keep it, and the history shows it."),
        "said_target_withdrawn": Wording(
            "Målet er tatt bort.", "Målet er teke bort.", "The target is taken back."),
        "target_value": Wording("Mål i prosent", "Mål i prosent", "Target in per cent"),
        "target_value_hint": Wording(
            "Fra 0 til 100, for eksempel 85 eller 92,5", "Frå 0 til 100, til dømes 85 eller 92,5",
            "From 0 to 100, such as 85 or 92.5"),
        "error_percent": Wording(
            "{0} må være et tall fra 0 til 100", "{0} må vere eit tal frå 0 til 100",
            "{0} must be a number from 0 to 100"),
    ]
}
