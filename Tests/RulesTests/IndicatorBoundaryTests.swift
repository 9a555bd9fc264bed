import Agreements
import Rules
import Testing

/// A fact counts as of the cut-off (domain.md, 9).
struct IndicatorBoundaryTests {
    @Test func `a meeting counts by the date first agreed, with what had happened by the cut-off`()
    {
        let register = Register()
            .meeting("2013-01-01", status: .held, heldOn: "2013-01-31")
            .meeting("2013-01-31", status: .held, heldOn: "2013-02-01")
            .meeting("2013-01-15", status: .cancelled, cancelledOn: "2013-01-31")
            .meeting("2013-01-15", status: .cancelled, cancelledOn: "2013-02-01")
            .meeting("2013-01-15", postponedOn: "2013-01-31", to: "2013-03-01")
            .meeting("2013-01-15", postponedOn: "2013-02-01", to: "2013-03-01")
            .meeting("2012-12-31", status: .held, heldOn: "2013-01-15")
            .meeting("2013-02-01", status: .held, heldOn: "2013-01-10")

        let tally = register.tally("2013-01-01", "2013-01-31")

        #expect(tally.meetingsHeld == Ratio(1, of: 6))
        #expect(tally.meetingsCancelled == Ratio(1, of: 6))
        #expect(tally.meetingsPostponed == Ratio(1, of: 6))
        #expect(tally.meetingDelays == [30])
        #expect(tally.municipalMeetings == 3)
    }

