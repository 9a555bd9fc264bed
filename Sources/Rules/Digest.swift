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

    package init(
        recipient: String,
        language: Language,
        day: Day,
        baseURL: String,
        items: [DigestItem]
    ) {
        self.recipient = recipient
        self.language = language
        self.day = day
        self.baseURL = baseURL
        self.items = items
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

    package init(
        rule: NoticeRule,
        stage: Int,
        subject: String,
        subjectTitle: String? = nil,
        agreement: String? = nil,
        agreementTitle: String? = nil,
        dueOn: Day,
        link: String
    ) {
        self.rule = rule
        self.stage = stage
        self.subject = subject
        self.subjectTitle = subjectTitle
        self.agreement = agreement
        self.agreementTitle = agreementTitle
        self.dueOn = dueOn
        self.link = link
    }
}
