import Agreements
import Register
import Rules
import Testing

@testable import Web

/// The pages about one region, asked of a site with the worked example.
struct RegionTests {
    private let site: TestSite

    init() throws {
        site = try TestSite(on: "2013-06-03")
    }

    private func get(_ path: String, language: Language = .nb) async throws -> TestReply {
        try await site.browser(as: "nord.sb0", language: language).get(path)
    }

    @Test(
        arguments: OwningUnit.allCases.flatMap { unit in
            ["", "/work", "/uncovered"].map { "/regions/\(unit.rawValue)\($0)" }
        }, Language.allCases)
    func `every page is there for every unit and language`(path: String, language: Language)
        async throws
    {
        let reply = try await get(path, language: language)

        #expect(reply.status == 200)
        #expect(reply.body.count < 60 * 1024)
        #expect(!reply.text.contains(" style="))
    }

    @Test(arguments: OwningUnit.allCases)
    func `the matrix says of each agreement what the rules say`(unit: OwningUnit) async throws {
        let day = try #require(Day("2013-06-03"))
        let facts = try site.register.facts(for: .requirements(on: day))
        let requirements = Requirements(facts: facts, rulebook: .domain)

        let page = try await get("/regions/\(unit.rawValue)").text

        for (position, agreement) in facts.agreements.enumerated()
        where agreement.owner == unit && agreement.isInForce(on: day) {
            let met = requirements.met(byAgreementAt: position, on: day)
            let row = try #require(
                page.split(separator: "<tr data-row>").first { $0.contains(">\(agreement.id)<") })
            #expect(row.matches(of: /✓/).count == met.count)
            #expect(row.matches(of: /✗/).count == 9 - met.count)
        }
    }

    @Test func `agreements that miss a requirement are shown alone`() async throws {
        let page = try await get("/regions/vest?missing=R6").text

        let rows = page.split(separator: "<tr data-row>").dropFirst()
        #expect(page.contains("Viser avtalene som mangler R6 plan."))
        #expect(rows.allSatisfy { $0.contains("✗") })
    }

    @Test func `work is told by person and week, and leave with it`() async throws {
        let page = try await get("/regions/ost/work").text

        let due = try site.register.due(
            upTo: WorkPlan.lastDay(from: try #require(Day("2013-06-03"))), unit: .ost, person: nil)
        let coming = due.count { $0.dueOn >= Day("2013-06-03") ?? $0.dueOn }
        let sums = page.matches(of: /<div class="strip"><p>.*? <b>(\d+)<\/b>/)
        #expect(sums.reduce(0) { $0 + (Int($1.1) ?? 0) } == coming)
        #expect(page.contains("Fravær"))
    }

    @Test(arguments: UncoveredMunicipalities.Order.allCases)
    func `municipalities without agreement are ranked by what was asked for`(
        order: UncoveredMunicipalities.Order
    ) async throws {
        let uncovered = UncoveredMunicipalities(
            records: CountedRecords(
                facts: try site.register.facts(for: .report(Period(year: 2013))),
                period: Period(year: 2013), rulebook: .domain))

        let places = uncovered.places(of: .nord, by: order)

        let ranks = places.map { place in
            switch order {
            case .decided: -place.figures.decided
            case .settled: -place.figures.settled
            case .requested: -place.figures.requested
            case .population: -(place.population ?? 0)
            case .number: Int(place.number) ?? 0
            }
        }
        #expect(!ranks.isEmpty)
        #expect(ranks == ranks.sorted())
    }

    @Test(arguments: ["/regions/nord", "/regions/nord/uncovered"], ["csv", "xlsx"])
    func `lists are to be had as files`(path: String, format: String) async throws {
        let reply = try await get("\(path)?format=\(format)")

        #expect(reply.status == 200)
        #expect(reply.headers[.contentDisposition]?.contains(".\(format)") == true)
        #expect(reply.body.count > 100)
    }
}
