import Agreements

/// What falls due, and who hears of it (domain.md, 7).
package struct Notices: Sendable {
    private let facts: Facts
    private let rulebook: Rulebook

    package init(facts: Facts, rulebook: Rulebook) {
        self.facts = facts
        self.rulebook = rulebook
    }

    /// What the rules produce on a day, whatever has been sent, in order of rule, subject, due date
    /// and stage; empty on a closed day.
    package func due(on day: Day) -> [Notice] {
        let recipients = NoticeRecipients(users: facts.users, on: day)
        return candidates(on: day, after: day.adding(days: -1))
            .flatMap { candidate in
                candidate.stages.map { notice($0, of: candidate.subject, recipients) }
            }
            .sorted { $0.key < $1.key }
    }

    /// What a run on a day does with every stage that has fallen due after the last run, in order
    /// of rule, subject, due date and stage; without a last run, within the catch-up limit.
    ///
    /// Of each rule, subject and due date the highest stage is sent, if it is no further back than
    /// the catch-up limit; the others are skipped. What has been resolved does not appear at all.
    /// A closed day gives no decisions, and does not count as a run: the next working day looks
    /// back to the run before it.
    package func decisions(on day: Day, after lastRun: Day?) -> [NoticeDecision] {
        let recipients = NoticeRecipients(users: facts.users, on: day)
        let limit = rulebook.calendar.workingDay(rulebook.catchUpWorkingDays, before: day)
        return candidates(on: day, after: lastRun)
            .flatMap { candidate in
                candidate.stages.map { stage in
                    let notice = notice(stage, of: candidate.subject, recipients)
                    if stage.number != candidate.stages.last?.number {
                        return .skip(notice.key, stagedOn: stage.stagedOn, reason: .superseded)
                    }
                    return stage.stagedOn < limit
                        ? .skip(notice.key, stagedOn: stage.stagedOn, reason: .tooLate)
                        : .send(notice)
                }
            }
            .sorted { $0.key < $1.key }
    }

    private func candidates(on day: Day, after lastRun: Day?)
        -> [(subject: NoticeSubject, stages: [NoticeWindow.StageDay])]
    {
        guard rulebook.calendar.isWorkingDay(day) else { return [] }
        let window = NoticeWindow(rulebook: rulebook, on: day, after: lastRun)
        let subjects = NoticeSubjects(facts: facts, rulebook: rulebook, day: day)
        return NoticeRule.allCases.flatMap { rule in
            window.dueDateRange(of: rule).map { range in
                subjects.subjects(of: rule, dueIn: range) {
                    !window.stages(of: rule, dueOn: $0).isEmpty
                }
                .compactMap { subject in
                    let stages = window.stages(of: rule, dueOn: subject.dueOn)
                    return stages.isEmpty ? nil : (subject, stages)
                }
            } ?? []
        }
    }

    private func notice(
        _ stage: NoticeWindow.StageDay, of subject: NoticeSubject, _ recipients: NoticeRecipients
    ) -> Notice {
        Notice(
            key: NoticeKey(
                rule: subject.rule, subject: subject.id, dueOn: subject.dueOn,
                stage: stage.number),
            stagedOn: stage.stagedOn, unit: subject.unit, agreement: subject.agreement,
            recipients: recipients.ids(for: stage.roles, of: subject))
    }
}
