/// What makes PDF of reports and archive packages.
package struct PDFSettings: Hashable, Sendable {
    /// Name or path of WeasyPrint; nil for no PDF.
    package var program: String? = "weasyprint"

    package init() {}

    mutating func take(from reader: inout SettingsReader) {
        program = reader.value(
            "pdf.program", default: program, expected: "the name or path of a program, or none"
        ) { text in
            text == "none" ? .some(nil) : .some(text)
        }
    }
}
