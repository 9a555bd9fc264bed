import Documents
import Register

/// The list of agreements as a sheet, with every column.
struct AgreementSheet {
    private(set) var sheet: Sheet
    private let words: Words

    init(words: Words) {
        self.words = words
        sheet = Sheet(
            name: words["title"],
            columns: [
                .init(words["number"]), .init(words["column_title"]),
                .init(words["column_parties"]), .init(words["column_owner"]),
                .init(words["column_kind"]), .init(words["column_status"]),
                .init(words["column_valid_from"], .day), .init(words["column_valid_to"], .day),
                .init(words["column_responsible"]), .init(words["column_deputy"]),
                .init(words["column_next_meeting"], .day), .init(words["column_late"], .number),
            ])
    }

    mutating func add(_ line: AgreementLine) {
        sheet.add([
            .text(line.id), .text(line.title), .text(line.parties.joined(separator: ", ")),
            .text(words.name(line.owner)), .text(words.name(line.kind)),
            .text(words.name(line.status)), .day(line.validFrom), .day(line.validTo),
            .text(line.responsible?.name), .text(line.deputy?.name), .day(line.nextMeetingOn),
            .number(line.late),
        ])
    }
}
