import Agreements
import Testing

@testable import Documents

struct SheetCSVTests {
    private static func write(_ text: String) -> String {
        var sheet = Sheet(name: "S", columns: [Sheet.Column("A")])
        sheet.add([.text(text)])
        return String(SheetCSV(sheet).write().dropFirst(3).dropLast(1))
    }

    @Test func `a file is what Excel in Norway opens`() {
        var sheet = Sheet(
            name: "S",
            columns: [
                Sheet.Column("Navn"), Sheet.Column("Dag", .day), Sheet.Column("Tall", .number),
                Sheet.Column("Andel", .percent),
            ])
        sheet.add([.text("Bodø"), .day(Day(number: 15_826)), .number(1234.5), .percent(5.0 / 9)])
        sheet.add([.empty, .empty, .number(3), .percent(1)])

        let text = SheetCSV(sheet).write()

        #expect(
            text == """
                \u{FEFF}Navn;Dag;Tall;Andel\r
                Bodø;01.05.2013;1234,5;55,5556%\r
                ;;3;100%\r

                """)
    }

    @Test(arguments: SheetSamples.formulas)
    func `nothing is taken for a formula`(text: String) {
        let field = Self.write(text)

        let content = field.hasPrefix("\"") ? String(field.dropFirst()) : field
        #expect(
            content.unicodeScalars.first.map { !"=+-@＝\t\r\n ".unicodeScalars.contains($0) } == true
        )
    }

    @Test(arguments: [
        ("Bodø", "Bodø"), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        ("a\u{0}b\u{1B}", "ab"), ("2-1", "2-1"), (" x", "\" x\""),
    ])
    func `a field is quoted only where it must be`(text: String, field: String) {
        #expect(Self.write(text) == field)
    }
}
