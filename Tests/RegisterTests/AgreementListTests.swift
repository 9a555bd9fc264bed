import Agreements
import GRDB
import Rules
import Testing

@testable import Register

struct AgreementListTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }
    private let today = day("2013-06-01")

    init() throws {
        temporary = try TemporaryRegister.example()
    }

    @Test(arguments: AgreementOrder.allCases, [false, true])
    func `pages one after the other are the whole list, forwards and back`(
        order: AgreementOrder, isDescending: Bool
    ) throws {
        let list = AgreementList(order: order, isDescending: isDescending, on: today)
        let whole = try page(list, limit: 100)
        #expect(whole.elements.count == whole.total)

        var forwards: [String] = []
        var position: ListPosition? = .start
        var last = ListPosition.start
        while let next = position {
            let page = try page(list, next, limit: 7)
            #expect(page.total == whole.total)
            forwards += page.elements.map(\.id)
            last = next
            position = page.next
        }
        var backwards = try page(list, last, limit: 7).elements.map(\.id)
        position = try page(list, last, limit: 7).previous
        while let previous = position {
            let page = try page(list, previous, limit: 7)
            backwards = page.elements.map(\.id) + backwards
            position = page.previous
        }

        #expect(forwards == whole.elements.map(\.id))
        #expect(backwards == forwards)
        #expect(Set(forwards).count == whole.total)
    }

    @Test func `a descending order is the ascending one turned around, ties included`() throws {
        let up = try page(AgreementList(order: .validTo, on: today), limit: 100)
        let down = try page(
            AgreementList(order: .validTo, isDescending: true, on: today), limit: 100)

        #expect(up.elements.map(\.id) == down.elements.map(\.id).reversed())
    }

    @Test func `a page holds a hundred lines at most and one at least`() throws {
        let list = AgreementList(on: today)

        #expect(try page(list, limit: 0).elements.count == 1)
        #expect(try page(list, limit: 1_000_000).elements.count <= 100)
    }

    @Test func `what is read from start to end is what pages hold`() throws {
        let list = AgreementList(order: .title, on: today)
        var read: [AgreementLine] = []

        try register.read { db in
            try list.forEach(rulebook: .domain, in: db) { read.append($0) }
        }

        #expect(read == (try page(list, limit: 100).elements))
    }

    @Test(arguments: ["", "x", "bnVtYmVy", "=", "ÿ", "%00", String(repeating: "A", count: 9_000)])
    func `what is no mark is told from one`(token: String) {
        #expect(AgreementList(on: today).mark(token) == nil)
    }

    @Test func `a mark comes back from its token, for a list of the same order only`() throws {
        let mark = ListMark(order: "title", value: "b|r – å?>/", tie: "NORD-2012-001")

        #expect(AgreementList(order: .title, on: today).mark(mark.token) == mark)
        #expect(AgreementList(order: .title, isDescending: true, on: today).mark(mark.token) == nil)
        #expect(AgreementList(on: today).mark(mark.token) == nil)
    }

    @Test(arguments: FilterCase.all)
    func `a filter lets through what it says`(filter: FilterCase) throws {
        let agreements = try register.read(Nouns.agreements)
        let expected = agreements.filter { filter.expected($0) }.map(\.id).sorted()
        #expect(!expected.isEmpty && expected.count < agreements.count)

        let page = try page(AgreementList(filter: filter.filter, on: today), limit: 100)

        #expect(page.elements.map(\.id) == expected)
        #expect(page.total == expected.count)
    }

    @Test func `words, a municipality and what came of it find their agreements`() throws {
        try temporary.importFile(
            "municipalities.csv",
            """
            number,name,county_number,successors
            9901,Gamle by,18,1811
            """)
        var byWords = AgreementFilter()
        byWords.text = "gamle by"
        var byNumber = AgreementFilter()
        byNumber.municipality = "9901"

        let found = try page(AgreementList(filter: byWords, on: today), limit: 100).elements

        #expect(!found.isEmpty)
        #expect(
            try page(AgreementList(filter: byNumber, on: today), limit: 100).elements == found)
    }

    @Test func `spaces are no words, and signs alone find nothing`() throws {
        var filter = AgreementFilter()
        filter.text = "  "
        #expect(try page(AgreementList(filter: filter, on: today), limit: 1).total > 1)
        filter.text = " - "
        #expect(try page(AgreementList(filter: filter, on: today), limit: 1).total == 0)
    }

    @Test(
        arguments: Requirement.allCases, ["2012-06-30", "2013-03-01", "2013-12-31", "2014-02-15"])
    func `the filter by a missing requirement is what the rules say`(
        requirement: Requirement, day text: String
    ) throws {
        let day = day(text)
        let facts = try register.facts(for: .requirements(on: day))
        let requirements = Requirements(facts: facts, rulebook: .domain)
        let expected = facts.agreements.indices.filter {
            facts.agreements[$0].isInForce(on: day)
                && !requirements.isMet(requirement, byAgreementAt: $0, on: day)
        }.map { facts.agreements[$0].id }
        var filter = AgreementFilter()
        filter.missing = requirement

        let page = try page(AgreementList(filter: filter, on: day), limit: 100)

        #expect(page.elements.map(\.id) == expected.sorted())
    }

    @Test(arguments: [
        ("2012-02-29", "2014-02-27", true), ("2012-02-29", "2014-02-26", false),
        ("2012-01-31", "2014-01-30", true), ("2012-01-01", "2013-12-31", true),
        ("2012-01-01", "2013-12-30", false),
    ])
    func `multi-year is judged by months of any length`(from: String, to: String, isMet: Bool)
        throws
    {
        try temporary.add(
            """
            INSERT INTO agreement (id, title, designation, kind, owner, signed_on, valid_from,
                valid_to, status)
            VALUES ('X-1', 'X', 'avtale', 'sector', 'nord', '2012-01-01', '\(from)', '\(to)',
                'active')
            """)
        var filter = AgreementFilter()
        filter.text = "x-1"
        filter.missing = .r2

        let page = try page(AgreementList(filter: filter, on: day("2013-01-15")), limit: 9)

        #expect(page.elements.isEmpty == isMet)
    }

    @Test(arguments: [
        (AgreementOrder.number, "SCAN a USING INDEX sqlite_autoindex_agreement_1"),
        (.title, "SCAN l USING INDEX agreement_listing_by_title"),
        (.party, "SCAN l USING INDEX agreement_listing_by_place"),
        (.responsible, "SCAN l USING INDEX agreement_listing_by_responsible"),
        (.validTo, "SCAN a USING INDEX agreement_in_order_of_valid_to"),
    ])
    func `a first page is read in the order of an index`(order: AgreementOrder, step: String)
        throws
    {
        let plan = try plan(AgreementList(order: order, on: today), .start)

        #expect(plan.contains(step), "\(plan)")
    }

    @Test func `a later page is found by its mark, and what is under a line by its agreement`()
        throws
    {
        let mark = ListMark(order: "number", value: "NORD-2012-001", tie: "NORD-2012-001")

        let plan = try plan(AgreementList(on: today), .after(mark))

        #expect(
            plan.contains { $0.hasPrefix("SEARCH a USING INDEX sqlite_autoindex_agreement_1 (id>") }
        )
        #expect(plan.contains { $0.contains("INDEX followup_open_by_agreement (agreement=?") })
        #expect(plan.contains { $0.contains("INDEX measure_open_by_agreement (agreement=?") })
        #expect(plan.contains { $0.contains("INDEX meeting_planned_by_agreement (agreement=?") })
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
    }

    private func page(
        _ list: AgreementList, _ position: ListPosition = .start, limit: Int
    ) throws -> ListPage<AgreementLine> {
        try register.read { try list.page(position, limit: limit, rulebook: .domain, in: $0) }
    }

    private func plan(_ list: AgreementList, _ position: ListPosition) throws -> [String] {
        var arguments: [String: (any DatabaseValueConvertible)?] = ["day": today, "limit": 51]
        if case .after(let mark) = position {
            arguments["value"] = mark.value
            arguments["tie"] = mark.tie
        }
        return try register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(list.sql(position))",
                arguments: StatementArguments(arguments)
            ).map { $0["detail"] }
        }
    }
}

