import Agreements
import Register
import Rules
import Testing

@testable import Web

/// What is foretold of one agreement is what the whole register would bring.
struct AgreementRemindersTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test(arguments: ["NORD-2010-0001", "NORD-2011-0012", "VEST-2011-0003", "CENTRAL-2012-0000"])
    func `reminders of one agreement are those of the register about it`(id: String) throws {
        let first = try #require(Day("2013-03-01"))
        let whole = Notices(facts: try site.register.facts(for: .everything), rulebook: .domain)

        let foretold = AgreementReminders.foretell(
            try site.register.facts(for: .agreement(id)), rulebook: .domain, from: first,
            without: [])

        let last = first.adding(months: AgreementReminders.horizonMonths)
        let expected = (0...last.days(since: first)).flatMap { ahead in
            whole.due(on: first.adding(days: ahead)).filter { $0.agreement == id }
        }
        #expect(foretold == expected)
    }

    @Test func `what the ledger has is not foretold again`() throws {
        let first = try #require(Day("2013-03-01"))
        let facts = try site.register.facts(for: .agreement("NORD-2010-0001"))
        let all = AgreementReminders.foretell(
            facts, rulebook: .domain, from: first, without: [])
        let known = try #require(all.first?.key)

        let rest = AgreementReminders.foretell(
            facts, rulebook: .domain, from: first, without: [known])

        #expect(rest == Array(all.dropFirst()))
    }
}
