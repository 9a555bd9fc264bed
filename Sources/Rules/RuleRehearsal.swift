import Agreements

/// What two editions of the rules would tell whom on the days ahead, as the register stands: each
/// day by itself, so that nothing depends on what was sent before.
package struct RuleRehearsal: Hashable, Sendable {
    /// One thing that one person would hear of on one day.
    package struct Line: Hashable, Sendable {
        package let day: Day
        /// Id of a user.
        package let recipient: String
        package let rule: NoticeRule
        /// Id of a meeting, follow-up, measure or agreement, or a region.
        package let subject: String
        /// Id of the agreement that the subject is, or belongs to.
        package let agreement: String?
        package let dueOn: Day
    }

    /// By the rules that hold.
    package let present: [Line]
    /// By the rules that are rehearsed.
    package let proposed: [Line]

    package init(present: [Line], proposed: [Line]) {
        self.present = present
        self.proposed = proposed
    }

    /// What nobody hears of by the present rules.
    package var added: [Line] { Self.difference(proposed, present) }

    /// What nobody would hear of any more.
    package var removed: [Line] { Self.difference(present, proposed) }

    /// In order of days, people and rules.
    ///
    /// - Parameter facts: Of every day from `first` to `last`.
    package static func lines(
        of facts: Facts, by rulebook: Rulebook, from first: Day, to last: Day
    ) -> [Line] {
        let notices = Notices(facts: facts, rulebook: rulebook)
        return sequence(first: first) { $0 < last ? $0.adding(days: 1) : nil }.flatMap { day in
            notices.due(on: day).flatMap { notice in
                notice.recipients.map { recipient in
                    Line(
                        day: day, recipient: recipient, rule: notice.key.rule,
                        subject: notice.key.subject, agreement: notice.agreement,
                        dueOn: notice.key.dueOn)
                }
            }.sorted { ($0.recipient, $0.rule.rawValue) < ($1.recipient, $1.rule.rawValue) }
        }
    }

    private static func difference(_ lines: [Line], _ others: [Line]) -> [Line] {
        let others = Set(others)
        return lines.filter { !others.contains($0) }
    }
}
