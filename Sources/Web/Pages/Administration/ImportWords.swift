/// Texts of the pages about imports and units.
enum ImportWords {
    static let texts = imports.merging(units) { first, _ in first }

    private static let imports: [String: Wording] = [
        "import_intro": Wording(
            "Velg én eller flere CSV-filer i importformatet, for eksempel agreements.csv. Du får "
                + "se hva som skjer før noe lagres.",
            "Vel éi eller fleire CSV-filer i importformatet, til dømes agreements.csv. Du får sjå "
                + "kva som skjer før noko blir lagra.",
            "Choose one or more CSV files of the import format, such as agreements.csv. You see "
                + "what will happen before anything is saved."),
        "import_files": Wording("CSV-filer", "CSV-filer", "CSV files"),
        "import_look": Wording("Se hva som skjer", "Sjå kva som skjer", "See what will happen"),
        "import_no_files": Wording(
            "Velg minst én fil.", "Vel minst éi fil.", "Choose at least one file."),
        "import_strange": Wording(
            "Disse filene er ikke i importformatet: {0}",
            "Desse filene er ikkje i importformatet: {0}",
            "These files are not of the import format: {0}"),
        "import_gone": Wording(
            "Filene er ikke her lenger. Velg dem på nytt.",
            "Filene er ikkje her lenger. Vel dei på nytt.",
            "The files are not here any more. Choose them again."),
        "import_unreadable": Wording(
            "Filene kunne ikke leses. Velg dem på nytt.",
            "Filene kunne ikkje lesast. Vel dei på nytt.",
            "The files could not be read. Choose them again."),
        "import_rejected": Wording(
            "Filene har {0} feil. Ingenting er lagret.", "Filene har {0} feil. Ingenting er lagra.",
            "The files have {0} faults. Nothing is saved."),
        "import_preview": Wording(
            "Dette vil skje. Ingenting er lagret ennå.", "Dette vil skje. Ingenting er lagra enno.",
            "This is what will happen. Nothing is saved yet."),
        "import_nothing": Wording(
            "Alt i filene er i registeret allerede.", "Alt i filene er i registeret frå før.",
            "Everything in the files is in the register already."),
        "import_notices_title": Wording(
            "Hva det vil minne om", "Kva det vil minne om", "What it will remind of"),
        "import_notices": Wording(
            "Påminnelser de neste 90 dagene: slik registeret er, og slik det blir med filene. Det "
                + "som er over fristen fra før, minnes det bare om på siste trinn.",
            "Påminningar dei neste 90 dagane: slik registeret er, og slik det blir med filene. Det "
                + "som er over fristen frå før, blir det berre mint om på siste trinn.",
            "Reminders of the next 90 days: as the register is, and as it will be with the files. "
                + "Of what is overdue already only the last stage is told."),
        "import_done": Wording(
            "Filene er tatt inn.", "Filene er tekne inn.", "The files are taken in."),
        "import_apply": Wording("Ta inn filene", "Ta inn filene", "Take the files in"),
        "import_result": Wording("Rader", "Rader", "Rows"),
        "import_faults": Wording("Feil", "Feil", "Faults"),
        "import_more": Wording("Og {0} feil til.", "Og {0} feil til.", "And {0} more."),
        "import_file": Wording("Fil", "Fil", "File"),
        "import_added": Wording("Nye", "Nye", "Added"),
        "import_changed": Wording("Endret", "Endra", "Changed"),
        "import_unchanged": Wording("Uendret", "Uendra", "Unchanged"),
        "import_line": Wording("Linje", "Linje", "Line"),
        "import_column": Wording("Kolonne", "Kolonne", "Column"),
        "import_message": Wording("Hva som er galt", "Kva som er gale", "What is wrong"),
    ]

    private static let units: [String: Wording] = [
        "units_intro": Wording(
            "Regionene er faste. Kommuner og fylker hører til en region.",
            "Regionane er faste. Kommunar og fylke høyrer til ein region.",
            "The regions are fixed. Municipalities and counties belong to one of them."),
        "units_people": Wording("Ansatte", "Tilsette", "Staff"),
        "units_agreements": Wording("Aktive avtaler", "Aktive avtalar", "Active agreements"),
        "units_counties": Wording("Fylker", "Fylke", "Counties"),
        "units_none": Wording(
            "Enheten har ingen kommuner.", "Eininga har ingen kommunar.",
            "The unit has no municipalities."),
        "municipality": Wording("Kommune", "Kommune", "Municipality"),
        "county": Wording("Fylke", "Fylke", "County"),
        "population": Wording("Innbyggere", "Innbyggjarar", "Population"),
        "valid_to": Wording("Gjelder til", "Gjeld til", "Valid until"),
        "neutral": Wording("nøytral", "nøytral", "neutral"),
        "form_nb": Wording("Bokmål", "Bokmål", "Bokmål"),
        "form_nn": Wording("Nynorsk", "Nynorsk", "Nynorsk"),
        "region": Wording("Region", "Region", "Region"),
        "region_of_county": Wording(
            "Som fylket", "Som fylket", "That of its county"),
        "municipality_language": Wording("Målform", "Målform", "Written form"),
        "municipality_language_hint": Wording(
            "Det kommunen har vedtatt. Vi skriver til kommunen på den målformen.",
            "Det kommunen har vedteke. Vi skriv til kommunen på den målforma.",
            "What the municipality has chosen; it is written to in that form."),
        "municipality_intro": Wording(
            "Kommunenummer {0}. Navn og sammenslåing endres ved import.",
            "Kommunenummer {0}. Namn og samanslåing blir endra ved import.",
            "Municipality number {0}. Names and mergers are changed by import."),
        "unit_moved_on": Wording(
            "{0} har endret kommunen mens du skrev. Lagrer du nå, gjelder det du skrev.",
            "{0} har endra kommunen medan du skreiv. Lagrar du no, gjeld det du skreiv.",
            "{0} has changed the municipality while you were writing. If you save now, what you "
                + "wrote will hold."),
    ]
}
