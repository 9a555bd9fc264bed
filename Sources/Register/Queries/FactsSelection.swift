import Agreements
import Foundation
import GRDB
import Rules

/// Which rows of each table a question needs, as conditions in SQL; nil leaves the table out.
///
/// Alternatives are joined by OR, each with an index of its own.
struct FactsSelection {
    var municipality = "TRUE"
    var user = "TRUE"
    var party = "TRUE"
    var agreement = "TRUE"
    /// A condition on the column `agreement` of link tables, commitments and renewals.
    var ofAgreement = "TRUE"
    var plan: String?
    var measure: String?
    var meeting: String?
    var followUp: String?
    var activity: String?
    var evaluation: String?
    var withScores = true
    /// Whether whom work binds and where it comes from is asked for, and commitments.
    var withCourse = false
    var settlement: String?
    var grant: String?
    var target: String?
    var arguments: [String: (any DatabaseValueConvertible)?] = [:]

    init(for scope: FactsScope) throws {
        switch scope {
        case .report(let period): select(reportOn: period)
        case .notices(let dueDates): select(noticesOf: dueDates)
        case .requirements(let day): select(requirementsOn: day)
        case .evidence(let agreements, let year): try select(evidenceOf: agreements, year: year)
        case .agreement(let id): select(agreement: id)
        case .everything: selectEverything()
        }
    }

    private mutating func selectEverything() {
        for table in [
            \FactsSelection.plan, \.measure, \.meeting, \.followUp, \.activity, \.evaluation,
            \.settlement, \.grant, \.target,
        ] {
            self[keyPath: table] = "TRUE"
        }
        withCourse = true
    }

    private mutating func select(reportOn period: Period) {
        arguments = [
            "from": period.from.description, "to": period.to.description,
            "year": period.to.year,
        ]
        plan = "year = :year"
        // A report lists what was postponed in its period, whenever it was to be.
        meeting = """
            first_planned_on BETWEEN :from AND :to OR held_on BETWEEN :from AND :to
            OR key IN (SELECT meeting FROM postponement WHERE decided_on BETWEEN :from AND :to)
            """
        followUp = Self.dueOrOverdue(open: "status = 'open'")
        measure = Self.dueOrOverdue(open: "status IN ('planned', 'in_progress')")
        activity = "happened_on BETWEEN :from AND :to"
        evaluation = "year = :year - 1"
        settlement = "year = :year"
        grant = Self.grantOfYear
        target = "year = :year"
    }

    /// Due in the period; or due before it and, at its last day, still open by its status or
    /// finished later, which is late.
    private static func dueOrOverdue(open: String) -> String {
        """
        due_on BETWEEN :from AND :to
        OR (\(open) AND due_on < :from)
        OR (done_on > due_on AND done_on > :to AND due_on < :from)
        OR (cancelled_on > due_on AND cancelled_on > :to AND due_on < :from)
        """
    }

    private static let grantOfYear = """
        (year = :year AND municipality IS NOT NULL) OR (year = :year AND agreement IS NOT NULL)
        """

    private mutating func select(requirementsOn day: Day) {
        arguments = ["year": day.year]
        plan = "year = :year"
        evaluation = "year = :year - 1"
    }

    private mutating func select(noticesOf dueDates: [NoticeRule: ClosedRange<Day>]) {
        withScores = false
        var meetings: [String] = []
        for (rule, range) in dueDates {
            let years = range.lowerBound.year...range.upperBound.year
            switch rule {
            case .meetingUpcoming, .meetingOutcome:
                meetings.append("status = 'planned' AND planned_on \(days(range, for: rule))")
            case .meetingMissing:
                let year = Day.first(of: years.lowerBound)...Day.last(of: years.upperBound)
                let days = days(year, for: rule)
                meetings.append("level = 'strategic' AND held_on \(days)")
                meetings.append("level = 'strategic' AND status = 'planned' AND planned_on \(days)")
            case .followUpDue:
                followUp = "status = 'open' AND due_on \(days(range, for: rule))"
            case .measureDue:
                let days = days(range, for: rule)
                measure = "status IN ('planned', 'in_progress') AND due_on \(days)"
            case .planMissing:
                plan = self.years(years, for: rule)
            case .evaluationDue:
                evaluation = self.years(years.lowerBound - 1...years.upperBound - 1, for: rule)
            case .settlementMissing:
                let first = range.lowerBound.adding(months: -1).year
                settlement = self.years(first...years.upperBound, for: rule)
            case .agreementExpiry, .agreementExpired:
                break
            }
        }
        if !meetings.isEmpty {
            // In one order, so that the same question is the same statement.
            meeting = meetings.sorted().map { "(\($0))" }.joined(separator: " OR ")
        }
    }

