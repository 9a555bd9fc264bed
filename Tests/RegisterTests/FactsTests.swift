import Agreements
import GRDB
import Rules
import Testing

@testable import Register

struct FactsTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }
    private let march = Period(from: day("2013-03-01"), to: day("2013-03-31"))

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
    }

    @Test func `everything is everything, with positions for references`() throws {
        let facts = try register.facts(for: .everything)

        #expect(
            facts.counties == [County(number: "18", name: "Nordland", region: .nord)])
        #expect(facts.municipalities.map(\.number) == ["1804", "1805"])
        #expect(facts.municipalities.map(\.countyNumber) == ["18", "18"])
        #expect(facts.users.map(\.id) == ["nord.saksbehandler1", "nord.direktor"])
        #expect(facts.parties.map(\.id) == ["bodo", "nav-nord"])
        #expect(facts.parties.map(\.municipalityNumber) == ["1804", nil])
        #expect(facts.parties.map(\.regions) == [[], [.midt, .nord]])
        #expect(
            facts.agreements == [
                AgreementFact(
                    id: "NORD-2012-001", title: "Bodø", kind: .municipal, owner: .nord,
                    parties: [0, 1], hasPurpose: true, areas: [.employment, .settlement],
                    signedOn: day("2012-01-01"), counterpartSignatory: .mayor,
                    validFrom: day("2012-01-01"), validTo: day("2014-12-31"),
                    strategicMeetingsPerYear: 2, responsible: "nord.saksbehandler1",
                    deputy: "nord.direktor", status: .active, isRenewed: false, bindsIMDi: true,
                    bindsCounterpart: false)
            ])
    }

    @Test func `everything has the work under agreements`() throws {
        let facts = try register.facts(for: .everything)

        #expect(
            facts.meetings == [
                MeetingFact(
                    id: "MØTE-1", agreement: 0, level: .strategic,
                    firstPlannedOn: day("2013-03-01"), plannedOn: day("2013-03-20"),
                    firstPostponedOn: day("2013-02-20"), status: .planned),
                MeetingFact(
                    id: "MØTE-2", agreement: 0, level: .operational,
                    firstPlannedOn: day("2013-06-01"), plannedOn: day("2013-06-01"),
                    status: .planned),
            ])
        #expect(
            facts.plans == [
                PlanFact(agreement: 0, year: 2013, status: .adopted, adoptedOn: day("2013-01-10"))
            ])
        #expect(
            facts.measures == [
                MeasureFact(
                    id: "M1", agreement: 0, dueOn: day("2013-03-15"), status: .planned,
                    side: .both)
            ])
        #expect(
            facts.followUps == [
                FollowUpFact(
                    id: "F1", agreement: 0, dueOn: day("2013-03-08"), status: .open,
                    side: .imdi, openedOn: day("2013-03-01"))
            ])
        #expect(
            facts.activities == [ActivityFact(agreement: 0, on: day("2013-02-01"), kind: .visit)])
    }

    @Test func `everything has evaluations with their scores, and figures`() throws {
        let facts = try register.facts(for: .everything)

        #expect(
            facts.evaluations == [
                EvaluationFact(
                    agreement: 0, year: 2012, status: .approved, approvedOn: day("2013-01-20"),
                    imdi: ScoreSum(sum: 9, count: 2), counterpart: ScoreSum(sum: 3, count: 1))
            ])
        #expect(
            facts.settlement == [
                SettlementFigure(
                    municipalityNumber: "1804", year: 2013, month: 1, requested: 40, decided: 30,
                    settled: 5)
            ])
        #expect(
            Set(facts.grants) == [
                GrantFact(
                    municipalityNumber: "1804", scheme: "jobbsjansen", year: 2013, amount: 100_000),
                GrantFact(agreement: 0, scheme: "utviklingsmidler", year: 2013, amount: 50_000),
            ])
        #expect(
            facts.targets == [Target(unit: "nord", year: 2013, indicator: "anchored", value: 0.9)])
    }

    @Test(arguments: [
        ("UPDATE commitment SET side = 'both', measurable = 1", true, true),
        ("UPDATE commitment SET measurable = 0", false, false),
        ("UPDATE commitment SET measurable = 1", true, true),
        ("UPDATE commitment SET side = 'counterpart'", false, true),
    ])
    func `measurable commitments bind`(sql: String, imdi: Bool, counterpart: Bool) throws {
        try register.write { try $0.execute(sql: sql) }

        let agreement = try #require(try register.facts(for: .everything).agreements.first)

        #expect(agreement.bindsIMDi == imdi)
        #expect(agreement.bindsCounterpart == counterpart)
    }

    @Test(arguments: [("draft", true), ("abandoned", false)])
    func `an agreement is renewed by another that is not abandoned`(
        status: String, isRenewed: Bool
    ) throws {
        try temporary.add(
            """
            INSERT INTO agreement (id, title, designation, kind, owner, status, renews)
            VALUES ('NORD-2015-001', 'Bodø', '', 'municipal', 'nord', '\(status)', 1)
            """)

        let everything = try register.facts(for: .everything)
        let evidence = try register.facts(for: .evidence(agreements: ["NORD-2012-001"], year: 2013))

        #expect(everything.agreements.map(\.isRenewed) == [isRenewed, false])
        #expect(evidence.agreements.map(\.isRenewed) == [isRenewed])
    }

    @Test func `a report's facts are of its period, its year and what is overdue`() throws {
        try temporary.add(
            """
            INSERT INTO followup (id, agreement, title, side, due_on, status, done_on, cancelled_on)
            VALUES ('open', 1, '', 'imdi', '2012-01-01', 'open', NULL, NULL),
                ('done in time', 1, '', 'imdi', '2012-01-01', 'done', '2012-01-01', NULL),
                ('done late', 1, '', 'imdi', '2012-01-01', 'done', '2013-01-01', NULL),
                ('done after', 1, '', 'imdi', '2012-01-01', 'done', '2013-04-01', NULL),
                ('cancelled', 1, '', 'imdi', '2012-01-01', 'cancelled', NULL, '2012-05-01'),
                ('cancelled after', 1, '', 'imdi', '2012-01-01', 'cancelled', NULL, '2013-04-01'),
                ('due after', 1, '', 'imdi', '2013-04-01', 'open', NULL, NULL);
            INSERT INTO meeting
                (id, agreement, level, first_planned_on, planned_on, status, held_on)
            VALUES ('held in', 1, 'strategic', '2013-01-01', '2013-01-01', 'held', '2013-03-31'),
                ('held after', 1, 'strategic', '2013-02-28', '2013-01-01', 'held', '2013-04-01');
            """)

        let facts = try register.facts(for: .report(try #require(march)))

        #expect(
            Set(facts.followUps.map(\.id)) == ["F1", "open", "done after", "cancelled after"])
        #expect(Set(facts.meetings.map(\.id)) == ["MØTE-1", "held in"])
        #expect(facts.measures.map(\.id) == ["M1"])
        #expect(facts.activities.isEmpty)
        #expect(facts.plans.count == 1)
        #expect(facts.evaluations.map(\.imdi.sum) == [9])
        #expect(facts.settlement.count == 1)
        #expect(facts.grants.count == 2)
    }

    @Test func `a report's facts hold what was postponed in its period`() throws {
        let february = try #require(Period(from: day("2013-02-20"), to: day("2013-02-28")))
        let before = try #require(Period(from: day("2013-01-01"), to: day("2013-02-19")))

        #expect(try register.facts(for: .report(february)).meetings.map(\.id) == ["MØTE-1"])
        #expect(try register.facts(for: .report(before)).meetings.isEmpty)
    }

    @Test func `notices need what is open around the day`() throws {
        let facts = try register.facts(for: .notices(on: day("2013-03-01"), after: nil))

        #expect(facts.followUps.map(\.id) == ["F1"])
        #expect(facts.measures.map(\.id) == ["M1"])
        #expect(facts.meetings.map(\.id) == ["MØTE-1"])
        #expect(facts.plans.map(\.year) == [2013])
        #expect(facts.evaluations.map(\.year) == [2012])
        #expect(facts.settlement.count == 1)
        #expect(facts.grants.isEmpty)
    }

    @Test func `notices without due dates need agreements only`() throws {
        let facts = try register.facts(for: .notices(dueDates: [:]))

        #expect(facts.agreements.count == 1)
        #expect(facts.users.count == 2)
        #expect(facts.meetings.isEmpty)
        #expect(facts.followUps.isEmpty)
        #expect(facts.plans.isEmpty)
    }

    @Test func `requirements need plans of the year and evaluations of the year before`() throws {
        let facts = try register.facts(for: .requirements(on: day("2013-06-30")))
        let later = try register.facts(for: .requirements(on: day("2014-06-30")))

        #expect(facts.plans.count == 1)
        #expect(facts.evaluations.count == 1)
        #expect(facts.meetings.isEmpty)
        #expect(later.plans.isEmpty)
        #expect(later.evaluations.isEmpty)
    }

    @Test func `evidence is of one agreement, with the heirs of its municipality`() throws {
        try temporary.add(
            "INSERT INTO municipality (number, name, county) VALUES ('1899', 'Nye Bodø', 1)",
            "INSERT INTO municipality_successor VALUES (1, 3)",
            """
            INSERT INTO agreement (id, title, designation, kind, owner, status)
            VALUES ('NORD-2013-001', 'Narvik', '', 'municipal', 'nord', 'draft')
            """,
            """
            INSERT INTO activity (id, agreement, happened_on, kind)
            VALUES ('A2', 2, '2013-02-01', 'visit')
            """)

        let facts = try register.facts(for: .evidence(agreements: ["NORD-2012-001"], year: 2013))

        #expect(facts.agreements.map(\.id) == ["NORD-2012-001"])
        #expect(facts.municipalities.map(\.number) == ["1804", "1899"])
        #expect(facts.meetings.count == 2)
        #expect(facts.followUps.count == 1)
        #expect(facts.measures.count == 1)
        #expect(facts.activities.count == 1)
        #expect(facts.settlement.count == 1)
        #expect(facts.evaluations.count == 1)
        #expect(facts.grants.map(\.scheme) == ["utviklingsmidler"])
    }
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
    return day
}
