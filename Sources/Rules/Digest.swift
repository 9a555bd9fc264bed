import Agreements

/// What one person hears of on one day, ready to be written out (domain.md, 7).
package struct Digest: Hashable, Sendable, Codable {
    /// The person's name, as in the register.
    package var recipient: String
    package var language: Language
    package var day: Day
    /// Where the pages are, without a slash at the end: `https://avtalt.example.no`.
    package var baseURL: String
    /// In any order: whoever writes them out sorts them.
    package var items: [DigestItem]
    /// What is told besides, in the same mail.
    package var letters: [Letter]
    /// Whether what is escalated is told by region, as head office reads it.
    package var isByRegion: Bool

    package init(
        recipient: String,
        language: Language,
        day: Day,
        baseURL: String,
        items: [DigestItem],
        letters: [Letter] = [],
        isByRegion: Bool = false
    ) {
        self.recipient = recipient
        self.language = language
        self.day = day
        self.baseURL = baseURL
        self.items = items
        self.letters = letters
        self.isByRegion = isByRegion
    }

    /// An order that an older coordinator has written holds no letters.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            recipient: values.decode(String.self, forKey: .recipient),
            language: values.decode(Language.self, forKey: .language),
            day: values.decode(Day.self, forKey: .day),
            baseURL: values.decode(String.self, forKey: .baseURL),
            items: values.decode([DigestItem].self, forKey: .items),
            letters: values.decodeIfPresent([Letter].self, forKey: .letters) ?? [],
            isByRegion: values.decodeIfPresent(Bool.self, forKey: .isByRegion) ?? false)
    }

    package func severity(of item: DigestItem) -> DigestSeverity {
        DigestSeverity(rule: item.rule, stage: item.stage, dueOn: item.dueOn, on: day)
    }

    /// The items by severity, then due date; equals by rule and subject, so that the order is one.
    package var orderedItems: [DigestItem] {
        items.sorted { left, right in
            let order = (severity(of: left), left.dueOn, left.rule.rawValue, left.subject)
            return order < (severity(of: right), right.dueOn, right.rule.rawValue, right.subject)
        }
    }
}

/// One thing that is due.
package struct DigestItem: Hashable, Sendable, Codable {
    package var rule: NoticeRule
    /// Numbered from 1.
    package var stage: Int
    /// Id of a meeting, follow-up, measure or agreement, or a region.
    package var subject: String
    /// What people call the subject; nil where the agreement's title says it.
    package var subjectTitle: String?
    /// Id of the agreement that the subject is, or belongs to.
    package var agreement: String?
    package var agreementTitle: String?
    package var dueOn: Day
    /// Path of the page below the digest's base URL, with its slash: `/agreements/NORD-2012-003`.
    package var link: String
    /// The owner of the subject.
    package var unit: OwningUnit?
    /// How often it was put off before.
    package var timesPutOff: Int?
    /// Path of the page where it is answered without signing in; nil where the recipient may not
    /// answer for it.
    package var answer: String?

    package init(
        rule: NoticeRule,
        stage: Int,
        subject: String,
        subjectTitle: String? = nil,
        agreement: String? = nil,
        agreementTitle: String? = nil,
        dueOn: Day,
        link: String,
        unit: OwningUnit? = nil,
        timesPutOff: Int? = nil,
        answer: String? = nil
    ) {
        self.rule = rule
        self.stage = stage
        self.subject = subject
        self.subjectTitle = subjectTitle
        self.agreement = agreement
        self.agreementTitle = agreementTitle
        self.dueOn = dueOn
        self.link = link
        self.unit = unit
        self.timesPutOff = timesPutOff
        self.answer = answer
    }
}
