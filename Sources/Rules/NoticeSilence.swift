import Agreements

/// What keeps a notice from being sent for a while, although the rules produce it: somebody has
/// answered, or a unit has its quiet days. What was silent is told once the silence is over, if it
/// still holds.
package struct NoticeSilence: Sendable {
    /// An answer that asks for time.
    package struct Answer: Hashable, Sendable {
        package let rule: NoticeRule
        package let subject: String
        package let dueOn: Day
        /// Id of the user who gave it.
        package let user: String
        /// `later` or `notMine`.
        package let answer: NoticeAnswer
        /// The day from which on it is told again.
        package let until: Day

        package init(
            rule: NoticeRule, subject: String, dueOn: Day, user: String, answer: NoticeAnswer,
            until: Day
        ) {
            self.rule = rule
            self.subject = subject
            self.dueOn = dueOn
            self.user = user
            self.answer = answer
            self.until = until
        }
    }

    /// Days on which a unit's people hear of nothing, both included.
    package struct QuietPeriod: Hashable, Sendable {
        package let unit: OwningUnit
        package let first: Day
        package let last: Day

        package init(unit: OwningUnit, first: Day, last: Day) {
            self.unit = unit
            self.first = first
            self.last = last
        }
    }

    /// Why a share of a notice is not sent, and from which day on it may be again.
    package enum Reason: Hashable, Sendable {
        case later(by: String, until: Day)
        case notMine(until: Day)
        case quiet(OwningUnit, until: Day)

        package var until: Day {
            switch self {
            case .later(_, let until), .notMine(let until), .quiet(_, let until): until
            }
        }
    }

    private struct Subject: Hashable {
        let rule: NoticeRule
        let subject: String
        let dueOn: Day
    }

    private let answers: [Subject: [Answer]]
    private let quiet: [OwningUnit: QuietPeriod]
    private let units: [String: OwningUnit]
    private let day: Day

    /// - Parameters:
    ///   - quietPeriods: Of all units; those that do not hold the day do not count.
    ///   - units: The unit of each user, by id.
    package init(
        answers: [Answer], quietPeriods: [QuietPeriod], units: [String: OwningUnit], on day: Day
    ) {
        self.answers = Dictionary(grouping: answers.filter { day < $0.until }) {
            Subject(rule: $0.rule, subject: $0.subject, dueOn: $0.dueOn)
        }
        quiet = Dictionary(
            quietPeriods.filter { $0.first <= day && day <= $0.last }.map { ($0.unit, $0) }
        ) { left, right in left.last >= right.last ? left : right }
        self.units = units
        self.day = day
    }

    /// Why a recipient does not hear of a notice today; nil when nothing speaks against it.
    ///
    /// An answer «later» holds for everybody: nobody's leader hears of what has an answer. Quiet
    /// days hold for the people of the unit, and for others about what the unit owns.
    package func reason(_ notice: Notice, for recipient: String) -> Reason? {
        let key = notice.key
        let given = answers[Subject(rule: key.rule, subject: key.subject, dueOn: key.dueOn)] ?? []
        let later = given.filter { $0.answer == .later }.max { $0.until < $1.until }
        if let later { return .later(by: later.user, until: later.until) }
        let own = given.filter { $0.user == recipient }.max { $0.until < $1.until }
        if let own { return .notMine(until: own.until) }
        let period = quiet[notice.unit] ?? units[recipient].flatMap { quiet[$0] }
        return period.map { .quiet($0.unit, until: $0.last.adding(days: 1)) }
    }
}
