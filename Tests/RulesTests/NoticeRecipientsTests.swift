import Agreements
import Rules
import Testing

/// Who stands in for whom (domain.md, 7).
struct NoticeRecipientsTests {
    /// The recipients of the stage that falls due that day.
    func recipients(_ day: Day, _ change: (inout Register) -> Void = { _ in }) -> [String] {
        Register().followUp("2013-03-04").changed(change)
            .due(.followUpDue, on: day).flatMap(\.recipients)
    }

    @Test func `a follow-up's own responsible comes before the agreement's`() {
        #expect(
            recipients("2013-03-04") { $0.facts.followUps[0].responsible = "nord.bosetting" }
                == ["nord.bosetting"])
    }

    @Test func `the responsible gives way to the deputy`() {
        #expect(
            recipients("2013-03-04") { $0.facts.users[0].isActive = false }
                == ["nord.saksbehandler2"])
        #expect(
            recipients("2013-03-04") { $0.agreement.responsible = nil }
                == ["nord.saksbehandler2"])
        #expect(
            recipients("2013-03-04") { $0.agreement.responsible = "nord.ukjent" }
                == ["nord.saksbehandler2"])
    }

    @Test func `a follow-up's own responsible on leave gives way to the agreement's deputy`() {
        #expect(
            recipients("2013-03-04") {
                $0.facts.followUps[0].responsible = "nord.bosetting"
                $0.facts.users[2].leaveFrom = "2013-03-04"
                $0.facts.users[2].leaveTo = "2013-03-04"
            } == ["nord.saksbehandler2"])
    }

    @Test(arguments: [
        ("2013-03-05" as Day, "2013-03-10" as Day, "nord.saksbehandler1"),
        ("2013-02-01", "2013-03-03", "nord.saksbehandler1"),
        ("2013-02-01", "2013-03-04", "nord.saksbehandler2"),
    ])
    func `leave counts both its end days`(from: Day, to: Day, expected: String) {
        #expect(
            recipients("2013-03-04") {
                $0.facts.users[0].leaveFrom = from
                $0.facts.users[0].leaveTo = to
            } == [expected])
    }

    @Test func `the deputy gives way to the director, named once`() {
        #expect(
            recipients("2013-03-11") { $0.facts.users[1].isActive = false }
                == ["nord.direktor", "nord.saksbehandler1"])
        #expect(
            recipients("2013-03-11") {
                $0.facts.users[0].isActive = false
                $0.facts.users[1].isActive = false
            } == ["nord.direktor"])
        #expect(
            recipients("2013-03-11") { $0.agreement.responsible = nil }
                == ["nord.saksbehandler2"])
    }

    @Test func `directors give way to head office only when none is there`() {
        #expect(
            recipients("2013-03-18") { $0.facts.users[3].isActive = false }
                == ["hk.analytiker1", "hk.analytiker2"])
        #expect(
            recipients("2013-03-18") {
                $0.facts.users[3].isActive = false
                $0.facts.users.append(.staff("nord.a.direktor", .regionalDirector))
            } == ["nord.a.direktor"])
        #expect(
            recipients("2013-03-18") {
                $0.facts.users.append(.staff("nord.a.direktor", .regionalDirector))
            } == ["nord.a.direktor", "nord.direktor"])
    }

    @Test func `central agreements are for the head office directors`() {
        #expect(recipients("2013-03-18") { $0.agreement.owner = .central } == ["hk.direktor"])
    }

    @Test func `the settlement coordinator gives way to the director`() {
        let register = Register().changed {
            $0.facts.settlement = [
                SettlementFigure(municipalityNumber: "1811", year: 2013, month: 1, decided: 5)
            ]
            $0.facts.users[2].isActive = false
        }

        #expect(
            register.due(.settlementMissing, on: "2013-02-07").map(\.recipients)
                == [["nord.direktor"]])
    }

    @Test func `with nobody at all there the notice stands without recipients`() {
        #expect(
            Register().followUp("2013-03-04").changed { $0.facts.users = [] }
                .due(.followUpDue, on: "2013-03-04").map(\.recipients) == [[]])
    }
}
