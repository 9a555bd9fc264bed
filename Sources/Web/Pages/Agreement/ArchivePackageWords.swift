/// Texts of the page where a package for the archive is made.
enum ArchivePackageWords {
    static let texts: [String: Wording] = [
        "do_package": Wording(
            "Lag pakke til arkivet", "Lag pakke til arkivet", "Make a package for the archive"),
        "package_intro": Wording(
            "Pakken er én ZIP-fil: avtalens år som PDF/A, signerte dokumenter og dokumenter lagt "
                + "til i året, metadata og en liste over filene med sjekksummer. Du laster den "
                + "ned, og registeret beholder en kvittering.",
            "Pakken er éi ZIP-fil: året til avtalen som PDF/A, signerte dokument og dokument lagde "
                + "til i året, metadata og ei liste over filene med sjekksummar. Du lastar henne "
                + "ned, og registeret tek vare på ei kvittering.",
            "The package is one ZIP file: the agreement's year as PDF/A, signed documents and "
                + "those added in the year, metadata, and a list of the files with checksums. You "
                + "download it, and the register keeps a receipt."),
        "package_year": Wording("År", "År", "Year"),
        "package_receipts": Wording("Kvitteringer", "Kvitteringar", "Receipts"),
        "package_at": Wording("Laget (UTC)", "Laga (UTC)", "Made (UTC)"),
        "package_by": Wording("Av", "Av", "By"),
        "package_checksum": Wording("Sjekksum", "Sjekksum", "Checksum"),
        "package_no_program": Wording(
            "Programmet som lager PDF, er ikke der. Be en administrator installere WeasyPrint",
            "Programmet som lagar PDF, er ikkje der. Be ein administrator installere WeasyPrint",
            "The program that makes PDF is not there. Ask an administrator to install WeasyPrint"),
        "package_not_written": Wording(
            "PDF-en kunne ikke lages. Prøv igjen om litt",
            "PDF-en kunne ikkje lagast. Prøv igjen om litt",
            "The PDF could not be made. Try again in a while"),
    ]
}
