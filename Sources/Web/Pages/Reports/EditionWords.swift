/// Texts of the page of one edition.
enum EditionWords {
    static let texts: [String: Wording] = [
        "cut_off": Wording("Skjæringsdato", "Skjeringsdato", "Cut-off"),
        "rules": Wording("Regelversjon", "Regelversjon", "Rules' version"),
        "checksum": Wording("Sjekksum", "Sjekksum", "Checksum"),
        "division_then_on": Wording(
            "Slik den var på skjæringsdatoen, {0}", "Slik ho var på skjeringsdatoen, {0}",
            "As it was at the cut-off, {0}"),
        "division_now_on": Wording("Slik den er {0}", "Slik ho er {0}", "As it is on {0}"),
        "missing_part": Wording(
            "Delen for {0} mangler, og tallene er uten den: {1}",
            "Delen for {0} manglar, og tala er utan han: {1}",
            "The part of {0} is missing, and the figures are without it: {1}"),
        "files": Wording("Filer", "Filer", "Files"),
        "file_pdf": Wording(
            "PDF/A for utskrift og arkiv", "PDF/A for utskrift og arkiv",
            "PDF/A for print and archive"),
        "file_xlsx": Wording("Excel-arbeidsbok", "Excel-arbeidsbok", "Excel workbook"),
        "file_html": Wording("Nettside", "Nettside", "Web page"),
        "file_csv": Wording("CSV", "CSV", "CSV"),
        "file_json": Wording("JSON", "JSON", "JSON"),
        "file_txt": Wording("Ren tekst", "Rein tekst", "Plain text"),
        "file_changes.json": Wording(
            "Endringer siden forrige utgave (JSON)", "Endringar sidan førre utgåve (JSON)",
            "Changes since the edition before (JSON)"),
        "figures": Wording("Tallene", "Tala", "The figures"),
        "changes_since": Wording(
            "Endret siden {0}", "Endra sidan {0}", "Changed since {0}"),
        "changes_none": Wording(
            "Ingen tall er endret.", "Ingen tal er endra.", "No figure has changed."),
        "changed_figures": Wording(
            "Tall som er endret", "Tal som er endra", "Figures that changed"),
        "changed_records": Wording(
            "Opplysninger som er endret, og av hvem", "Opplysningar som er endra, og av kven",
            "Records that changed, and by whom"),
        "before": Wording("Før", "Før", "Before"),
        "now": Wording("Nå", "No", "Now"),
        "when": Wording("Når (UTC)", "Når (UTC)", "When (UTC)"),
        "who": Wording("Hvem", "Kven", "Who"),
        "record": Wording("Opplysning", "Opplysning", "Record"),
        "what_changed": Wording("Endring", "Endring", "Change"),
        "added_rows": Wording("{0} lagt til", "{0} lagde til", "{0} added"),
        "records_more": Wording(
            "… og {0} endringer til.", "… og {0} endringar til.", "… and {0} more changes."),
        "figure_numerator": Wording("teller", "teljar", "numerator"),
        "figure_denominator": Wording("nevner", "nemnar", "denominator"),
        "figure_requested": Wording("anmodet", "oppmoda", "requested"),
    ]
}
