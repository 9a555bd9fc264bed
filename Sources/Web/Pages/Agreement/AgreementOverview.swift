import Agreements
import Rules

/// What the first page of an agreement is made of.
struct AgreementOverview: Sendable {
    var head: AgreementHead
    var parties: [CounterpartLine]
    var areas: [Area]
    var commitments: [CommitmentLine]
    var promises: [Promise]
    var meetings: [MeetingLine]
    var plans: [PlanLine]
    var evaluations: [EvaluationLine]
    /// The last few, the latest first.
    var activities: [ActivityLine]
    var amendments: [AmendmentLine]
    var archive: ArchiveLine?

    /// A party with its contact persons.
    struct CounterpartLine: Sendable {
        var key: Int64
        var id: String
        var name: String
        var kind: PartyKind
        var contacts: [ContactLine]
    }

    struct ContactLine: Sendable {
        var key: Int64
        var party: Int64
        var name: String
        var role: String?
        var email: String?
        var phone: String?
    }

    struct CommitmentLine: Sendable {
        var key: Int64
        var id: String
        var side: Side
        var text: String
        var isMeasurable: Bool
    }

    struct PlanLine: Sendable {
        var key: Int64
        var year: Int
        var status: PlanStatus
        var adoptedOn: Day?
    }

    struct EvaluationLine: Sendable {
        var year: Int
        var status: EvaluationStatus
        var approvedOn: Day?
        var submittedOn: Day?
        var recommendation: Recommendation?

        /// The day it stands at in the timeline: approved, submitted, or due.
        var on: Day { approvedOn ?? submittedOn ?? Day.last(of: year).adding(days: 31) }
    }

    struct ActivityLine: Sendable {
        var key: Int64
        var on: Day
        var kind: ActivityKind
        var theme: String?
        var outcome: String?
    }

    struct AmendmentLine: Sendable {
        var key: Int64
        var agreedOn: Day
        var text: String
        /// As the register keeps them.
        var changes: String
    }

    struct ArchiveLine: Sendable {
        var publicTitle: String?
        var caseNumber: String?
        var accessGround: String?
    }

    /// The requirements that it meets on a day, as if it were in force.
    func requirements(by rulebook: Rulebook, on day: Day) -> Set<Requirement> {
        Requirements(facts: facts, rulebook: rulebook).met(byAgreementAt: 0, on: day)
    }

    /// What requirements look at.
    private var facts: Facts {
        let staff = [head.responsible, head.deputy].compactMap(\.self)
        return Facts(
            users: staff.map {
                User(
                    id: $0.id, name: $0.name, email: "", unit: head.owner, role: .caseworker,
                    isActive: $0.isActive, language: .nb)
            },
            agreements: [
                AgreementFact(
                    id: head.id, title: head.title, kind: head.kind, owner: head.owner,
                    hasPurpose: head.purpose?.contains { !$0.isWhitespace } ?? false,
                    areas: areas, signedOn: head.signedOn, counterpartSignatory: head.signatory,
                    validFrom: head.validFrom, validTo: head.validTo,
                    strategicMeetingsPerYear: head.strategicMeetings,
                    responsible: head.responsible?.id, deputy: head.deputy?.id,
                    status: head.status, endedOn: head.endedOn,
                    isRenewed: head.renewedBy != nil, bindsIMDi: binds(.imdi),
                    bindsCounterpart: binds(.counterpart))
            ],
            plans: plans.map {
                PlanFact(agreement: 0, year: $0.year, status: $0.status, adoptedOn: $0.adoptedOn)
            },
            evaluations: evaluations.map {
                EvaluationFact(
                    agreement: 0, year: $0.year, status: $0.status, approvedOn: $0.approvedOn,
                    imdi: .none, counterpart: .none)
            })
    }

    private func binds(_ side: Side) -> Bool {
        commitments.contains { $0.isMeasurable && ($0.side == side || $0.side == .both) }
    }
}
