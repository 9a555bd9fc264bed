import Agreements
import Rules
import Testing

@testable import Documents

struct TextsTests {
    @Test(arguments: Language.allCases, Text.allCases)
    func `every text is there in every language`(language: Language, text: Text) throws {
        let table = Texts.table(of: language)

        let pattern = try #require(table[text])
        #expect(!pattern.isEmpty)
        let places = pattern.matches(of: /\{(\d)\}/).map { String($0.1) }
        let reference = (Texts.table(of: .nb)[text] ?? "").matches(of: /\{(\d)\}/)
        #expect(Set(places) == Set(reference.map { String($0.1) }))
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1\u{A0}000"), (1_234_567, "1\u{A0}234\u{A0}567"),
        (-12_345, "\u{2212}12\u{A0}345"),
    ])
    func `whole numbers are grouped by threes`(value: Int, text: String) {
        #expect(Texts(.nb).number(value) == text)
    }

    @Test(arguments: [
        (12.5, "12,5"), (0.05, "0,1"), (-0.05, "\u{2212}0,1"), (-0.04, "0,0"), (4.25, "4,3"),
        (1234.04, "1\u{A0}234,0"),
    ])
    func `decimals are rounded half away from zero`(value: Double, text: String) {
        #expect(Texts(.nn).decimal(value) == text)
    }

    @Test
    func `shares and dates follow the language`() throws {
        let day = try #require(Day("2013-05-03"))

        #expect(Texts(.nb).percent(0.125) == "12,5\u{A0}%")
        #expect(Texts(.en).percent(0.125) == "12.5%")
        #expect(Texts(.en).number(1_234_567) == "1,234,567")
        #expect(Texts(.nb).date(day) == "3.\u{A0}mai\u{A0}2013")
        #expect(Texts(.en).date(day) == "3\u{A0}May\u{A0}2013")
    }

    @Test
    func `an argument that looks like a place is left as it is`() {
        #expect(Texts(.nb)[.ofCount, "{1}", "2"] == "{1} av 2")
    }
}
