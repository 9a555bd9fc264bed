/// Texts of the list of agreements.
enum AgreementsWords {
    static let texts: [String: Wording] = [
        "title": Wording("Avtaler", "Avtalar", "Agreements"),
        "count": Wording("{0} avtaler", "{0} avtalar", "{0} agreements"),
        "count_one": Wording("1 avtale", "1 avtale", "1 agreement"),
        "none": Wording(
            "Ingen avtaler passer til filtrene.", "Ingen avtalar passar til filtera.",
            "No agreements fit the filters."),
        "clear": Wording("Fjern alle filtre", "Fjern alle filter", "Clear all filters"),
        "new": Wording("Ny avtale", "Ny avtale", "New agreement"),
        "find": Wording(
            "Nummer, kommune, person eller tekst", "Nummer, kommune, person eller tekst",
            "Number, municipality, person or text"),
        "filters": Wording(
            "Flere filtre og kolonner", "Fleire filter og kolonnar",
            "More filters and columns"),
        "owner": Wording("Enhet", "Eining", "Unit"),
        "kind": Wording("Type", "Type", "Kind"),
        "status": Wording("Status", "Status", "Status"),
        "area": Wording("Område", "Område", "Area"),
        "person": Wording(
            "Ansvarlig eller stedfortreder", "Ansvarleg eller stadfortredar",
            "Responsible or deputy"),
        "in_force": Wording("I kraft den", "I kraft den", "In force on"),
        "expires_before": Wording("Utløper før", "Går ut før", "Ends before"),
        "missing": Wording("Mangler krav", "Manglar krav", "Requirement not met"),
        "late": Wording(
            "Har oppfølging over fristen", "Har oppfølging over fristen",
            "Has late follow-ups"),
        "columns": Wording("Kolonner", "Kolonnar", "Columns"),
        "any": Wording("Alle", "Alle", "All"),
        "nobody": Wording("Ingen", "Ingen", "Nobody"),
        "select_all": Wording("Merk alle på siden", "Merk alle på sida", "Select all on the page"),
        "number": Wording("Nummer", "Nummer", "Number"),
        "column_title": Wording("Navn", "Namn", "Title"),
        "column_parties": Wording("Parter", "Partar", "Parties"),
        "column_owner": Wording("Enhet", "Eining", "Unit"),
        "column_kind": Wording("Type", "Type", "Kind"),
        "column_status": Wording("Status", "Status", "Status"),
        "column_valid_from": Wording("Gjelder fra", "Gjeld frå", "Valid from"),
        "column_valid_to": Wording("Gjelder til", "Gjeld til", "Valid to"),
        "column_responsible": Wording("Ansvarlig", "Ansvarleg", "Responsible"),
        "column_deputy": Wording("Stedfortreder", "Stadfortredar", "Deputy"),
        "column_next_meeting": Wording("Neste møte", "Neste møte", "Next meeting"),
        "column_late": Wording("Over fristen", "Over fristen", "Late"),
        "with_selected": Wording("Med de merkede:", "Med dei merkte:", "With the selected:"),
        "assign": Wording(
            "Sett ansvarlig eller stedfortreder", "Set ansvarleg eller stadfortredar",
            "Set responsible or deputy"),
        "hand_over": Wording("Overlever", "Overlever", "Hand over"),
        "csv": Wording("Hele listen som CSV", "Heile lista som CSV", "The whole list as CSV"),
        "xlsx": Wording(
            "Hele listen som Excel", "Heile lista som Excel", "The whole list as Excel"),
        "views": Wording("Lagrede visninger", "Lagra visingar", "Saved views"),
        "view_all": Wording("Alle", "Alle", "All"),
        "view_mine": Wording("Mine", "Mine", "Mine"),
        "view_unit": Wording("Enheten min", "Eininga mi", "My unit"),
        "view_ending": Wording(
            "Utløper innen et år", "Går ut innan eit år", "Ends within a year"),
        "view_name": Wording(
            "Navn på visningen", "Namn på visinga", "Name of the view"),
        "view_save": Wording(
            "Lagre denne visningen", "Lagre denne visinga", "Save this view"),
        "view_remove": Wording("Fjern visningen {0}", "Fjern visinga {0}", "Remove the view {0}"),
        "view_remove_short": Wording("Fjern", "Fjern", "Remove"),
        "view_too_many": Wording(
            "Du har {0} visninger allerede: fjern en først",
            "Du har {0} visingar alt: fjern ei først",
            "You have {0} views already: remove one first"),
        "said_view_saved": Wording(
            "Visningen er lagret.", "Visinga er lagra.", "The view is saved."),
        "said_view_removed": Wording(
            "Visningen er fjernet.", "Visinga er fjerna.", "The view is removed."),
        "said_assigned": Wording(
            "Avtalene har fått nye navn på seg.", "Avtalane har fått nye namn på seg.",
            "The agreements have their new names."),
        "assign_title": Wording(
            "Sett ansvarlig eller stedfortreder", "Set ansvarleg eller stadfortredar",
            "Set responsible or deputy"),
        "assign_which": Wording(
            "Gjelder {0}", "Gjeld {0}", "For {0}"),
        "assign_keep": Wording("Uendret", "Uendra", "Unchanged"),
        "assign_none": Wording(
            "Merk minst én avtale i lista først", "Merk minst éin avtale i lista først",
            "Select at least one agreement in the list first"),
        "assign_foreign": Wording(
            "Du har ikke rett til å endre {0}. Ingen av avtalene er endret",
            "Du har ikkje rett til å endre {0}. Ingen av avtalane er endra",
            "You may not change {0}. None of the agreements has been changed"),
        "assign_same": Wording(
            "Ansvarlig og stedfortreder må være to personer",
            "Ansvarleg og stadfortredar må vere to personar",
            "Responsible and deputy must be two people"),
        "assign_nothing": Wording(
            "Velg ansvarlig, stedfortreder eller begge",
            "Vel ansvarleg, stadfortredar eller begge",
            "Choose responsible, deputy or both"),
        "assign_ended": Wording(
            "{0} er avsluttet og kan ikke endres. Ingen av avtalene er endret",
            "{0} er avslutta og kan ikkje endrast. Ingen av avtalane er endra",
            "{0} has ended and cannot be changed. None of the agreements has been changed"),
        "sorted_up": Wording("sortert stigende", "sortert stigande", "sorted ascending"),
        "sorted_down": Wording("sortert synkende", "sortert synkande", "sorted descending"),
    ]
}
