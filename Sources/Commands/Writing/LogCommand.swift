import ArgumentParser

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Log an activity, a meeting's outcome, a follow-up, a measure.",
        discussion: "Each change is in the audit trail with the account that made it.",
        subcommands: [
            LogActivity.self, LogMeeting.self, LogFollowUp.self, LogMeasure.self,
        ])
}
