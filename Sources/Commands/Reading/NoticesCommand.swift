import Agreements
import ArgumentParser
import Register
import Rules

struct NoticesCommand: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: "Show what falls due on a day, and who hears of it; send nothing.",
        discussion: """
            It answers what the rules produce on that day, whatever has been sent; nothing on a \
            closed day.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The day, such as 2013-03-01.", valueName: "date")) var on: Day
    @Option(help: "How the result is written: text or json.") var format = TextFormat.text

    func perform(_ invocation: Invocation) async throws {
        let register = try invocation.openRegister(.readOnly)
        let rulebook = try invocation.rules(in: register).current
        let facts = try register.read { db in
            try Facts(forNoticesOf: on, after: on.adding(days: -1), rulebook, in: db)
        }
        let notices = Notices(facts: facts, rulebook: rulebook).due(on: on)
        switch format {
        case .json: StandardOutput.write(try notices.map(NoticeLine.init).json())
        case .text: StandardOutput.write(notices.map(text).joined())
        }
    }

    private func text(_ notice: Notice) -> String {
        let key = notice.key
        let recipients = notice.recipients.joined(separator: ", ")
        return "\(key.rule.rawValue)  \(key.subject)  \(key.dueOn)  \(key.stage)  \(recipients)\n"
    }
}

/// A notice as interfaces.md shows it.
private struct NoticeLine: Encodable {
    let rule: String
    let subject: String
    let dueOn: Day
    let stage: Int
    let recipients: [String]

    enum CodingKeys: String, CodingKey {
        case rule, subject, stage, recipients
        case dueOn = "due_on"
    }

    init(_ notice: Notice) {
        rule = notice.key.rule.rawValue
        subject = notice.key.subject
        dueOn = notice.key.dueOn
        stage = notice.key.stage
        recipients = notice.recipients
    }
}