    @Test func `a meeting held early is no days late, and of two the median is the mean`() {
        let register = Register()
            .meeting("2013-01-10", status: .held, heldOn: "2013-01-05")
            .meeting("2013-01-10", status: .held, heldOn: "2013-01-15")

        #expect(
            register.tally("2013-01-01", "2013-01-31").meetingDelayDays
                == Average(value: 2.5, count: 2))
    }

    @Test func `follow-ups and measures count unless they had been cancelled`() {
        let register = Register()
            .followUp("2013-01-10", status: .done, doneOn: "2013-01-10")
            .followUp("2013-01-10", status: .done, doneOn: "2013-01-11")
            .followUp("2013-01-10", status: .cancelled, cancelledOn: "2013-01-31")
            .followUp("2013-01-10", status: .cancelled, cancelledOn: "2013-02-01")
            .measure("2013-01-10", status: .done, doneOn: "2013-01-31")
            .measure("2013-01-10", status: .done, doneOn: "2013-02-01")
            .measure("2013-01-10", status: .cancelled, cancelledOn: "2013-01-02")

        let tally = register.tally("2013-01-01", "2013-01-31")

        #expect(tally.followUpsOnTime == Ratio(1, of: 3))
        #expect(tally.measuresDone == Ratio(1, of: 2))
        #expect(tally.overdue == OverdueCount(upTo30: 2, from31To90: 0, over90: 0))
    }

    static let bands: [(Day, [Int])] = [
        ("2013-06-30", [0, 0, 0]), ("2013-06-29", [1, 0, 0]), ("2013-05-31", [1, 0, 0]),
        ("2013-05-30", [0, 1, 0]), ("2013-04-01", [0, 1, 0]), ("2013-03-31", [0, 0, 1]),
    ]

    @Test(arguments: bands)
    func `what is overdue falls into a band by its days`(dueOn: Day, bands: [Int]) {
        let overdue = Register().followUp(dueOn).tally("2013-06-01", "2013-06-30").overdue

        #expect([overdue.upTo30, overdue.from31To90, overdue.over90] == bands)
    }

    @Test func `settlement takes the latest month that had ended, column by column`() {
        let register = Register().changed {
            $0.facts.settlement = [
                SettlementFigure(
                    municipalityNumber: "1811", year: 2013, month: 1, requested: 9, decided: 7,
                    settled: 1),
                SettlementFigure(
                    municipalityNumber: "1811", year: 2013, month: 2, decided: 8, settled: 2),
                SettlementFigure(
                    municipalityNumber: "1811", year: 2013, month: 3, settled: 3),
                SettlementFigure(
                    municipalityNumber: "1811", year: 2012, month: 12, settled: 99),
            ]
        }

        #expect(
            register.tally("2013-01-01", "2013-03-30").settlement
                == SettlementSum(requested: 9, decided: 8, settled: 2))
        #expect(
            register.tally("2013-01-01", "2013-03-31").settlement
                == SettlementSum(requested: 9, decided: 8, settled: 3))
        #expect(
            register.tally("2013-01-01", "2013-03-31").settledUnderAgreement == Ratio(3, of: 3))
    }

    @Test func `an evaluation of an agreement that had ended counts for scores alone`() {
        let register = Register().changed {
            $0.facts.evaluations[0].imdi = ScoreSum(sum: 9, count: 2)
            $0.agreement.validTo = "2012-12-30"
        }

        let tally = register.tally("2013-01-01", "2013-12-31")

        #expect(tally.evaluationCoverage == Ratio(0, of: 0))
        #expect(tally.scoreIMDi == Average(value: 4.5, count: 1))
        #expect(tally.scoreCounterpart == Average(value: nil, count: 0))
    }

    @Test func `activities belong to the agreement's owner or the party's region`() {
        let register = Register().changed {
            $0.facts.parties += [
                PartyFact(
                    id: "HB", name: "Husbanken", kind: .sectorAuthority, level: .regional,
                    regions: [.vest]),
                PartyFact(
                    id: "HB2", name: "Husbanken", kind: .sectorAuthority, level: .regional,
                    regions: [.vest, .sor]),
                PartyFact(
                    id: "FM18", name: "Fylkesmannen", kind: .countyGovernor, level: .county,
                    countyNumber: "18"),
            ]
            $0.facts.activities = [
                ActivityFact(agreement: 0, on: "2013-01-01", kind: .visit, subGoal: .d1),
                ActivityFact(party: 0, on: "2013-01-31", kind: .visit),
                ActivityFact(party: 1, on: "2013-01-31", kind: .visit),
                ActivityFact(party: 2, on: "2013-01-31", kind: .media),
                ActivityFact(party: 3, on: "2013-01-31", kind: .visit),
                ActivityFact(party: 0, on: "2013-02-01", kind: .visit),
            ]
        }

        let nord = register.tally("2013-01-01", "2013-01-31")

        #expect(nord.activitiesByKind == [.visit: 3])
        #expect(nord.activitiesBySubGoal == [.d1: 1])
        #expect(nord.municipalMeetings == 2)
        #expect(register.tally("2013-01-01", "2013-01-31", of: .vest).activityCount == 1)
        #expect(
            register.tally("2013-01-01", "2013-01-31", of: .central).activitiesByKind
                == [.media: 1])
    }

    @Test func `a cell is covered by a sector agreement of the same unit only`() throws {
        let register = Register().changed {
            $0.agreement.kind = .sector
            $0.facts.parties = [
                PartyFact(
                    id: "HB", name: "Husbanken", kind: .sectorAuthority, level: .regional,
                    regions: [.midt, .nord])
            ]
        }
        let indicators = Indicators(
            facts: register.facts, period: .of("2013-01-01", "2013-12-31"), rulebook: .domain)

        #expect(indicators.tally(of: .nord).sectorCoverage == Ratio(1, of: 1))
        #expect(indicators.tally(of: .midt).sectorCoverage == Ratio(0, of: 1))
        #expect(indicators.report(of: .nord).coverage.map(\.agreements) == [["NORD-2012-001"]])
        #expect(indicators.report(of: .midt).coverage.map(\.agreements) == [[]])
        #expect(indicators.total.sectorCoverage == Ratio(1, of: 2))
    }

    @Test func `a part lists what somebody must look at, the gravest first`() {
        let register = Register()
            .followUp("2013-06-01").followUp("2013-05-01").measure("2013-05-01")
            .meeting("2013-06-10", postponedOn: "2013-06-05", to: "2013-07-10")
            .changed {
                $0.agreement.validTo = "2014-06-30"
                $0.agreement.hasPurpose = false
                $0.agreement.areas = []
                $0.agreement.deputy = nil
                $0.agreement.bindsIMDi = false
            }

        let report = Indicators(
            facts: register.facts, period: .of("2013-06-01", "2013-06-30"), rulebook: .domain
        ).report(of: .nord)

        #expect(
            report.exceptions.map { "\($0.kind.rawValue) \($0.subject) \($0.number)" } == [
                "overdue NORD-2012-001/f1 60", "overdue NORD-2012-001/t0 60",
                "overdue NORD-2012-001/f0 29", "postponed NORD-2012-001/m0 30",
                "expiring NORD-2012-001 365", "below_standard NORD-2012-001 5",
            ])
        #expect(
            report.exceptionCounts
                == [.overdue: 3, .postponed: 1, .expiring: 1, .belowStandard: 1])
    }

    @Test func `only the gravest fifty are listed, and all are counted`() {
        var register = Register()
        for offset in 0..<120 {
            register = register.followUp(Day("2013-01-01").adding(days: offset * 37 % 120))
        }

        let report = Indicators(
            facts: register.facts, period: .of("2013-06-01", "2013-06-30"), rulebook: .domain
        ).report(of: .nord)

        #expect(report.exceptionCounts[.overdue] == 120)
        #expect(
            report.exceptions.filter { $0.kind == .overdue }.map(\.dueOn)
                == (0..<50).map { Day("2013-01-01").adding(days: $0) })
    }
}
