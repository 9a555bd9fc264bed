import Agreements
import Register
import Rules
import Testing

/// What a loader leaves out never changes an answer.
struct ScopeTests {
    @Test(arguments: RandomRegister.all)
    func `the whole register answers as the rows of the question do`(random: RandomRegister) throws
    {
        let register = try GeneratedRegister(random)
        let everything = try register.facts(for: .everything)

        for period in random.some(4, of: random.periods) {
            try Self.compareReports(of: register, everything, period)
        }
        for day in random.some(12, of: random.boundaryDays + random.noticeDays) {
            try Self.compareNotices(of: register, everything, day)
            try Self.compareRequirements(of: register, everything, day)
        }
        try Self.compareEvidence(
            of: register, everything, random.year,
            random.some(5, of: Array(everything.agreements.indices)))
    }

    private static func compareReports(
        of register: GeneratedRegister, _ everything: Facts, _ period: Period
    ) throws {
        let facts = try register.facts(for: .report(period))
        let whole = Indicators(facts: everything, period: period, rulebook: .domain)
        let narrow = Indicators(facts: facts, period: period, rulebook: .domain)
        for unit in OwningUnit.allCases {
            let report = ReportAnswer(whole.report(of: unit))
            #expect(ReportAnswer(narrow.report(of: unit)) == report, "\(unit), \(period)")
        }
        // A part of its own, as report workers get it, of another unit for each period.
        let unit = OwningUnit.allCases[Int(period.to.number) % OwningUnit.allCases.count]
        let part = Indicators(
            facts: facts.part(of: unit, period: period), period: period, rulebook: .domain)
        #expect(
            ReportAnswer(part.report(of: unit)) == ReportAnswer(whole.report(of: unit)),
            "part of \(unit), \(period)")
    }

    private static func compareNotices(
        of register: GeneratedRegister, _ everything: Facts, _ day: Day
    ) throws {
        let whole = Notices(facts: everything, rulebook: .domain)
        for after in [day.adding(days: -1), day.adding(days: -40), nil] {
            let decisions = whole.decisions(on: day, after: after)
            let window = try register.facts(forNoticesOf: day, after: after)
            let usual = try register.facts(for: .notices(on: day, after: after))
            for facts in [window, usual] {
                let narrow = Notices(facts: facts, rulebook: .domain)
                #expect(narrow.decisions(on: day, after: after) == decisions, "\(day)")
            }
        }
    }

    private static func compareRequirements(
        of register: GeneratedRegister, _ everything: Facts, _ day: Day
    ) throws {
        let facts = try register.facts(for: .requirements(on: day))
        let (whole, narrow) = (
            Requirements(facts: everything, rulebook: .domain),
            Requirements(facts: facts, rulebook: .domain)
        )
        #expect(facts.agreements.map(\.id) == everything.agreements.map(\.id))
        for position in facts.agreements.indices {
            #expect(
                narrow.met(byAgreementAt: position, on: day)
                    == whole.met(byAgreementAt: position, on: day), "\(day)")
        }
    }

    private static func compareEvidence(
        of register: GeneratedRegister, _ everything: Facts, _ year: Int, _ positions: [Int]
    ) throws {
        let whole = EvidenceSource(facts: everything, year: year, rulebook: .domain)
        for position in positions {
            let id = everything.agreements[position].id
            let facts = try register.facts(for: .evidence(agreements: [id], year: year))
            let narrow = EvidenceSource(facts: facts, year: year, rulebook: .domain)
            #expect(
                narrow.evidence(ofAgreementAt: 0) == whole.evidence(ofAgreementAt: position),
                "\(id), \(year)")
        }
    }
}

/// A unit's report, whatever the order in which its rows came.
private struct ReportAnswer: Equatable {
    let report: UnitReport

    init(_ report: UnitReport) {
        var report = report
        report.tally.meetingDelays.sort()
        report.tally.imdiScores.sort()
        report.tally.counterpartScores.sort()
        self.report = report
    }
}
