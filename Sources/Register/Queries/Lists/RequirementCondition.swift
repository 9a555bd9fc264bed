import Rules

/// The nine requirements (domain.md, 5) as conditions in SQL, for lists that are filtered by one.
///
/// They say the same as `Requirements`, which judges whole agreements; a test compares the two.
enum RequirementCondition {
    /// Whether `agreement AS a`, in force on `:day`, meets the requirement then; null is no.
    static func sql(_ requirement: Requirement) -> String {
        switch requirement {
        case .r1: "a.counterpart_signatory IN ('mayor', 'chief_executive', 'director')"
        case .r2: lastsLongEnough
        case .r3: "trim(a.purpose) <> ''"
        case .r4: hasItsAreas
        case .r5: "\(binds("imdi")) AND \(binds("counterpart"))"
        case .r6: hasPlan
        case .r7: "a.strategic_meetings_per_year >= :cadence"
        case .r8:
            "a.responsible <> a.deputy AND \(isActive("responsible")) AND \(isActive("deputy"))"
        case .r9: isEvaluated
        }
    }

    /// The same day of a later month, or its last where it is shorter: SQLite would run over.
    private static let lastsLongEnough = """
        date(a.valid_to, '+1 day') >= min(date(a.valid_from, '+' || :months || ' months'),
            date(a.valid_from, 'start of month', '+' || (:months + 1) || ' months', '-1 day'))
        """

    private static let hasItsAreas = """
        EXISTS (SELECT 1 FROM agreement_area WHERE agreement = a.key
            AND (a.kind <> 'municipal' OR area IN ('settlement', 'qualification')))
        """

    private static func binds(_ side: String) -> String {
        """
        EXISTS (SELECT 1 FROM commitment WHERE agreement = a.key AND measurable
            AND side IN ('both', '\(side)'))
        """
    }

    private static let hasPlan = """
        EXISTS (SELECT 1 FROM plan WHERE agreement = a.key
            AND year = CAST(substr(:day, 1, 4) AS INTEGER)
            AND adopted_on <= :day)
        """

    private static func isActive(_ column: String) -> String {
        "EXISTS (SELECT 1 FROM user WHERE key = a.\(column) AND active)"
    }

    private static let isEvaluated = """
        (NOT (\(AgreementFilter.isInForce("((substr(:day, 1, 4) - 1) || '-12-31')")))
        OR EXISTS (SELECT 1 FROM evaluation WHERE agreement = a.key
            AND year = substr(:day, 1, 4) - 1 AND evaluation.status = 'approved'
            AND approved_on <= :day))
        """
}