/// A filter and the same said of whole agreements.
struct FilterCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let filter: AgreementFilter
    let expected: @Sendable (Agreement) -> Bool

    private init(
        _ name: String, _ change: (inout AgreementFilter) -> Void,
        _ expected: @escaping @Sendable (Agreement) -> Bool
    ) {
        var filter = AgreementFilter()
        change(&filter)
        testDescription = name
        self.filter = filter
        self.expected = expected
    }

    static let all = [
        FilterCase(
            "owners", { $0.owners = [.nord, .midt] }, { [.nord, .midt].contains($0.owner) }),
        FilterCase("kind", { $0.kinds = [.sector] }, { $0.kind == .sector }),
        FilterCase(
            "status", { $0.statuses = [.draft, .ended] },
            { [.draft, .ended].contains($0.status) }),
        FilterCase(
            "in force", { $0.inForceOn = day("2012-06-30") },
            { isInForce($0, on: day("2012-06-30")) }),
        FilterCase("area", { $0.area = .qualification }, { $0.areas.contains(.qualification) }),
        FilterCase(
            "responsible", { $0.responsible = "nord.sb0" }, { $0.responsible == "nord.sb0" }),
        FilterCase(
            "person", { $0.person = "nord.sb0" },
            { [$0.responsible, $0.deputy].contains("nord.sb0") }),
        FilterCase(
            "expires", { $0.expiresBefore = day("2014-01-01") },
            { $0.validTo.map { $0 < day("2014-01-01") } ?? false }),
        FilterCase(
            "two at once", { ($0.owners, $0.kinds) = ([.nord], [.municipal]) },
            { $0.owner == .nord && $0.kind == .municipal }),
    ]

    private static func isInForce(_ agreement: Agreement, on day: Day) -> Bool {
        guard let signed = agreement.signedOn, let from = agreement.validFrom,
            let to = agreement.validTo, [.active, .ended].contains(agreement.status)
        else { return false }
        return signed <= day && from <= day && day <= to
            && (agreement.endedOn.map { $0 > day } ?? true)
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("«\(text)» is no day.") }
    return day
}
