import Agreements
import GRDB
import Rules

/// The one statement that finds a reader's entries, put together of the parts that concern them.
///
/// Its text depends on role and scope alone and never on a day, so that it is prepared once.
struct DayStatement {
    private typealias Kind = DayEntry.Kind

    private let reach: NoticeReach
    private let rulebook: Rulebook
    private let today: Day
    private var tables: [String] = []
    private var selects: [String] = []
    private var arguments: [String: (any DatabaseValueConvertible)?]

    /// Users who are not there on `:today`.
    static let away = """
        SELECT key FROM user WHERE active = 0
        OR ((leave_from IS NOT NULL OR leave_to IS NOT NULL)
            AND coalesce(leave_from, :today) <= :today AND coalesce(leave_to, :today) >= :today)
        """

    /// Follow-ups and measures: their table, and which of them are open.
    private static let promises = [
        (Kind.followUp, NoticeRule.followUpDue, "status = 'open'"),
        (.measure, .measureDue, "status IN ('planned', 'in_progress')"),
    ]

    init(me: Int64, today: Day, horizon: Day, reach: NoticeReach, rulebook: Rulebook) {
        self.reach = reach
        self.rulebook = rulebook
        self.today = today
        arguments = [
            "me": me, "today": today.description, "horizon": horizon.description,
            "limit": DayQuery.most,
        ]
        tables.append("away(key) AS MATERIALIZED (\(Self.away))")
    }

    var statement: (sql: String, arguments: StatementArguments) {
        (
            """
            WITH \(tables.joined(separator: ",\n"))
            \(selects.joined(separator: "\nUNION ALL\n"))
            LIMIT :limit
            """, StatementArguments(arguments)
        )
    }

    // MARK: What the reader is named for

    /// What the reader is responsible for, or deputy.
    mutating func addOwn() {
        tables.append(
            """
            own AS MATERIALIZED (
                SELECT key, responsible, deputy, status, signed_on, valid_from, valid_to,
                    ended_on, strategic_meetings_per_year,
                    CASE WHEN responsible = :me THEN 0
                        WHEN responsible IS NULL OR responsible IN away THEN 1 ELSE 2 END
                    AS stand
                FROM agreement WHERE responsible = :me OR deputy = :me)
            """)
        arguments["meeting_deputy"] = reached(.meetingUpcoming, .deputy)
        selects.append(
            """
            SELECT \(Kind.meeting.rawValue), t.key, t.planned_on, own.key, own.stand
            FROM own CROSS JOIN meeting AS t ON t.agreement = own.key
            WHERE t.status = 'planned' AND t.planned_on <= :horizon
                AND (own.stand < 2 OR t.planned_on BETWEEN :today AND :meeting_deputy)
            """)
        for (kind, rule, isOpen) in Self.promises { addOwn(kind, rule, isOpen) }
        addAgreements(
            from: "own AS a", "a.stand < 2", stand: "a.stand", role: .responsible)
    }

    private mutating func addOwn(_ kind: Kind, _ rule: NoticeRule, _ isOpen: String) {
        let table = kind.name
        arguments["\(table)_deputy"] = reached(rule, .deputy)
        selects.append(
            """
            SELECT * FROM (
                SELECT \(kind.rawValue), t.key, t.due_on, own.key, CASE
                    WHEN coalesce(t.responsible, own.responsible) = :me THEN 0
                    WHEN own.deputy <> :me THEN NULL
                    WHEN coalesce(t.responsible, own.responsible) IS NULL
                        OR coalesce(t.responsible, own.responsible) IN away THEN 1
                    WHEN t.due_on <= :\(table)_deputy THEN 2 END AS stand
                FROM own CROSS JOIN \(table) AS t ON t.agreement = own.key
                WHERE t.\(isOpen) AND t.due_on <= :horizon)
            WHERE stand IS NOT NULL
            UNION ALL
            SELECT \(kind.rawValue), t.key, t.due_on, t.agreement, 0 FROM \(table) AS t
            WHERE t.responsible = :me AND t.\(isOpen) AND t.due_on <= :horizon
            """)
    }

    mutating func addHandovers() {
        selects.append(
            """
            SELECT \(Kind.handover.rawValue), key, offered_on, NULL, 0 FROM handover
            WHERE receiver = :me AND state = 'offered'
            """)
    }

    // MARK: What has come to a leader

    /// What has been escalated to the director of the units, and what nobody who is named is
    /// there for.
    mutating func addLed(_ units: [OwningUnit]) {
        let owner = Self.condition(on: units)
        addDated(upTo: .director, owner, stand: .leader)
        let nobody = """
            (a.responsible IS NULL OR a.responsible IN away)
            AND (a.deputy IS NULL OR a.deputy IN away)
            """
        selects.append(
            """
            SELECT \(Kind.meeting.rawValue), t.key, t.planned_on, a.key, 4
            FROM agreement AS a CROSS JOIN meeting AS t ON t.agreement = a.key
            WHERE \(owner) AND \(nobody) AND t.status = 'planned' AND t.planned_on <= :horizon
            """)
        for (kind, _, isOpen) in Self.promises {
            selects.append(
                """
                SELECT \(kind.rawValue), t.key, t.due_on, a.key, 4
                FROM agreement AS a CROSS JOIN \(kind.name) AS t ON t.agreement = a.key
                WHERE \(owner) AND \(nobody) AND t.\(isOpen) AND t.due_on <= :horizon
                    AND (t.responsible IS NULL OR t.responsible IN away)
                """)
        }
        addUnanswered(Self.condition(on: units, of: "part"))
        addAgreements(
            from: "agreement AS a", owner, stand: "\(DayEntry.Stand.leader.rawValue)",
            role: .director)
        addAgreements(
            from: "agreement AS a", "\(owner) AND \(nobody)",
            stand: "\(DayEntry.Stand.leaderStandsIn.rawValue)", role: .responsible)
    }

