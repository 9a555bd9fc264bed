import Agreements

@testable import Documents

/// A sheet with every kind of cell, and texts that want to be formulas.
enum SheetSamples {
    static let formulas = [
        "=1+1", "+47 1", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "=HYPERLINK(\"http://x\",\"y\")",
        "\r=1", "\n=1",
    ]

    static let plain = [
        "Bodø; \"Nord\"", "Kárášjohka ČĐŊŠŦŽ", "to\nlinjer", "<&>'", "1234", "_x0041_", " ytterst ",
        "👩‍👩‍👧‍👦", "a,b",
    ]

    static var sheet: Sheet {
        var sheet = Sheet(
            name: "Avtaler [2013]: alle/noen",
            columns: [
                Sheet.Column("Avtale"), Sheet.Column("Gjelder til", .day),
                Sheet.Column("Møter", .number), Sheet.Column("=Andel", .percent),
            ])
        for (index, text) in (formulas + plain).enumerated() {
            sheet.add([
                .text(text), .day(Day(number: 15_826 + Int32(index))),
                .number(Double(index) + (index == 2 ? 0.125 : 0)),
                index == 4 ? .empty : .percent(Double(index) / 8),
            ])
        }
        sheet.add([.text("gammel"), .day(Day.first(of: 1837)), .number(-1_234_567.5), .empty])
        return sheet
    }
}
