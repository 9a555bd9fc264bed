/// The text part of a mail, made of lines.
enum MailText {
    /// The lines, and the footer behind the mark that mail programs read as the beginning of a
    /// signature. A title that holds a line break does not look like a line of ours.
    static func lines(_ lines: [String], footer: String) -> String {
        (lines + ["", "-- ", footer, ""]).map(oneLine).joined(separator: "\n")
    }

    private static func oneLine(_ line: String) -> String {
        String(line.map { $0.isNewline ? " " : $0 })
    }
}
