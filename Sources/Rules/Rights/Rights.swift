import Agreements

/// Who may do what: domain.md, section 2, as one table.
///
/// What no line of the table gives is refused.
package enum Rights {
    /// Whether somebody of `unit` with `role` may do `action` with a record of `kind`.
    package static func allows(
        role: Role, unit: OwningUnit, action: RightAction, kind: RecordKind,
        of subject: RightSubject
    ) -> Bool {
        table.contains {
            $0.actions.contains(action) && $0.kinds.contains(kind) && $0.roles.contains(role)
                && $0.reach.covers(subject, for: unit)
        }
    }

    /// The units for whose records of `kind` the person has the right, in the order of reports.
    package static func units(
        role: Role, unit: OwningUnit, action: RightAction, kind: RecordKind
    ) -> [OwningUnit] {
        OwningUnit.allCases.filter {
            allows(role: role, unit: unit, action: action, kind: kind, of: .unit($0))
        }
    }

    /// How far a right goes.
    private enum Reach {
        case anywhere
        case ownUnit
        case centralUnit
        case oneself

        func covers(_ subject: RightSubject, for unit: OwningUnit) -> Bool {
            switch self {
            case .anywhere: true
            case .ownUnit: subject == .unit(unit)
            case .centralUnit: subject == .unit(.central)
            case .oneself: subject == .oneself
            }
        }
    }

    /// A line of the table: each of the roles may do each of the actions with each of the kinds.
    private struct Line {
        let roles: Set<Role>
        let actions: Set<RightAction>
        let kinds: Set<RecordKind>
        let reach: Reach
    }

    private static let everybody = Set(Role.allCases)
    private static let overseers: Set<Role> = [.administrator, .auditor]
    private static let office: Set<Role> = [
        .caseworker, .settlementCoordinator, .regionalDirector,
    ]
    private static let headOffice: Set<Role> = [.headOfficeAnalyst, .headOfficeDirector]

    /// What people have for themselves; others do not see it.
    private static let personal: Set<RecordKind> = [
        .token, .session, .savedView, .feed, .preference,
    ]
    /// What an office registers.
    private static let work: Set<RecordKind> = [
        .party, .contact, .agreement, .commitment, .plan, .measure, .meeting, .followUp, .activity,
        .document, .evaluation, .settlement, .grant, .handOver,
    ]

    private static let table: [Line] = [
        Line(
            roles: everybody, actions: [.read],
            kinds: Set(RecordKind.allCases).subtracting(personal).subtracting([.auditTrail]),
            reach: .anywhere),
        Line(
            roles: overseers, actions: [.read], kinds: [.auditTrail, .token, .session],
            reach: .anywhere),
        Line(roles: office, actions: [.write], kinds: work, reach: .ownUnit),
        Line(roles: headOffice, actions: [.write], kinds: work, reach: .centralUnit),
        Line(roles: headOffice, actions: [.write], kinds: [.target, .report], reach: .anywhere),
        Line(
            roles: [.regionalDirector], actions: [.approve], kinds: [.plan, .evaluation],
            reach: .ownUnit),
        Line(
            roles: [.headOfficeDirector], actions: [.approve], kinds: [.plan, .evaluation],
            reach: .centralUnit),
        Line(
            roles: [.administrator], actions: [.write],
            kinds: [.user, .unit, .rules, .dataImport, .token, .session], reach: .anywhere),
        Line(roles: [.administrator], actions: [.steer], kinds: [.task], reach: .anywhere),
        // Head office follows the round of evaluations up.
        Line(roles: headOffice, actions: [.steer], kinds: [.evaluation], reach: .anywhere),
        Line(
            roles: office.union(headOffice), actions: [.accept], kinds: [.handOver],
            reach: .oneself),
        Line(roles: everybody, actions: [.read, .write], kinds: personal, reach: .oneself),
    ]
}
