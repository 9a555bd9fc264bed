/// What the import says of faults in files, whose English sentences are the ones that it reports
/// (`Register/Import`); what a file says stands at `{0}`, `{1}` ….
enum ImportFaultWords {
    static let sentences: [Wording] = cells + references + rows + files

    private static let dates: (nb: String, nn: String, en: String) = (
        "Skriv den som 2013-05-31 eller 31.05.2013.", "Skriv han som 2013-05-31 eller 31.05.2013.",
        "Write it as 2013-05-31 or 31.05.2013."
    )

    private static let cells: [Wording] = [
        Wording(
            "{0} er ingen dato: måneder begynner med dag 1. \(dates.nb)",
            "{0} er ingen dato: månader byrjar med dag 1. \(dates.nn)",
            "{0} is not a date: months begin with day 1. \(dates.en)"),
        Wording(
            "{0} er ingen dato: det finnes ikke noe år 0. \(dates.nb)",
            "{0} er ingen dato: det finst ikkje noko år 0. \(dates.nn)",
            "{0} is not a date: there is no year 0. \(dates.en)"),
        Wording(
            "{0} er ingen dato: det finnes ingen måned {1}. \(dates.nb)",
            "{0} er ingen dato: det finst ingen månad {1}. \(dates.nn)",
            "{0} is not a date: there is no month {1}. \(dates.en)"),
        Wording(
            "{0} er ingen dato: måneden har {3} dager. Skriv {4} eller {5}.",
            "{0} er ingen dato: månaden har {3} dagar. Skriv {4} eller {5}.",
            "{0} is not a date: {1} {2} has {3} days. Write {4} or {5}."),
        Wording(
            "{0} er ingen dato. \(dates.nb)", "{0} er ingen dato. \(dates.nn)",
            "{0} is not a date. \(dates.en)"),
        Wording(
            "{0} er ikke et tall fra 0. Skriv det som 0.85 eller 0,85.",
            "{0} er ikkje eit tal frå 0. Skriv det som 0.85 eller 0,85.",
            "{0} is not a number from 0. Write it as 0.85 or 0,85."),
        Wording(
            "{0} er ikke et helt tall fra {1} til {2}. Skriv bare sifre.",
            "{0} er ikkje eit heilt tal frå {1} til {2}. Skriv berre siffer.",
            "{0} is not a whole number from {1} to {2}. Write digits alone."),
        Wording(
            "{0} er ikke et helt tall fra {1}. Skriv bare sifre.",
            "{0} er ikkje eit heilt tal frå {1}. Skriv berre siffer.",
            "{0} is not a whole number from {1}. Write digits alone."),
        Wording(
            "{0} er ikke en identifikator. Skriv den på én linje, uten «|».",
            "{0} er ikkje ein identifikator. Skriv han på éi linje, utan «|».",
            "{0} is not an identifier. Write it on one line, without «|»."),
        Wording(
            "Cellen inneholder et fødselsnummer. Ta det bort: registeret har aldri slike.",
            "Cella inneheld eit fødselsnummer. Ta det bort: registeret har aldri slike.",
            "The cell holds a national identity number. Remove it: the register never holds "
                + "them."),
        Wording(
            "{0} er ingen e-postadresse. Skriv en som navn@kommune.example.",
            "{0} er inga e-postadresse. Skriv ei som navn@kommune.example.",
            "{0} is not an e-mail address. Write one such as navn@kommune.example."),
        Wording(
            "{0} er verken sant eller usant. Skriv true, false, ja eller nei.",
            "{0} er korkje sant eller usant. Skriv true, false, ja eller nei.",
            "{0} is neither true nor false. Write true, false, ja or nei."),
        Wording(
            "{0} er ikke et organisasjonsnummer: kontrollsifferet er feil. Skriv et som "
                + "987879696, eller la feltet stå tomt.",
            "{0} er ikkje eit organisasjonsnummer: kontrollsifferet er feil. Skriv eit som "
                + "987879696, eller lat feltet stå tomt.",
            "{0} is not an organisation number: its check digit is wrong. Write one such as "
                + "987879696, or leave it empty."),
        Wording(
            "{0} er ikke et organisasjonsnummer: det må ha ni sifre. Skriv et som 987879696, "
                + "eller la feltet stå tomt.",
            "{0} er ikkje eit organisasjonsnummer: det må ha ni siffer. Skriv eit som 987879696, "
                + "eller lat feltet stå tomt.",
            "{0} is not an organisation number: it needs nine digits. Write one such as "
                + "987879696, or leave it empty."),
        Wording(
            "Cellen er tom, og den må fylles ut.", "Cella er tom, og ho må fyllast ut.",
            "The cell is empty, and it is required. Fill it."),
        Wording(
            "{0} er ingen av {1}. Mente du {2}?", "{0} er ingen av {1}. Meinte du {2}?",
            "{0} is none of {1}. Did you mean {2}?"),
        Wording(
            "{0} er ingen av {1}. Skriv en av dem.", "{0} er ingen av {1}. Skriv ein av dei.",
            "{0} is none of {1}. Write one of them."),
    ]

