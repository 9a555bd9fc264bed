/// What the help says about one page: what it is for, and how to do what people do there.
struct HelpTopic: Sendable {
    /// In its address, and in `Visit.Frame.help`.
    let key: String
    let title: Wording
    let intro: Wording
    let entries: [Entry]

    /// Something to do, or to understand.
    struct Entry: Sendable {
        let heading: Wording
        let text: Wording
    }

    init(_ key: String, _ title: Wording, _ intro: Wording, _ entries: [Entry]) {
        self.key = key
        self.title = title
        self.intro = intro
        self.entries = entries
    }

    /// In the order of the menu.
    static let all: [HelpTopic] =
        HelpForWork.topics + HelpForReminders.topics
        + HelpForOverview.topics + HelpForUpkeep.topics

    static func named(_ key: String) -> HelpTopic? { all.first { $0.key == key } }
}

extension HelpTopic.Entry {
    /// Heading and text, each in bokmål, nynorsk and English.
    init(_ heading: (String, String, String), _ text: (String, String, String)) {
        self.heading = Wording(heading.0, heading.1, heading.2)
        self.text = Wording(text.0, text.1, text.2)
    }
}
