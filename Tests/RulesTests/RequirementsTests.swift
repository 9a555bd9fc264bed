import Agreements
import Rules
import Testing

struct RequirementsTests {
    static let cutOff: Day = "2013-06-30"

    func met(_ register: Register, on day: Day = cutOff) -> Set<Requirement> {
        Requirements(facts: register.facts, rulebook: .domain)
            .met(byAgreementAt: 0, on: day)
    }

    @Test func `an agreement can meet all nine`() {
        #expect(met(Register()) == Set(Requirement.allCases))
    }

    /// A requirement, and a change by which the agreement no longer meets it.
    struct Breach: Sendable, CustomTestStringConvertible {
        var requirement: Requirement
        var name: String
        var change: @Sendable (inout Register) -> Void
        var testDescription: String { "\(requirement.rawValue) \(name)" }

        init(
            _ requirement: Requirement, _ name: String,
            _ change: @escaping @Sendable (inout Register) -> Void
        ) {
            (self.requirement, self.name, self.change) = (requirement, name, change)
        }
    }

    @Test(arguments: [
        Breach(.r1, "another signed") { $0.agreement.counterpartSignatory = .other },
        Breach(.r1, "nobody signed") { $0.agreement.counterpartSignatory = nil },
        Breach(.r2, "a day short") {
            $0.agreement.validFrom = "2012-01-02"
            $0.agreement.validTo = "2013-12-31"
        },
        Breach(.r3, "no purpose") { $0.agreement.hasPurpose = false },
        Breach(.r4, "no area") { $0.agreement.areas = [] },
        Breach(.r4, "municipal without settlement") { $0.agreement.areas = [.employment] },
        Breach(.r5, "IMDi not bound") { $0.agreement.bindsIMDi = false },
        Breach(.r5, "counterpart not bound") { $0.agreement.bindsCounterpart = false },
        Breach(.r6, "no plan") { $0.facts.plans = [] },
        Breach(.r6, "plan of another year") { $0.facts.plans[0].year = 2012 },
        Breach(.r6, "plan a day late") { $0.facts.plans[0].adoptedOn = "2013-07-01" },
        Breach(.r7, "no meetings") { $0.agreement.strategicMeetingsPerYear = 0 },
        Breach(.r7, "nothing said of meetings") { $0.agreement.strategicMeetingsPerYear = nil },
        Breach(.r8, "no deputy") { $0.agreement.deputy = nil },
        Breach(.r8, "one person") { $0.agreement.deputy = $0.agreement.responsible },
        Breach(.r8, "inactive deputy") { $0.facts.users[1].isActive = false },
        Breach(.r8, "unknown responsible") { $0.agreement.responsible = "nord.ukjent" },
        Breach(.r9, "not approved") { $0.facts.evaluations[0].status = .submitted },
        Breach(.r9, "approved a day late") {
            $0.facts.evaluations[0].approvedOn = "2013-07-01"
        },
        Breach(.r9, "another year's") { $0.facts.evaluations[0].year = 2011 },
    ])
    func `one requirement is missed alone`(breach: Breach) {
        let register = Register().changed(breach.change)

        #expect(met(register) == Set(Requirement.allCases).subtracting([breach.requirement]))
    }

    @Test(arguments: [
        ("2012-01-01" as Day, "2013-12-31" as Day, true),
        ("2012-01-01", "2013-12-30", false),
        ("2012-02-29", "2014-02-27", true), ("2012-02-29", "2014-02-26", false),
        ("2011-03-01", "2013-02-28", true), ("2010-03-01", "2012-02-28", false),
    ])
    func `24 months count both end days`(from: Day, to: Day, isMet: Bool) {
        let register = Register().changed {
            $0.agreement.validFrom = from
            $0.agreement.validTo = to
        }

        #expect(met(register).contains(.r2) == isMet)
    }

    @Test func `a sector agreement may have any area`() {
        let register = Register().changed {
            $0.agreement.kind = .sector
            $0.agreement.areas = [.interpreting]
        }

        #expect(met(register).contains(.r4))
    }

    @Test func `a person on leave still staffs an agreement`() {
        let register = Register().changed {
            $0.facts.users[1].leaveFrom = "2013-06-01"
            $0.facts.users[1].leaveTo = "2013-07-31"
        }

        #expect(met(register).contains(.r8))
    }

    @Test func `no evaluation is asked of the year before the agreement`() {
        let register = Register().changed {
            $0.facts.evaluations = []
            $0.agreement.signedOn = "2013-01-01"
        }

        #expect(met(register).contains(.r9))
    }

    @Test(arguments: [
        ("2011-12-31" as Day, false), ("2012-01-01", true), ("2015-12-31", true),
        ("2016-01-01", false),
    ])
    func `an agreement is in force on both its end days`(day: Day, isInForce: Bool) {
        #expect(Register().agreement.isInForce(on: day) == isInForce)
    }

    @Test func `an agreement is in force until the day before it ended`() {
        let ended = Register().changed {
            $0.agreement.status = .ended
            $0.agreement.endedOn = "2013-06-30"
        }

        #expect(ended.agreement.isInForce(on: "2013-06-29"))
        #expect(!ended.agreement.isInForce(on: "2013-06-30"))
    }

    @Test(arguments: [AgreementStatus.draft, .negotiating, .abandoned])
    func `only active and ended agreements are ever in force`(status: AgreementStatus) {
        let register = Register().changed { $0.agreement.status = status }

        #expect(!register.agreement.isInForce(on: Self.cutOff))
    }

    @Test func `an agreement signed late is in force from then`() {
        let register = Register().changed { $0.agreement.signedOn = "2013-06-30" }

        #expect(!register.agreement.isInForce(on: "2013-06-29"))
        #expect(register.agreement.isInForce(on: "2013-06-30"))
    }
}