    /// Hand-overs that nobody has answered in time.
    private mutating func addUnanswered(_ owner: String) {
        arguments["unanswered"] =
            rulebook.calendar.workingDay(HandoverDeadline.workingDays, before: today)
            .adding(days: -1).description
        selects.append(
            """
            SELECT \(Kind.handover.rawValue), handover.key, offered_on, NULL, 3 FROM handover
            WHERE state = 'offered' AND offered_on <= :unanswered
                AND EXISTS (SELECT 1 FROM handover_agreement AS link
                    JOIN agreement AS part ON part.key = link.agreement
                    WHERE link.handover = handover.key AND \(owner))
            """)
    }

    /// What has been escalated to head office, of all units.
    mutating func addHeadOffice() {
        addDated(upTo: .headOffice, "1", stand: .leader)
        addAgreements(
            from: "agreement AS a", "1", stand: "\(DayEntry.Stand.leader.rawValue)",
            role: .headOffice)
    }

    /// Plans that are to be adopted and evaluations that are to be approved.
    mutating func addApprovals(of units: [OwningUnit]) {
        let owner = Self.condition(on: units)
        arguments["plan_due"] = rulebook.planDue.description
        arguments["evaluation_due"] = rulebook.evaluationDue.description
        arguments["this_year"] = today.year
        selects.append(
            """
            SELECT \(Kind.planDraft.rawValue), plan.key, plan.year || '-' || :plan_due, a.key, 3
            FROM plan CROSS JOIN agreement AS a ON a.key = plan.agreement
            WHERE plan.year BETWEEN :this_year AND :this_year + 1 AND plan.status = 'draft'
                AND a.status IN ('negotiating', 'active') AND \(owner)
            """)
        selects.append(
            """
            SELECT \(Kind.evaluationSubmitted.rawValue), evaluation.key,
                (evaluation.year + 1) || '-' || :evaluation_due, a.key, 3
            FROM evaluation CROSS JOIN agreement AS a ON a.key = evaluation.agreement
            WHERE evaluation.year BETWEEN :this_year - 1 AND :this_year
                AND evaluation.status = 'submitted' AND evaluation.submitted_on <= :today
                AND \(owner)
            """)
    }

    // MARK: What a unit has

    /// Everything of some units, or of all, whoever sees to it.
    mutating func addEverything(of units: [OwningUnit]?) {
        let owner = units.map { Self.condition(on: $0) } ?? "1"
        let stand = DayEntry.Stand.looksOn.rawValue
        selects.append(
            """
            SELECT \(Kind.meeting.rawValue), t.key, t.planned_on, a.key, \(stand)
            FROM meeting AS t CROSS JOIN agreement AS a ON a.key = t.agreement
            WHERE t.status = 'planned' AND t.planned_on <= :horizon AND \(owner)
            """)
        for (kind, _, isOpen) in Self.promises {
            selects.append(
                """
                SELECT \(kind.rawValue), t.key, t.due_on, a.key, \(stand)
                FROM \(kind.name) AS t CROSS JOIN agreement AS a ON a.key = t.agreement
                WHERE t.\(isOpen) AND t.due_on <= :horizon AND \(owner)
                """)
        }
        addAgreements(from: "agreement AS a", owner, stand: "\(stand)", role: .responsible)
    }

    // MARK: Steps

    private mutating func addDated(
        upTo role: RecipientRole, _ owner: String, stand: DayEntry.Stand
    ) {
        let dated =
            [(Kind.meeting, NoticeRule.meetingOutcome, "status = 'planned'")]
            + Self.promises
        for (kind, rule, isOpen) in dated {
            guard let latest = reached(rule, role) else { continue }
            let day = kind == .meeting ? "planned_on" : "due_on"
            let name = "\(kind.name)_\(role.rawValue)"
            arguments[name] = latest
            selects.append(
                """
                SELECT \(kind.rawValue), t.key, t.\(day), a.key, \(stand.rawValue)
                FROM \(kind.name) AS t CROSS JOIN agreement AS a ON a.key = t.agreement
                WHERE t.\(isOpen) AND t.\(day) <= :\(name) AND \(owner)
                """)
        }
    }

    /// What agreements lack or come to, as far as the rules have reached the role.
    private mutating func addAgreements(
        from source: String, _ condition: String, stand: String, role: RecipientRole
    ) {
        let rules = DayAgreementRules(reach: reach, rulebook: rulebook, today: today)
        for rule in rules.reached(role) {
            arguments.merge(rule.arguments) { first, _ in first }
            selects.append(
                """
                SELECT \(rule.kind.rawValue), a.key, \(rule.dueOn), a.key, \(stand)
                FROM \(source) WHERE \(condition) AND \(rule.condition)
                """)
        }
    }

    /// Nil as text sorts before every day.
    private func reached(_ rule: NoticeRule, _ role: RecipientRole) -> String? {
        reach.latestDueDate(of: rule, to: role)?.description
    }

    /// The units are words of our own and none that somebody typed.
    private static func condition(on units: [OwningUnit], of table: String = "a") -> String {
        "\(table).owner IN (\(units.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
    }
}
