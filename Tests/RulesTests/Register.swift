import Agreements
import Rules

/// A register of one agreement, in force from 2012 to 2015, that meets all nine requirements in
/// 2013.
struct Register {
    var facts: Facts

    init() {
        facts = Facts()
        facts.users = [
            .staff("nord.saksbehandler1", .caseworker), .staff("nord.saksbehandler2", .caseworker),
            .staff("nord.bosetting", .settlementCoordinator),
            .staff("nord.direktor", .regionalDirector),
            .staff("sor.direktor", .regionalDirector, .sor),
            .staff("hk.analytiker1", .headOfficeAnalyst, .central),
            .staff("hk.analytiker2", .headOfficeAnalyst, .central),
            .staff("hk.direktor", .headOfficeDirector, .central),
        ]
        facts.counties = [County(number: "18", name: "Nordland", region: .nord)]
        facts.municipalities = [
            Municipality(number: "1811", name: "Bindal", countyNumber: "18")
        ]
        facts.parties = [
            PartyFact(
                id: "K1811", name: "Bindal", kind: .municipality, level: .municipal,
                municipalityNumber: "1811")
        ]
        facts.agreements = [
            AgreementFact(
                id: "NORD-2012-001", title: "Samarbeidsavtale", kind: .municipal, owner: .nord,
                parties: [0], hasPurpose: true, areas: [.settlement], signedOn: "2012-01-01",
                counterpartSignatory: .mayor, validFrom: "2012-01-01", validTo: "2015-12-31",
                strategicMeetingsPerYear: 1, responsible: "nord.saksbehandler1",
                deputy: "nord.saksbehandler2", status: .active, isRenewed: false,
                bindsIMDi: true, bindsCounterpart: true)
        ]
        facts.plans = [
            PlanFact(agreement: 0, year: 2013, status: .adopted, adoptedOn: "2013-01-10")
        ]
        facts.evaluations = [
            EvaluationFact(
                agreement: 0, year: 2012, status: .approved, approvedOn: "2013-01-20",
                imdi: .none, counterpart: .none)
        ]
    }

    var agreement: AgreementFact {
        get { facts.agreements[0] }
        set { facts.agreements[0] = newValue }
    }

    /// The register after a change.
    func changed(_ change: (inout Register) -> Void) -> Register {
        var copy = self
        change(&copy)
        return copy
    }

    func due(_ rule: NoticeRule, on day: Day) -> [Notice] {
        Notices(facts: facts, rulebook: .domain).due(on: day).filter { $0.key.rule == rule }
    }

    func decisions(on day: Day, after lastRun: Day?) -> [NoticeDecision] {
        Notices(facts: facts, rulebook: .domain).decisions(on: day, after: lastRun)
    }

    func tally(_ from: Day, _ to: Day, of unit: OwningUnit = .nord) -> Tally {
        Indicators(facts: facts, period: .of(from, to), rulebook: .domain).tally(of: unit)
    }

    func meeting(
        _ plannedOn: Day, level: MeetingLevel = .strategic, status: MeetingStatus = .planned,
        heldOn: Day? = nil, cancelledOn: Day? = nil, postponedOn: Day? = nil, to: Day? = nil
    ) -> Register {
        changed {
            $0.facts.meetings.append(
                MeetingFact(
                    id: "NORD-2012-001/m\($0.facts.meetings.count)", agreement: 0, level: level,
                    firstPlannedOn: plannedOn, plannedOn: to ?? plannedOn,
                    firstPostponedOn: postponedOn, status: status, heldOn: heldOn,
                    cancelledOn: cancelledOn))
        }
    }

    func followUp(
        _ dueOn: Day, status: FollowUpStatus = .open, responsible: String? = nil,
        doneOn: Day? = nil, cancelledOn: Day? = nil
    ) -> Register {
        changed {
            $0.facts.followUps.append(
                FollowUpFact(
                    id: "NORD-2012-001/f\($0.facts.followUps.count)", agreement: 0,
                    responsible: responsible, dueOn: dueOn, status: status, doneOn: doneOn,
                    cancelledOn: cancelledOn))
        }
    }

    func measure(
        _ dueOn: Day, status: MeasureStatus = .planned, doneOn: Day? = nil,
        cancelledOn: Day? = nil
    ) -> Register {
        changed {
            $0.facts.measures.append(
                MeasureFact(
                    id: "NORD-2012-001/t\($0.facts.measures.count)", agreement: 0, dueOn: dueOn,
                    status: status, doneOn: doneOn, cancelledOn: cancelledOn))
        }
    }
}

extension User {
    static func staff(_ id: String, _ role: Role, _ unit: OwningUnit = .nord) -> User {
        User(
            id: id, name: id, email: "\(id)@avtalt.example", unit: unit, role: role,
            isActive: true, language: .nb)
    }
}
