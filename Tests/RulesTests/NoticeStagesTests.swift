import Agreements
import Rules
import Testing

/// Every rule, stage by stage: the day it falls on, and whom it reaches.
struct NoticeStagesTests {
    static let responsible = ["nord.saksbehandler1"]
    static let both = ["nord.saksbehandler1", "nord.saksbehandler2"]
    static let director = ["nord.direktor"]
    static let headOffice = ["hk.analytiker1", "hk.analytiker2"]

    /// The stages seen by asking on every day of a span.
    func stages(_ rule: NoticeRule, of register: Register, from: Day, to: Day) -> [String] {
        (0...to.days(since: from)).flatMap { offset in
            let day = from.adding(days: offset)
            return register.due(rule, on: day).map {
                "\($0.key.stage) \(day) \($0.recipients.joined(separator: " "))"
            }
        }
    }

    func lines(_ stages: [(Day, [String])]) -> [String] {
        stages.enumerated().map {
            "\($0.offset + 1) \($0.element.0) \($0.element.1.joined(separator: " "))"
        }
    }

    @Test func `an upcoming meeting is told of twice`() {
        let register = Register().meeting("2013-04-15")

        #expect(
            stages(.meetingUpcoming, of: register, from: "2013-01-01", to: "2013-12-31")
                == lines([("2013-03-27", Self.responsible), ("2013-04-11", Self.both)]))
    }

    @Test func `a meeting without an outcome climbs to head office`() {
        let register = Register().meeting("2013-04-15")

        #expect(
            stages(.meetingOutcome, of: register, from: "2013-01-01", to: "2013-12-31")
                == lines([
                    ("2013-04-17", Self.responsible), ("2013-04-29", Self.director),
                    ("2013-05-15", Self.headOffice),
                ]))
    }

    @Test func `a postponed meeting counts from its new date`() {
        let register = Register().meeting("2013-02-15", postponedOn: "2013-02-01", to: "2013-04-15")

        let notices = register.due(.meetingOutcome, on: "2013-04-17")

        #expect(notices.map(\.key.dueOn) == ["2013-04-15"])
        #expect(register.due(.meetingOutcome, on: "2013-02-19").isEmpty)
    }

    @Test(arguments: [MeetingStatus.held, .cancelled])
    func `a settled meeting is not told of`(status: MeetingStatus) {
        let register = Register().meeting("2013-04-15", status: status)

        #expect(stages(.meetingOutcome, of: register, from: "2013-04-01", to: "2013-06-01") == [])
        #expect(stages(.meetingUpcoming, of: register, from: "2013-03-01", to: "2013-04-15") == [])
    }

    @Test func `missing strategic meetings are asked for three times a year`() {
        #expect(
            stages(.meetingMissing, of: Register(), from: "2013-01-01", to: "2013-12-31")
                == lines([
                    ("2013-03-01", Self.responsible), ("2013-06-03", Self.director),
                    ("2013-10-01", Self.headOffice),
                ]))
    }

    @Test func `only strategic meetings of the year that are not cancelled count`() {
        let held = Register().meeting("2012-12-20", status: .held, heldOn: "2013-01-15")
        let early = Register().meeting("2013-01-15", status: .held, heldOn: "2012-12-20")
        let operational = Register().meeting("2013-05-15", level: .operational)
        let cancelled = Register().meeting("2013-05-15", status: .cancelled)

        #expect(held.due(.meetingMissing, on: "2013-03-01").isEmpty)
        #expect(early.due(.meetingMissing, on: "2013-03-01").count == 1)
        #expect(operational.due(.meetingMissing, on: "2013-03-01").count == 1)
        #expect(cancelled.due(.meetingMissing, on: "2013-03-01").map(\.key.dueOn) == ["2013-12-31"])
    }

    @Test func `a follow-up is told of from five days before to twenty after`() {
        let register = Register().followUp("2013-03-02")

        #expect(
            stages(.followUpDue, of: register, from: "2013-01-01", to: "2013-12-31")
                == lines([
                    ("2013-02-25", Self.responsible), ("2013-03-04", Self.responsible),
                    ("2013-03-08", Self.both), ("2013-03-15", Self.director),
                    ("2013-04-03", Self.headOffice),
                ]))
    }

    @Test func `a measure is told of like a follow-up while it is not done or cancelled`() {
        let days: [(Day, [String])] = [
            ("2013-02-25", Self.responsible), ("2013-03-04", Self.responsible),
            ("2013-03-11", Self.both), ("2013-03-18", Self.director),
            ("2013-04-04", Self.headOffice),
        ]
        for status in [MeasureStatus.planned, .inProgress] {
            let register = Register().measure("2013-03-04", status: status)
            #expect(
                stages(.measureDue, of: register, from: "2013-01-01", to: "2013-12-31")
                    == lines(days))
        }
        for status in [MeasureStatus.done, .cancelled] {
            let register = Register().measure("2013-03-04", status: status)
            #expect(register.due(.measureDue, on: "2013-03-04").isEmpty)
        }
    }

    @Test func `a missing plan is asked for from December to March`() {
        #expect(
            stages(.planMissing, of: Register(), from: "2013-06-01", to: "2014-06-01")
                == lines([
                    ("2013-12-02", Self.responsible), ("2014-01-15", Self.responsible),
                    ("2014-02-03", Self.director), ("2014-03-03", Self.headOffice),
                ]))
    }

    @Test func `a plan that is adopted or closed is not missing, a draft is`() {
        func register(_ status: PlanStatus) -> Register {
            Register().changed { $0.facts.plans[0].status = status }
        }

        #expect(register(.adopted).due(.planMissing, on: "2013-01-15").isEmpty)
        #expect(register(.closed).due(.planMissing, on: "2013-01-15").isEmpty)
        #expect(
            register(.draft).due(.planMissing, on: "2013-01-15").map(\.key.dueOn)
                == ["2013-01-31"])
    }

    @Test func `a plan is asked of agreements in force on the first of its year`() {
        let ending = Register().changed { $0.agreement.validTo = "2014-01-01" }
        let ended = Register().changed { $0.agreement.validTo = "2013-12-31" }

        #expect(ending.due(.planMissing, on: "2014-03-03").count == 1)
        #expect(ended.due(.planMissing, on: "2013-12-02").isEmpty)
    }

    @Test func `an evaluation is asked for from November to March`() {
        #expect(
            stages(.evaluationDue, of: Register(), from: "2013-06-01", to: "2014-06-01")
                == lines([
                    ("2013-11-15", Self.responsible), ("2013-12-16", Self.both),
                    ("2014-01-15", Self.both), ("2014-02-10", Self.director),
                    ("2014-03-03", Self.headOffice),
                ]))
    }

    @Test func `an evaluation is asked of agreements in force on 15 November`() {
        let later = Register().changed { $0.agreement.signedOn = "2013-11-16" }
        let approved = Register().changed { $0.facts.evaluations[0].year = 2013 }

        #expect(later.due(.evaluationDue, on: "2014-01-15").isEmpty)
        #expect(approved.due(.evaluationDue, on: "2014-01-15").isEmpty)
        #expect(
            Register().due(.evaluationDue, on: "2014-01-15").map(\.key.dueOn) == ["2014-01-31"])
    }

    @Test func `an agreement that expires is told of by the month`() {
        let register = Register().changed { $0.agreement.validTo = "2014-03-31" }

        #expect(
            stages(.agreementExpiry, of: register, from: "2013-01-01", to: "2014-12-31")
                == lines([
                    ("2013-04-02", Self.responsible), ("2013-09-30", Self.responsible),
                    ("2014-01-02", Self.director + Self.responsible),
                    ("2014-02-28", Self.director),
                ]))
    }

    @Test func `an expired agreement is told of until it is ended or renewed`() {
        let register = Register().changed { $0.agreement.validTo = "2014-03-31" }
        let renewed = register.changed { $0.agreement.isRenewed = true }
        let ended = register.changed { $0.agreement.status = .ended }

        #expect(
            stages(.agreementExpired, of: register, from: "2014-01-01", to: "2014-12-31")
                == lines([
                    ("2014-04-01", Self.director + Self.responsible),
                    ("2014-05-02", Self.headOffice),
                ]))
        #expect(renewed.due(.agreementExpired, on: "2014-04-01").isEmpty)
        #expect(renewed.due(.agreementExpiry, on: "2014-02-28").isEmpty)
        #expect(ended.due(.agreementExpired, on: "2014-04-01").isEmpty)
    }

    func settlement(_ rows: [(month: Int, decided: Int?, settled: Int?)]) -> Register {
        Register().changed { register in
            register.facts.settlement = rows.map {
                SettlementFigure(
                    municipalityNumber: "1811", year: 2013, month: $0.month, decided: $0.decided,
                    settled: $0.settled)
            }
        }
    }

    @Test func `last month's figures are asked for twice`() {
        let register = settlement([(1, 10, 2)])

        #expect(
            stages(.settlementMissing, of: register, from: "2013-03-01", to: "2013-03-31")
                == lines([
                    ("2013-03-07", ["nord.bosetting"]), ("2013-03-14", Self.director),
                ]))
        let notice = register.due(.settlementMissing, on: "2013-03-07").first
        #expect(notice?.key.subject == "nord")
        #expect(notice?.key.dueOn == "2013-02-28")
        #expect(notice?.agreement == nil)
    }

    @Test func `figures are asked for where places are decided and none settled is given`() {
        #expect(settlement([(2, 10, nil)]).due(.settlementMissing, on: "2013-03-07").count == 1)
        #expect(settlement([(2, 10, 0)]).due(.settlementMissing, on: "2013-03-07").isEmpty)
        #expect(settlement([(1, 0, 0)]).due(.settlementMissing, on: "2013-03-07").isEmpty)
        #expect(settlement([(12, 10, 9)]).due(.settlementMissing, on: "2014-01-08").isEmpty)
        #expect(settlement([(11, 10, 9)]).due(.settlementMissing, on: "2014-01-08").count == 1)
        #expect(settlement([(11, 10, 9)]).due(.settlementMissing, on: "2014-02-07").isEmpty)
    }

    @Test(arguments: [
        ([(1, 10, 3), (2, 0, nil)], false), ([(2, 0, nil), (1, 10, 3)], false),
        ([(1, 0, 3), (2, 10, nil)], true), ([(1, 10, 3), (2, nil, nil)], true),
        ([(1, 10, 3), (12, 0, nil)], false),
    ])
    func `the latest decision of the year is the one that figures are asked for by`(
        rows: [(month: Int, decided: Int?, settled: Int?)], isAskedFor: Bool
    ) {
        let due = settlement(rows).due(.settlementMissing, on: "2013-03-07")

        #expect(due.isEmpty == !isAskedFor)
    }

    @Test func `on a closed day nothing is due`() {
        let register = Register().followUp("2013-05-17")

        #expect(register.due(.followUpDue, on: "2013-05-17").isEmpty)
        #expect(register.due(.followUpDue, on: "2013-05-21").map(\.key.stage) == [2])
    }
}
