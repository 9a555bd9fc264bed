import Agreements
import GRDB
import Rules

/// The rules whose subject is an agreement as a whole, as conditions on `agreement AS a`.
struct DayAgreementRules {
    let reach: NoticeReach
    let rulebook: Rulebook
    let today: Day

    struct Rule {
        let kind: DayEntry.Kind
        /// SQL for the day.
        let dueOn: String
        let condition: String
        let arguments: [String: (any DatabaseValueConvertible)?]
    }

    /// Those of whose subjects the role has heard by today.
    func reached(_ role: RecipientRole) -> [Rule] {
        [plan(role), evaluation(role), meetings(role), expiring(role), expired(role)]
            .compactMap(\.self)
    }

    private static let isRenewed = """
        EXISTS (SELECT 1 FROM agreement AS newer
            WHERE newer.renews = a.key AND newer.status <> 'abandoned')
        """

    private func plan(_ role: RecipientRole) -> Rule? {
        let year = reach.planYear
        let dueOn = rulebook.planDue.day(in: year)
        guard hasReached(.planMissing, role, dueOn) else { return nil }
        return Rule(
            kind: .planMissing, dueOn: ":plan_on",
            condition: """
                \(Self.isInForce(on: ":plan_from")) AND NOT EXISTS (SELECT 1 FROM plan
                    WHERE plan.agreement = a.key AND plan.year = :plan_year
                        AND plan.status <> 'draft')
                """,
            arguments: [
                "plan_on": dueOn.description, "plan_from": Day.first(of: year).description,
                "plan_year": year,
            ])
    }

    private func evaluation(_ role: RecipientRole) -> Rule? {
        let year = reach.evaluationYear
        let dueOn = rulebook.evaluationDue.day(in: year + 1)
        guard hasReached(.evaluationDue, role, dueOn) else { return nil }
        return Rule(
            kind: .evaluationDue, dueOn: ":evaluation_on",
            condition: """
                \(Self.isInForce(on: ":evaluation_opens")) AND NOT EXISTS (
                    SELECT 1 FROM evaluation WHERE evaluation.agreement = a.key
                        AND evaluation.year = :evaluation_year
                        AND evaluation.status = 'approved')
                """,
            arguments: [
                "evaluation_on": dueOn.description,
                "evaluation_opens": rulebook.evaluationOpens.day(in: year).description,
                "evaluation_year": year,
            ])
    }

    private func meetings(_ role: RecipientRole) -> Rule? {
        let dueOn = Day.last(of: today.year)
        guard hasReached(.meetingMissing, role, dueOn) else { return nil }
        return Rule(
            kind: .meetingsMissing, dueOn: ":year_to",
            condition: """
                a.strategic_meetings_per_year > 0 AND \(Self.isInForce(on: ":today"))
                AND (SELECT count(*) FROM meeting WHERE meeting.agreement = a.key
                    AND level = 'strategic' AND meeting.status <> 'cancelled'
                    AND coalesce(held_on, planned_on) BETWEEN :year_from AND :year_to)
                    < a.strategic_meetings_per_year
                """,
            arguments: [
                "year_from": Day.first(of: today.year).description,
                "year_to": dueOn.description,
            ])
    }

    private func expiring(_ role: RecipientRole) -> Rule? {
        guard let latest = reach.latestDueDate(of: .agreementExpiry, to: role) else { return nil }
        let name = "expiry_\(role.rawValue)"
        let isNear = role == .responsible ? "AND a.valid_to <= :horizon" : ""
        return Rule(
            kind: .expiring, dueOn: "a.valid_to",
            condition: """
                \(Self.isInForce(on: ":today")) AND a.valid_to <= :\(name) \(isNear)
                AND NOT \(Self.isRenewed)
                """, arguments: [name: latest.description])
    }

    private func expired(_ role: RecipientRole) -> Rule? {
        guard let latest = reach.latestDueDate(of: .agreementExpired, to: role) else { return nil }
        let name = "expired_\(role.rawValue)"
        return Rule(
            kind: .expired, dueOn: "a.valid_to",
            condition: """
                a.status = 'active' AND a.valid_to < :today AND a.valid_to <= :\(name)
                AND NOT \(Self.isRenewed)
                """, arguments: [name: latest.description])
    }

    private func hasReached(_ rule: NoticeRule, _ role: RecipientRole, _ dueOn: Day) -> Bool {
        reach.latestDueDate(of: rule, to: role).map { dueOn <= $0 } ?? false
    }

    /// As domain.md, section 9, has it.
    private static func isInForce(on day: String) -> String {
        """
        a.status IN ('active', 'ended') AND a.signed_on <= \(day) AND a.valid_from <= \(day)
        AND a.valid_to >= \(day) AND (a.ended_on IS NULL OR a.ended_on > \(day))
        """
    }
}