    private mutating func days(_ range: ClosedRange<Day>, for rule: NoticeRule) -> String {
        bind(range.lowerBound.description, range.upperBound.description, for: rule)
    }

    private mutating func years(_ range: ClosedRange<Int>, for rule: NoticeRule) -> String {
        "year \(bind(range.lowerBound, range.upperBound, for: rule))"
    }

    /// Names the two ends for the rule; the condition that follows a column.
    private mutating func bind(
        _ from: some DatabaseValueConvertible, _ to: some DatabaseValueConvertible,
        for rule: NoticeRule
    ) -> String {
        let name = rule.rawValue.replacingOccurrences(of: ".", with: "_")
        arguments["\(name)_from"] = from
        arguments["\(name)_to"] = to
        return "BETWEEN :\(name)_from AND :\(name)_to"
    }

    private mutating func select(agreement id: String) {
        arguments = ["id": id]
        agreement = "id = :id"
        ofAgreement = "agreement = (SELECT key FROM agreement WHERE id = :id)"
        party = "key IN (SELECT party FROM agreement_party WHERE \(ofAgreement))"
        municipality = "FALSE"
        withScores = false
        for table in [
            \FactsSelection.plan, \.measure, \.meeting, \.followUp, \.evaluation,
        ] {
            self[keyPath: table] = ofAgreement
        }
    }

    private mutating func select(evidenceOf agreements: [String], year: Int) throws {
        let ids = String(decoding: try JSONEncoder().encode(agreements), as: UTF8.self)
        arguments = [
            "ids": ids, "year": year, "from": Day.first(of: year).description,
            "to": Day.last(of: year).description,
        ]
        agreement = "id IN (SELECT value FROM json_each(:ids))"
        ofAgreement = "agreement IN (SELECT key FROM agreement WHERE \(agreement))"
        party = "key IN (SELECT party FROM agreement_party WHERE \(ofAgreement))"
        let heirs = """
            WITH RECURSIVE heir(heir) AS (
                SELECT municipality FROM party WHERE municipality IS NOT NULL AND \(party)
                UNION
                SELECT successor FROM heir JOIN municipality_successor ON municipality = heir)
            SELECT heir FROM heir
            """
        municipality = "key IN (\(heirs))"
        user = """
            key IN (SELECT responsible FROM agreement WHERE \(agreement)
            UNION SELECT deputy FROM agreement WHERE \(agreement))
            """
        plan = "\(ofAgreement) AND year = :year"
        // What was done in the year counts as well, whenever it was due.
        let ofYear = "(due_on BETWEEN :from AND :to OR done_on BETWEEN :from AND :to)"
        measure = "\(ofAgreement) AND \(ofYear)"
        meeting = """
            \(ofAgreement) AND (first_planned_on BETWEEN :from AND :to
            OR planned_on BETWEEN :from AND :to OR held_on BETWEEN :from AND :to)
            """
        followUp = "\(ofAgreement) AND \(ofYear)"
        withCourse = true
        activity = "\(ofAgreement) AND happened_on BETWEEN :from AND :to"
        evaluation = "\(ofAgreement) AND year BETWEEN :year - 1 AND :year"
        settlement = "year = :year AND municipality IN (\(heirs))"
        grant = "year = :year AND \(ofAgreement)"
    }
}
