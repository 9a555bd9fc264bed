import Agreements
import Rules

/// How a letter is put into words, the same in text and in HTML.
struct LetterWording {
    let letter: Letter
    let texts: Texts

    init(_ letter: Letter) {
        self.letter = letter
        texts = Texts(letter.language)
    }

    var subject: String { texts[parts.subject, title, year, agreements] }

    /// What it says after the greeting, a sentence or two each.
    var paragraphs: [String] {
        var paragraphs = [texts[parts.what, title, year, agreements]]
        if let dueOn = letter.dueOn { paragraphs.append(texts[.letterDue, texts.date(dueOn)]) }
        if parts.isPersonal { paragraphs.append(texts[.letterPersonal]) }
        return paragraphs
    }

    /// What it lists, as HTML; nothing where it lists nothing.
    var items: HTML {
        letter.items.map { items in
            "<ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>\n"
        } ?? ""
    }

    var linkLabel: String { texts[parts.link] }

    private var title: String { letter.title ?? "" }
    private var year: String { letter.year.map { String($0) } ?? "" }

    private var agreements: String {
        switch letter.count {
        case nil, 1: letter.title ?? texts[.oneAgreement]
        case .some(let count): texts[.manyAgreements, texts.number(count)]
        }
    }

    /// The texts of an occasion, and whether whoever has its link is let in by it.
    private struct Parts {
        let subject: Text
        let what: Text
        let link: Text
        var isPersonal = false
    }

    private var parts: Parts {
        switch letter.occasion {
        case .evaluationInvitation:
            Parts(
                subject: .letterInvitationSubject, what: .letterInvitationWhat,
                link: .letterAnswerLink, isPersonal: true)
        case .evaluationReminder:
            Parts(
                subject: .letterNudgeSubject, what: .letterNudgeWhat, link: .letterAnswerLink,
                isPersonal: true)
        case .evaluationsMissing:
            Parts(
                subject: .letterMissingSubject, what: .letterMissingWhat,
                link: .letterMissingLink)
        case .handoverOffered:
            Parts(subject: .letterOfferSubject, what: .letterOfferWhat, link: .letterOfferLink)
        case .handoverUnanswered:
            Parts(
                subject: .letterUnansweredSubject, what: .letterUnansweredWhat,
                link: .letterOfferLink)
        case .notMine:
            Parts(subject: .letterNotMineSubject, what: .letterNotMineWhat, link: .open)
        case .accountInvitation:
            Parts(
                subject: .letterAccountSubject, what: .letterAccountWhat,
                link: .letterAccountLink, isPersonal: true)
        }
    }
}
