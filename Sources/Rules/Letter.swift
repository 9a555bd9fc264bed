import Agreements

/// One message that cannot wait for a digest, or goes to somebody who gets none (domain.md, 7).
package struct Letter: Hashable, Sendable, Codable {
    /// What it is about, which decides its words.
    package enum Occasion: String, CaseIterable, Hashable, Sendable, Codable {
        /// A counterpart is asked to answer an evaluation.
        case evaluationInvitation = "evaluation.invitation"
        /// A counterpart is asked again.
        case evaluationReminder = "evaluation.reminder"
        /// Somebody has evaluations that are missing in a round; goes to who is responsible.
        case evaluationsMissing = "evaluation.missing"
        /// Somebody is offered agreements to take over.
        case handoverOffered = "handover.offered"
        /// Nobody has answered an offer in time; goes to the director.
        case handoverUnanswered = "handover.unanswered"
        /// Somebody says that what they were reminded of is not theirs; goes to the director.
        case notMine = "notice.not_mine"
        /// Somebody is given an account and is to choose a password.
        case accountInvitation = "account.invitation"
    }

    package var occasion: Occasion
    /// Whom it greets: a name, or a role such as «rådmann».
    package var recipient: String
    package var language: Language
    /// What it is about, for people; never a person's name.
    package var title: String?
    /// Of the evaluation.
    package var year: Int?
    /// The last day for an answer.
    package var dueOn: Day?
    /// How many agreements it is about.
    package var count: Int?
    /// What they are, a line each; never a person's name.
    package var items: [String]?
    /// The whole address of the page where it is dealt with.
    package var link: String

    package init(
        _ occasion: Occasion,
        to recipient: String,
        in language: Language,
        title: String? = nil,
        year: Int? = nil,
        dueOn: Day? = nil,
        count: Int? = nil,
        items: [String]? = nil,
        link: String
    ) {
        self.items = items
        self.occasion = occasion
        self.recipient = recipient
        self.language = language
        self.title = title
        self.year = year
        self.dueOn = dueOn
        self.count = count
        self.link = link
    }
}
