import Agreements
import GRDB
import Register
import Rules

/// One answer to a reminder: what it asks for, and what it does to the register.
struct AnswerForm {
    let visit: Visit
    let subject: AnswerSubject
    let answer: NoticeAnswer
    /// Whose answer it is.
    let user: User

    /// What was typed, once it is known to be right.
    struct Input {
        let day: Day
        let reason: String
    }

    private var words: Words { visit.words }

    /// Whether the person may answer for it, as their role and the subject's owner are now.
    var isAllowed: Bool {
        user.isActive
            && subject.notice.rule.answers.contains(answer)
            && Rights.allows(
                role: user.role, unit: user.unit, action: .write,
                kind: subject.notice.rule.recordKind, of: .unit(subject.owner))
    }

    // MARK: Fields

    var fields: [FormField] {
        switch answer {
        case .done: [day(visit.today)]
        case .later: [day(suggestion), reason]
        case .notMine: [reason]
        }
    }

    /// In a week, or a week after the day that it is due on.
    private var suggestion: Day {
        visit.site.rulebook.calendar.nextWorkingDay(
            onOrAfter: max(visit.today, subject.dueOn).adding(days: 7))
    }

    private func day(_ value: Day) -> FormField {
        var field = FormField("day", dayLabel, .day)
        field.value = value.description
        field.isRequired = true
        return field
    }

    private var dayLabel: String { words["answer_day_\(answer.rawValue)"] }

    private var reason: FormField {
        var field = FormField("reason", reasonLabel, .area(rows: 2))
        field.hint = words["identity_hint"]
        field.isRequired = true
        return field
    }

    private var reasonLabel: String { words["answer_reason_\(answer.rawValue)"] }

    func read(_ reader: inout FormReader) -> Input? {
        let today = visit.today
        let day = answer == .notMine ? today : reader.day("day", dayLabel, isRequired: true)
        let reason =
            answer == .done ? "" : reader.text("reason", reasonLabel, isRequired: true, limit: 500)
        if answer == .later, let day {
            let last = today.adding(months: NoticeAnswer.longestMonths)
            if day <= today || day > last {
                reader.reject("day", words["error_answer_day", words.date(last)])
            }
        }
        guard reader.isValid, let day, let reason else { return nil }
        return Input(day: day, reason: reason)
    }

    // MARK: Writing

    /// Records it as the person's own deed.
    func perform(_ input: Input, in db: Database) throws {
        let author = Author(actor: user.id, request: visit.requestID)
        switch answer {
        case .done: try finish(input, WorkLog(db, author: author, at: visit.now))
        case .later: try putOff(input, author, in: db)
        case .notMine: try giveBack(input, author, in: db)
        }
    }

    private func finish(_ input: Input, _ log: WorkLog) throws {
        let id = subject.notice.subject
        switch subject.notice.rule {
        case .meetingOutcome: try log.hold(meeting: id, on: input.day, minutes: nil)
        case .followUpDue: try log.finish(followUp: id, on: input.day)
        case .measureDue: try log.finish(measure: id, on: input.day, result: nil)
        default: throw PageError.notFound
        }
    }

    private func putOff(_ input: Input, _ author: Author, in db: Database) throws {
        let id = subject.notice.subject
        switch subject.notice.rule {
        case .meetingUpcoming, .meetingOutcome:
            try WorkLog(db, author: author, at: visit.now).postpone(
                meeting: id, to: input.day, decidedOn: visit.today, reason: input.reason)
        case .followUpDue:
            try FollowUpDeeds(db, author: author, at: visit.now).reschedule(
                id, to: input.day, reason: input.reason)
        case .measureDue:
            try PlanDeeds(db, author: author, at: visit.now).reschedule(
                measure: id, to: input.day, reason: input.reason)
        default:
            try NoticeAnswers(db, author: author, at: visit.now).ask(
                .later, about: subject.notice, by: user.id, until: input.day,
                reason: input.reason)
        }
    }

    /// Nobody else is made responsible by it: the leader hears of it and decides.
    private func giveBack(_ input: Input, _ author: Author, in db: Database) throws {
        let until = visit.site.rulebook.calendar.workingDay(
            NoticeAnswer.workingDaysToReassign, after: visit.today)
        try NoticeAnswers(db, author: author, at: visit.now).ask(
            .notMine, about: subject.notice, by: user.id, until: until, reason: input.reason)
        let everybody = try StaffList.everybody(in: db)
        let leaders = Leaders.there(for: [subject.owner], among: everybody, on: visit.today)
        let notice = subject.notice
        for leader in leaders where leader.id != user.id {
            try LetterBox(db).post(
                Letter(
                    .notMine, to: leader.name, in: leader.language,
                    title: subject.title ?? subject.agreementTitle ?? words.name(subject.owner),
                    link: visit.site.settings.baseURL + subject.path),
                to: leader,
                once: "not-mine/\(notice.rule.rawValue)/\(notice.subject)/\(notice.dueOn)"
                    + "/\(user.id)/\(visit.today)/\(leader.id)",
                thread: subject.agreement, at: visit.now)
        }
    }
}
