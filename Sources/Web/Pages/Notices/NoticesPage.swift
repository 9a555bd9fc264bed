import Agreements
import GRDB
import Register
import Rules

/// Why somebody did, or did not, get a reminder: one's own, and anybody's for those who are asked;
/// and answers to them by those who have signed in.
enum NoticesPage: Section {
    static let path = "/notices"

    static let templates: [Template] = []

    static let vocabulary = Vocabulary(
        AnswerWords.texts.merging(MyDayFormWords.refusals) { own, _ in own }
            .merging(ReminderWords.texts) { own, _ in own }
            .merging(NoticesWords.texts) { own, _ in own })

    static let routes: [Route] = [
        .get(path, .signedIn, showOwn),
        .get("\(path)/answer", .right(.write, .meeting, .some), showAnswer),
        .post("\(path)/answer/:answer", .right(.write, .meeting, .some), record),
        .get("\(PeoplePage.path)/:user/notices", .right(.read, .user, .everybody), showOthers),
    ]

    // MARK: The timeline

    private static func showOwn(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        return try timeline(
            visit, of: user,
            .init(title: visit.words["notices"], menu: "nav_day", help: "notices"))
    }

    private static func showOthers(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("user")
        guard let user = try visit.read({ try StaffList.user(id, in: $0) }) else {
            throw PageError.notFound
        }
        var frame = Administration.frame(
            visit, visit.words["notices_of", user.name], help: "notices")
        frame.trail.append((user.name, PeoplePage.path(of: user.id)))
        return try timeline(visit, of: user, frame)
    }

    private static func timeline(_ visit: Visit, of user: User, _ frame: Visit.Frame) throws
        -> Reply
    {
        let words = visit.words
        let timeline = try visit.read { try NoticeTimeline(of: user.id, in: $0) }
        let isOwn = visit.session?.user.id == user.id
        let columns = [
            "notices_on", "reminder_why", "reminder_about", "notices_state", "notices_reason",
        ].map { words[$0] }
        let why = ReminderReason(words: words, rulebook: visit.site.rulebook)
        let rows = timeline.lines.map { line -> TableView.Row in
            var row = TableView.row(
                columns,
                [
                    words.date(line.history.on), why.sentence(line.history),
                    line.timesPutOff == 0
                        ? line.title : words["notices_put_off", line.title, "\(line.timesPutOff)"],
                    words.known("sent_\(line.history.state.replacing(" ", with: "_"))")
                        ?? line.history.state,
                    line.history.reason ?? "–",
                ])
            if isOwn, let key = line.key, line.isAnswerable(on: visit.today) {
                row.cells[2].path = answerPath(key)
            }
            return row
        }
        var view = AdminListView(
            intro: words[isOwn ? "notices_intro" : "notices_intro_other"],
            table: rows.isEmpty ? nil : TableView(frame.title, columns: columns, rows: rows),
            nothing: words["notices_none"])
        if timeline.hasMore { view.intro = "\(view.intro ?? "") \(words["notices_more"])" }
        return visit.page("adminlist", frame, view)
    }

    static func answerPath(_ key: NoticeKey) -> String {
        "\(path)/answer?rule=\(key.rule.rawValue)&subject=\(LocalPath.encode(key.subject))"
            + "&due=\(key.dueOn)&stage=\(key.stage)"
    }

    // MARK: Answers

    private static func showAnswer(_ visit: Visit) throws -> Reply {
        let (key, subject) = try asked(visit, visit.query)
        let answers = key.rule.answers
        let wanted = NoticeAnswer(rawValue: visit.query["as"])
        let answer = wanted.flatMap { answers.contains($0) ? $0 : nil } ?? answers[0]
        let form = AnswerForm(
            visit: visit, subject: subject, answer: answer, user: try visit.reader)
        return page(form, fields: form.fields)
    }

    private static func record(_ visit: Visit) throws -> Reply {
        guard let answer = NoticeAnswer(rawValue: try visit.parameter("answer")) else {
            throw PageError.notFound
        }
        let (_, subject) = try asked(visit, visit.form)
        let form = AnswerForm(
            visit: visit, subject: subject, answer: answer, user: try visit.reader)
        guard form.isAllowed else { throw PageError.forbidden }
        var reader = visit.formReader
        guard subject.isOpen, let input = form.read(&reader) else {
            return page(form, fields: reader.filled(form.fields), isWrong: true)
        }
        do {
            try visit.write { db in try form.perform(input, in: db) }
        } catch let refusal as RecordRefusal {
            let deed: DayDeedForm.Deed = answer == .later ? .move : .done
            let sentence = DayRefusal(words: visit.words).said(refusal, of: deed).sentence
            return page(
                form, fields: reader.filled(form.fields), isWrong: true, problem: sentence)
        }
        return .redirect(to: "\(path)?said=answered")
    }

    /// What the address or the form names: a notice that the ledger knows.
    private static func asked(_ visit: Visit, _ form: Form) throws -> (NoticeKey, AnswerSubject) {
        guard let rule = NoticeRule(rawValue: form["rule"]), let dueOn = Day(form["due"]),
            let stage = Int(form["stage"])
        else { throw PageError.notFound }
        let key = NoticeKey(rule: rule, subject: form["subject"], dueOn: dueOn, stage: stage)
        let subject = try visit.read { db -> AnswerSubject? in
            guard try NoticeLedger(db).knows(key) else { return nil }
            return try AnswerSubject(key, in: db)
        }
        guard let subject else { throw PageError.notFound }
        return (key, subject)
    }

    private static func page(
        _ form: AnswerForm, fields: [FormField], isWrong: Bool = false, problem: String? = nil
    ) -> Reply {
        let (visit, words, key) = (form.visit, form.visit.words, form.subject.notice)
        let notice =
            !form.subject.isOpen
            ? words["answer_closed"] : form.isAllowed ? nil : words["answer_not_allowed"]
        let hidden = [
            ("rule", key.rule.rawValue), ("subject", key.subject), ("due", "\(key.dueOn)"),
            ("stage", "\(key.stage)"),
        ].map { name, value in
            var field = FormField(name, "", .hidden)
            field.value = value
            return field
        }
        let view =
            notice == nil
            ? visit.formView(
                action: "\(path)/answer/\(form.answer.rawValue)", fields: hidden + fields,
                submit: words["answer_submit_\(form.answer.rawValue)"], cancel: path,
                problem: problem) : nil
        return visit.page(
            "answer",
            .init(
                title: words["answer_\(form.answer.rawValue)"], menu: "nav_day",
                trail: [(words["notices"], path)], help: "notices"),
            AnswerView(
                visit, form.subject, notice: notice, form: view, chosen: form.answer,
                path: answerPath(key)),
            status: isWrong ? .unprocessableContent : .ok)
    }
}

extension NoticeTimeline.Line {
    /// What was sent or is planned, and not long ago.
    fileprivate func isAnswerable(on day: Day) -> Bool {
        ["sent", "planned", "silenced"].contains(history.state)
            && history.on >= day.adding(days: -60)
    }
}