    private static let references: [Wording] = [
        Wording(
            "{0} finnes ikke i {2} og ikke i registeret. Legg det til der, eller rett "
                + "henvisningen.",
            "{0} finst ikkje i {2} og ikkje i registeret. Legg det til der, eller rett "
                + "tilvisinga.",
            "{0} is not {1} in {2} or in the register. Add it there, or correct the reference."),
        Wording(
            "{0} har {2} av {3} sifre. Regneark tar bort en null foran; var den der, skriv {4}.",
            "{0} har {2} av {3} siffer. Rekneark tek bort ein null framfor; var han der, skriv "
                + "{4}.",
            "{0} is not {1} number: it has {2} of {3} digits. Spreadsheets drop a leading zero; "
                + "if it was there, write {4}."),
        Wording(
            "{0} er ikke et slikt nummer. Skriv alle {2} sifrene.",
            "{0} er ikkje eit slikt nummer. Skriv alle dei {2} siffera.",
            "{0} is not {1} number. Write its {2} digits."),
    ]

    private static let rows: [Wording] = [
        Wording(
            "{0} er før {1}, som er {2}. Rett en av dem.",
            "{0} er før {1}, som er {2}. Rett ein av dei.",
            "{0} is before {1}, which is {2}. Correct one of them."),
        Wording(
            "Feltet er tomt, og {0} er {1}. Skriv datoen, som 2013-05-31, eller rett {2}.",
            "Feltet er tomt, og {0} er {1}. Skriv datoen, som 2013-05-31, eller rett {2}.",
            "It is empty, and {0} is {1}. Write the date, such as 2013-05-31, or correct {2}."),
        Wording(
            "Både {0} og {1} er tomme. Fyll ut nøyaktig én av dem.",
            "Både {0} og {1} er tomme. Fyll ut nøyaktig éin av dei.",
            "{0} and {1} are both empty. Give exactly one of them."),
        Wording(
            "Både {0} og {1} er fylt ut. Fyll ut nøyaktig én av dem.",
            "Både {0} og {1} er fylte ut. Fyll ut nøyaktig éin av dei.",
            "{0} and {1} are both filled. Give exactly one of them."),
        Wording(
            "{0} er før {1}, da evalueringene for {2} åpner. Rett datoen eller året.",
            "{0} er før {1}, då evalueringane for {2} opnar. Rett datoen eller året.",
            "{0} is before {1}, when evaluations for {2} open. Correct the date or the year."),
        Wording(
            "{0} får ikke poeng i en avtale av slaget {1}. Skriv en av {2}.",
            "{0} får ikkje poeng i ein avtale av slaget {1}. Skriv ein av {2}.",
            "{0} is not scored in a {1} agreement. Write one of {2}."),
        Wording(
            "Raden har {0} celler og overskriften {1}. Rett skilletegnene, eller sett "
                + "anførselstegn om celler som inneholder et.",
            "Rada har {0} celler og overskrifta {1}. Rett skiljeteikna, eller set hermeteikn om "
                + "celler som inneheld eit.",
            "The row has {0} cells and the header {1}. Correct the separators, or put cells that "
                + "hold one in quotes."),
        Wording(
            "Anførselstegnet som åpner cellen, blir aldri lukket. Lukk det, og skriv "
                + "anførselstegn inne i cellen to ganger.",
            "Hermeteiknet som opnar cella, blir aldri lukka. Lukk det, og skriv hermeteikn inne i "
                + "cella to gonger.",
            "The quote that opens this cell is never closed. Close it, and double quotes inside "
                + "it."),
    ]

    private static let files: [Wording] = [
        Wording(
            "Filen er tom. Begynn den med overskriften: {0}.",
            "Fila er tom. Byrja ho med overskrifta: {0}.",
            "The file is empty. Begin it with the header: {0}."),
        Wording(
            "Kolonnen står to ganger i overskriften. Behold én.",
            "Kolonna står to gonger i overskrifta. Behald éi.",
            "The column stands twice in the header. Keep one."),
        Wording(
            "Overskriften har ingen slik kolonne, og den må være med. Legg den til.",
            "Overskrifta har inga slik kolonne, og ho må vere med. Legg ho til.",
            "The header has no such column, and it is required. Add it."),
        Wording(
            "Kolonne {0} har ikke noe navn. Gi den et, eller ta den bort fra hver rad.",
            "Kolonne {0} har ikkje noko namn. Gje ho eit, eller ta ho bort frå kvar rad.",
            "Column {0} has no name. Name it, or remove it from every row."),
        Wording(
            "{0} er ingen kolonne i denne filen. Mente du {1}?",
            "{0} er inga kolonne i denne fila. Meinte du {1}?",
            "{0} is not a column of this file. Did you mean {1}?"),
        Wording(
            "{0} er ingen kolonne i denne filen. Kolonnene er {1}.",
            "{0} er inga kolonne i denne fila. Kolonnane er {1}.",
            "{0} is not a column of this file. The columns are {1}."),
        Wording(
            "Importformatet har ingen slik fil. Mente du {0}?",
            "Importformatet har inga slik fil. Meinte du {0}?",
            "The import format has no such file. Did you mean {0}?"),
        Wording(
            "Importformatet har ingen slik fil. Ta den ut; filene er {0}.",
            "Importformatet har inga slik fil. Ta ho ut; filene er {0}.",
            "The import format has no such file. Take it out of the folder; the files are {0}."),
        Wording(
            "Filen er UTF-16. Lagre den som UTF-8 (i Excel: «CSV UTF-8»).",
            "Fila er UTF-16. Lagre ho som UTF-8 (i Excel: «CSV UTF-8»).",
            "The file is UTF-16. Save it as UTF-8 (in Excel: «CSV UTF-8»)."),
        Wording(
            "Kolonnene er skilt med {0}. Lagre filen med «,» eller «;».",
            "Kolonnane er skilde med {0}. Lagre fila med «,» eller «;».",
            "The columns are separated by {0}. Save the file with «,» or «;»."),
    ]
}
