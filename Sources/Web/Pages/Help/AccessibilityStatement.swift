/// How far the pages meet the requirements to universal design, and how that is known.
///
/// In the order of the Norwegian authority's own statements (uustatus.no); what is said to be
/// tested
/// is what Tests/Browser does on every page.
enum AccessibilityStatement {
    static let parts = [status, tested, shortcomings, untested, report]

    private static let status = StatementPart(
        Wording("Status", "Status", "Status"),
        [
            Wording(
                "Sidene skal oppfylle WCAG 2.1 på nivå A og AA, slik forskrift om universell "
                    + "utforming av IKT krever av offentlige virksomheter, også for intranett. "
                    + "De tar også hensyn til kriteriene 2.4.11, 2.5.8, 3.3.7 og 3.3.8 i WCAG 2.2.",
                "Sidene skal oppfylle WCAG 2.1 på nivå A og AA, slik forskrift om universell "
                    + "utforming av IKT krev av offentlege verksemder, òg for intranett. Dei tek "
                    + "òg omsyn til kriteria 2.4.11, 2.5.8, 3.3.7 og 3.3.8 i WCAG 2.2.",
                "The pages are to meet WCAG 2.1 levels A and AA, as Norwegian regulations demand "
                    + "of public bodies, intranets included. They also heed criteria 2.4.11, "
                    + "2.5.8, 3.3.7 and 3.3.8 of WCAG 2.2."),
            Wording(
                "Erklæringen gjelder programvaren slik den leveres. Virksomheten som tar den i "
                    + "bruk, publiserer sin egen erklæring på uustatus.no.",
                "Erklæringa gjeld programvara slik ho blir levert. Verksemda som tek ho i bruk, "
                    + "publiserer si eiga erklæring på uustatus.no.",
                "The statement is about the software as it is delivered. The body that takes it "
                    + "into use publishes its own statement at uustatus.no."),
        ])

    private static let tested = StatementPart(
        Wording("Slik er sidene testet", "Slik er sidene testa", "How the pages are tested"),
        [
            Wording(
                "Før hver endring tas i bruk, blir hver side prøvd i en nettleser:",
                "Før kvar endring blir teken i bruk, blir kvar side prøvd i ein nettlesar:",
                "Before any change is taken into use, every page is tried in a browser:")
        ],
        items: [
            Wording(
                "med verktøyet axe-core, i lyst og mørkt, på bred og smal skjerm",
                "med verktøyet axe-core, i lyst og mørkt, på brei og smal skjerm",
                "with the tool axe-core, in light and dark, on wide and narrow screens"),
            Wording(
                "på en skjerm som er 320 punkter bred, uten at noe må rulles sidelengs",
                "på ein skjerm som er 320 punkt brei, utan at noko må rullast sidelengs",
                "on a screen 320 pixels wide, without scrolling sideways"),
            Wording(
                "med dobbelt så stor tekst, uten at tekst blir borte",
                "med dobbelt så stor tekst, utan at tekst blir borte",
                "with text of double size, without losing any"),
            Wording(
                "med bare tastatur, der det alltid synes hvor du er",
                "med berre tastatur, der det alltid syner kvar du er",
                "by keyboard alone, with the focus always visible"),
            Wording(
                "på bokmål, nynorsk og engelsk, med språket oppgitt i siden",
                "på bokmål, nynorsk og engelsk, med språket oppgjeve i sida",
                "in bokmål, nynorsk and English, with the language given in the page"),
            Wording("uten JavaScript", "utan JavaScript", "without JavaScript"),
        ])

    private static let shortcomings = StatementPart(
        Wording("Kjente mangler", "Kjende manglar", "Known shortcomings"),
        [],
        items: [
            Wording(
                "Opplastede dokumenter er slik de ble laget av den som lastet dem opp.",
                "Opplasta dokument er slik dei vart laga av den som lasta dei opp.",
                "Uploaded documents are as whoever uploaded them made them."),
            Wording(
                "Brede tabeller må rulles sidelengs i sin egen ramme på smale skjermer.",
                "Breie tabellar må rullast sidelengs i si eiga ramme på smale skjermar.",
                "Wide tables scroll sideways within their own frame on narrow screens."),
            Wording(
                "PDF-er har overskrifter, tabeller, lenker og tekst for bilder, men er ikke "
                    + "kontrollert mot standarden PDF/UA.",
                "PDF-ar har overskrifter, tabellar, lenkjer og tekst for bilete, men er ikkje "
                    + "kontrollerte mot standarden PDF/UA.",
                "PDFs have headings, tables, links and texts for pictures, but have not been "
                    + "checked against the standard PDF/UA."),
        ])

    private static let untested = StatementPart(
        Wording("Ikke testet", "Ikkje testa", "Not tested"),
        [
            Wording(
                "Sidene er ikke prøvd av brukere med skjermleser, skjermforstørrer eller "
                    + "talestyring, og ikke vurdert av andre enn dem som har laget dem.",
                "Sidene er ikkje prøvde av brukarar med skjermlesar, skjermforstørrar eller "
                    + "talestyring, og ikkje vurderte av andre enn dei som har laga dei.",
                "The pages have not been tried by users of screen readers, magnifiers or voice "
                    + "control, nor judged by others than those who made them.")
        ])

    private static let report = StatementPart(
        Wording("Meld fra", "Meld frå", "Tell us"),
        [
            Wording(
                "Finner du noe du ikke kan bruke, si fra til dem som drifter systemet i "
                    + "virksomheten din. Du kan også klage til Tilsynet for universell utforming "
                    + "av ikt (uutilsynet.no).",
                "Finn du noko du ikkje kan bruke, sei frå til dei som driftar systemet i "
                    + "verksemda di. Du kan òg klage til Tilsynet for universell utforming av ikt "
                    + "(uutilsynet.no).",
                "If you find something that you cannot use, tell those who run the system in your "
                    + "organisation. You may also complain to the Norwegian authority for "
                    + "universal design of ICT (uutilsynet.no).")
        ])
}
