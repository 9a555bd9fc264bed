import Agreements
import Testing

@testable import Web

/// What is understood of one typed line, on Friday 1 March 2013.
struct LogLineTests {
    private let today: Day

    init() throws {
        today = try #require(Day("2013-03-01"))
    }

    @Test(arguments: [
        ("Ringte Bodø om høstens møte", ActivityKind.phone),
        ("Ringde Bodø om møtet i haust", .phone),
        ("Called Bodø about the autumn meeting", .phone),
        ("Telefon med Bodø", .phone),
        ("Besøkte Narvik", .visit),
        ("Vitja Narvik i går", .visit),
        ("Visited Narvik", .visit),
        ("Møtte rådmannen i Alta", .visit),
        ("Kurs for tolker i Tromsø", .training),
        ("Introkurs i Tromsø", .training),
        ("Training in Tromsø", .training),
        ("Dagsseminar med NAV", .seminar),
        ("Konferanse om bosetting", .conference),
        ("Nettverkssamling for Salten", .network),
        ("Veiledet Bodø om nettverk og kurs", .guidance),
        ("Rettleidde Bodø om kurs", .guidance),
        ("Advised Bodø on a seminar", .guidance),
        ("Intervju i avisa Nordland", .media),
    ]) func `the kind is told by the verb, or else by what it was`(
        text: String, kind: ActivityKind
    ) {
        #expect(LogLine(text, today: today).kind == kind)
    }

    @Test func `a line without such a word leaves the kind open`() {
        #expect(LogLine("Bodø om høsten", today: today).kind == nil)
    }

    @Test(arguments: [
        ("Ringte Bodø", "2013-03-01"),
        ("Ringte Bodø i dag", "2013-03-01"),
        ("Ringte Bodø i går", "2013-02-28"),
        ("Called Bodø yesterday", "2013-02-28"),
        ("Ringte Bodø i forgårs", "2013-02-27"),
        ("Ringde Bodø i førgår", "2013-02-27"),
        ("Ringte Bodø mandag", "2013-02-25"),
        ("Ringde Bodø tysdag", "2013-02-26"),
        ("Called Bodø on Wednesday", "2013-02-27"),
        ("Ringte Bodø fredag", "2013-03-01"),
        ("Ringte Bodø lørdag", "2013-02-23"),
        ("Ringte Bodø 3.2.", "2013-02-03"),
        ("Ringte Bodø 3/2", "2013-02-03"),
        ("Ringte Bodø 3.5.", "2012-05-03"),
        ("Ringte Bodø 03.02.2013 om møtet", "2013-02-03"),
        ("Ringte Bodø 2013-02-03", "2013-02-03"),
        ("Ringte Bodø 3. februar", "2013-02-03"),
        ("Called Bodø 3 February 2012", "2012-02-03"),
        ("Ringte Bodø den 28. desember", "2012-12-28"),
    ]) func `the day is the last one that the line can mean`(text: String, day: String) {
        #expect(LogLine(text, today: today).on.description == day)
    }

    @Test(arguments: ["Ringte Bodø 31.2.", "Ringte Bodø om 12 saker", "Ringte Bodø om uke 9"])
    func `what is no day leaves it at today`(text: String) {
        #expect(LogLine(text, today: today).on == today)
    }

    @Test(arguments: [
        ("Kurs i Tromsø, 24 deltakere", 24), ("Kurs i Tromsø for 24 deltakarar", 24),
        ("Training in Tromsø, 24 participants", 24),
    ]) func `how many took part is read`(text: String, number: Int) {
        let line = LogLine(text, today: today)

        #expect(line.participants == number)
        #expect(!line.names.contains("24"))
    }

    @Test func `the rest may be names, and the text stays as it was typed`() {
        let line = LogLine("  Ringte Bodø kommune i går om NORD-2012-003, «K+».", today: today)

        #expect(line.names == ["Bodø", "NORD-2012-003", "K"])
        #expect(line.text == "Ringte Bodø kommune i går om NORD-2012-003, «K+».")
    }

    @Test func `no more is read than a line holds`() {
        let line = LogLine(String(repeating: "a ", count: 5000), today: today)

        #expect(line.text.count == LogLine.limit)
    }

    @Test(arguments: [
        ("Bodø", ["Bodø"], 1), ("Bodø kommune", ["bodøs", "plan"], 1),
        ("Nordre Land", ["Nordre", "Land"], 2), ("Nordre Land", ["Land"], 0),
        ("Bydel Gamle Oslo", ["Gamle", "Oslo"], 2), ("Bodø", ["Bodøsjøen"], 0), ("Nes", [], 0),
        ("Ås", ["på"], 0),
    ]) func `a name counts when all of its words are said`(
        name: String, words: [String], score: Int
    ) {
        #expect(LogNames(words).score(of: name) == score)
    }
}
