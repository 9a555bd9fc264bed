import Agreements
import GRDB
import Register
import Rules

/// Answers to reminders from a mail, without signing in.
///
/// A link opens a page that asks once more and changes nothing: programs that look through mail
/// follow every link. The answer is posted from there, and counts as the person's own.
enum AnswerPages: Section {
    static let templates = [Template("answer", PackageResources.answer_mustache)]

    static let vocabulary = Vocabulary(
        AnswerWords.texts.merging(MyDayFormWords.refusals) { own, _ in own })

    static let routes: [Route] = [
        .get("/answer/:token", .secret, show),
        .post("/answer/:token/:answer", .secret, record),
    ]

    private static func show(_ visit: Visit) throws -> Reply {
        let found = try Found(visit)
        let form = AnswerForm(
            visit: found.visit, subject: found.subject, answer: found.answer(visit.query["as"]),
            user: found.user)
        return found.page(form, fields: form.fields)
    }

    private static func record(_ visit: Visit) throws -> Reply {
        guard let answer = NoticeAnswer(rawValue: try visit.parameter("answer")) else {
            throw PageError.notFound
        }
        let found = try Found(visit)
        let form = AnswerForm(
            visit: found.visit, subject: found.subject, answer: answer, user: found.user)
        guard case .open(let link) = found.standing, form.isAllowed else {
            return found.page(form, fields: form.fields)
        }
        var reader = found.visit.formReader
        guard let input = form.read(&reader) else {
            return found.page(form, fields: reader.filled(form.fields), isWrong: true)
        }
        do {
            try visit.write { db in
                guard try AnswerLinks(db).use(link, for: answer, at: visit.now) else { return }
                try form.perform(input, in: db)
                try AnswerLinks(db).recordUse(
                    of: link, for: answer,
                    author: Author(actor: found.user.id, request: visit.requestID), at: visit.now)
            }
        } catch let refusal as RecordRefusal {
            return found.refused(form, refusal, reader)
        }
        return .redirect(to: "/answer/\(found.token)")
    }

    /// What a link leads to, and whose it is.
    private struct Found {
        /// In the language of the link's owner.
        let visit: Visit
        let token: String
        let standing: AnswerLinks.Standing
        let subject: AnswerSubject
        let user: User

        /// A link that is made up is a page that is not there.
        init(_ visit: Visit) throws {
            if let seconds = visit.site.linkPace.take(visit.peer, at: visit.now) {
                throw PageError.tooMany(after: seconds)
            }
            token = try visit.parameter("token")
            let found = try visit.read {
                [token] db -> (AnswerLinks.Standing, AnswerSubject, User)? in
                guard let standing = try AnswerLinks(db).find(token, at: visit.now),
                    let subject = try AnswerSubject(standing.link.notice, in: db),
                    let user = try StaffList.user(standing.link.user, in: db)
                else { return nil }
                return (standing, subject, user)
            }
            guard let found else { throw PageError.notFound }
            (standing, subject, user) = found
            self.visit = visit.asStranger(in: found.2.language)
        }

        /// The one that the link in the mail was for, if the rule has it.
        func answer(_ wanted: String) -> NoticeAnswer {
            let answers = subject.notice.rule.answers
            return NoticeAnswer(rawValue: wanted).flatMap { answers.contains($0) ? $0 : nil }
                ?? answers[0]
        }

        func page(
            _ form: AnswerForm, fields: [FormField], isWrong: Bool = false,
            problem: String? = nil
        ) -> Reply {
            let words = visit.words
            let notice = closed(form)
            let path = "/answer/\(token)"
            let view =
                notice == nil
                ? visit.formView(
                    action: "\(path)/\(form.answer.rawValue)", fields: fields,
                    submit: words["answer_submit_\(form.answer.rawValue)"], problem: problem)
                : nil
            return visit.page(
                "answer",
                .init(
                    title: words[notice == nil ? "answer_\(form.answer.rawValue)" : "answer"],
                    help: "answers"),
                AnswerView(
                    visit, subject, notice: notice, form: view, chosen: form.answer, path: path),
                status: isWrong ? .unprocessableContent : .ok)
        }

        /// Why there is nothing to answer by this link; nil while there is.
        private func closed(_ form: AnswerForm) -> String? {
            let words = visit.words
            switch standing {
            case .used(let link):
                return words["answer_used", words["answer_\(link.answer?.rawValue ?? "done")"]]
            case .expired: return words["answer_expired"]
            case .open where !subject.isOpen: return words["answer_closed"]
            case .open: return form.isAllowed ? nil : words["answer_not_allowed"]
            }
        }

        func refused(_ form: AnswerForm, _ refusal: RecordRefusal, _ reader: FormReader) -> Reply {
            let deed: DayDeedForm.Deed = form.answer == .later ? .move : .done
            let (field, sentence) = DayRefusal(words: visit.words).said(refusal, of: deed)
            var reader = reader
            let own = field == "to" || field == "on" ? "day" : field
            guard let own, form.fields.contains(where: { $0.name == own }) else {
                return page(
                    form, fields: reader.filled(form.fields), isWrong: true, problem: sentence)
            }
            reader.reject(own, sentence)
            return page(form, fields: reader.filled(form.fields), isWrong: true)
        }
    }
}
