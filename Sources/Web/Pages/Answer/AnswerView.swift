import Agreements
import Register
import Rules

/// What the page of an answer shows: what it is about, one form, and the other answers.
struct AnswerView: Sendable {
    let facts: [Fact]
    let notice: String?
    let form: FormView?
    let others: [Link]
    let hasOthers: Bool
    /// Where it is dealt with by whoever signs in.
    let record: Link?

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    struct Link: Sendable {
        let path: String
        let name: String
    }

    /// - Parameters:
    ///   - notice: Said in place of a form.
    ///   - path: Where the answers lie, without the answer.
    init(
        _ visit: Visit, _ subject: AnswerSubject, notice: String? = nil, form: FormView? = nil,
        chosen: NoticeAnswer? = nil, path: String = ""
    ) {
        let words = visit.words
        var facts = [
            Fact(
                name: words.texts[subject.notice.rule.text],
                value: subject.title ?? subject.agreementTitle ?? words.name(subject.owner))
        ]
        if let agreement = subject.agreement {
            facts.append(
                Fact(
                    name: words["agreement"],
                    value: "\(subject.agreementTitle ?? "") (\(agreement))"))
        }
        facts.append(Fact(name: words["answer_due"], value: words.longDate(subject.dueOn)))
        if subject.timesPutOff > 0 {
            facts.append(
                Fact(
                    name: words["answer_put_off"],
                    value: words.texts.number(subject.timesPutOff)))
        }
        self.facts = facts
        self.notice = notice
        self.form = form
        let separator = path.contains("?") ? "&" : "?"
        others =
            form == nil
            ? []
            : subject.notice.rule.answers.filter { $0 != chosen }.map {
                Link(
                    path: "\(path)\(separator)as=\($0.rawValue)",
                    name: words["answer_\($0.rawValue)"])
            }
        hasOthers = !others.isEmpty
        record = Link(path: subject.path, name: words["answer_record"])
    }
}
