import Agreements
import Rules
import Testing

/// Mergers and splits, with Norway's own municipalities.
struct GeographyTests {
    func numbers(_ number: String, at day: Day) throws -> [String] {
        let facts = try Facts.norway()
        return Geography(facts: facts, at: day).municipalities(succeeding: number)
            .map { facts.municipalities[$0].number }
    }

    @Test(arguments: [
        ("2013-01-01" as Day, 428), ("2020-01-01", 356), ("2024-01-01", 357),
        ("2019-12-31", 422), ("2016-12-31", 428),
    ])
    func `the municipalities of a day are those in use`(day: Day, count: Int) throws {
        let facts = try Facts.norway()
        let geography = Geography(facts: facts, at: day)

        let valid = facts.municipalities.indices.filter {
            geography.isValid(municipalityAt: $0)
        }

        #expect(valid.count == count)
    }

    @Test(arguments: [
        ("0104", "2019-12-31" as Day, ["0104"]), ("0104", "2020-01-01", ["3002"]),
        ("0104", "2024-01-01", ["3103"]), ("1850", "2020-06-30", ["1806", "1875"]),
        ("5012", "2020-06-30", ["5055", "5056", "5059"]),
        ("1507", "2024-01-01", ["1508", "1580"]), ("0301", "2024-01-01", ["0301"]),
        ("3002", "2013-01-01", []), ("9999", "2013-01-01", []),
    ])
    func `a number stands for its successors in use that day`(
        number: String, day: Day, expected: [String]
    ) throws {
        #expect(try numbers(number, at: day).sorted() == expected)
    }

    @Test func `successors that go round in a circle come to an end`() {
        var facts = Facts()
        facts.municipalities = [
            Municipality(
                number: "0001", name: "A", countyNumber: "01", validTo: "2012-12-31",
                successors: ["0002"]),
            Municipality(
                number: "0002", name: "B", countyNumber: "01", validTo: "2012-12-31",
                successors: ["0001"]),
        ]

        #expect(Geography(facts: facts, at: "2013-01-01").municipalities(succeeding: "0001") == [])
    }

    /// An agreement with one municipality, in force from 2013 to 2024.
    func tally(with number: String, at cutOff: Day, of unit: OwningUnit) throws -> Tally {
        var facts = try Facts.norway()
        facts.parties = [
            PartyFact(
                id: "K\(number)", name: number, kind: .municipality, level: .municipal,
                municipalityNumber: number)
        ]
        facts.agreements = Register().facts.agreements
        facts.agreements[0].validTo = "2024-12-31"
        return Indicators(
            facts: facts, period: .of(Day.first(of: cutOff.year), cutOff), rulebook: .domain
        ).tally(of: unit)
    }

    @Test(arguments: [
        // Hornindal went from Vest to Volda in Midt on 1 January 2020.
        ("1444", "2019-12-31" as Day, OwningUnit.vest, 1), ("1444", "2019-12-31", .midt, 0),
        ("1444", "2020-01-01", .vest, 0), ("1444", "2020-01-01", .midt, 1),
        // Tysfjord was split in two, Snillfjord in three, Ålesund in two.
        ("1850", "2013-12-31", .nord, 1), ("1850", "2020-12-31", .nord, 2),
        ("5012", "2020-12-31", .midt, 3), ("1507", "2023-12-31", .midt, 1),
        ("1507", "2024-01-01", .midt, 2),
        // Jevnaker went from Indre Øst to Øst when counties merged in 2020.
        ("0532", "2013-12-31", .indreOst, 1), ("0532", "2020-12-31", .ost, 1),
    ])
    func `an agreement covers what its municipality became`(
        number: String, cutOff: Day, unit: OwningUnit, covered: Int
    ) throws {
        #expect(
            try tally(with: number, at: cutOff, of: unit).municipalitiesCovered.numerator
                == covered)
    }

    @Test func `a city district covers its municipality, another body does not`() throws {
        var facts = try Facts.norway()
        facts.parties = [
            PartyFact(
                id: "B01", name: "Bydel", kind: .cityDistrict, level: .municipal,
                municipalityNumber: "0301")
        ]
        facts.agreements = Register().facts.agreements
        let period = Period.of("2013-01-01", "2013-12-31")
        func covered() -> Int {
            Indicators(facts: facts, period: period, rulebook: .domain).tally(of: .ost)
                .municipalitiesCovered.numerator
        }

        #expect(covered() == 1)
        facts.parties[0].kind = .association
        #expect(covered() == 0)
    }

    @Test func `a party's activities follow its municipality to another region`() throws {
        let facts = try Facts.norway()
        let party = PartyFact(
            id: "K1444", name: "Hornindal", kind: .municipality, level: .municipal,
            municipalityNumber: "1444")

        #expect(Geography(facts: facts, at: "2019-12-31").unit(of: party) == .vest)
        #expect(Geography(facts: facts, at: "2020-01-01").unit(of: party) == .midt)
    }

    @Test(arguments: [
        // Hornindal lay in Vest in 2013; its people have been settled in Midt since 2020.
        (nil as Day?, OwningUnit.vest, 7), (nil, .midt, 0), ("2021-01-01", .vest, 0),
        ("2021-01-01", .midt, 7),
    ])
    func `figures of then are shown in the division into regions of now`(
        division: Day?, unit: OwningUnit, settled: Int
    ) throws {
        var facts = try Facts.norway()
        facts.parties = [
            PartyFact(
                id: "K1444", name: "Hornindal", kind: .municipality, level: .municipal,
                municipalityNumber: "1444")
        ]
        facts.agreements = Register().facts.agreements
        facts.settlement = [
            SettlementFigure(
                municipalityNumber: "1444", year: 2013, month: 12, requested: 10, decided: 8,
                settled: 7)
        ]
        let period = Period(year: 2013)

        let tally = Indicators(
            facts: facts, period: period, rulebook: .domain, divisionOn: division
        ).tally(of: unit)
        let part = Indicators(
            facts: facts.part(of: unit, period: period, divisionOn: division), period: period,
            rulebook: .domain, divisionOn: division
        ).tally(of: unit)

        #expect(tally.settlement.settled == settled)
        #expect(tally.settledUnderAgreement == Ratio(settled, of: settled))
        #expect(part == tally)
    }
}
