import Agreements
import ArgumentParser
import Register

struct LogMeeting: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting",
        abstract: "Log what became of a meeting: held, cancelled or postponed.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The meeting's id.") var id: String
    @Option(help: ArgumentHelp("It was held on this day.", valueName: "date")) var held: Day?
    @Option(help: "What was said and decided; with --held.") var minutes: String?
    @Option(help: ArgumentHelp("It was cancelled on this day.", valueName: "date"))
    var cancelled: Day?
    @Option(help: ArgumentHelp("It is moved to this day.", valueName: "date"))
    var postponedTo: Day?
    @Option(help: ArgumentHelp("When the move was decided; today if left out.", valueName: "date"))
    var decided: Day?
    @Option(help: "Why it is moved; with --postponed-to.") var reason: String?

    func validate() throws {
        guard [held, cancelled, postponedTo].compactMap({ $0 }).count == 1 else {
            throw ValidationError("Give one of --held, --cancelled and --postponed-to.")
        }
        guard postponedTo == nil || reason?.isEmpty == false else {
            throw ValidationError("A meeting is postponed with a --reason.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        try invocation.log { log in
            if let held { try log.hold(meeting: id, on: held, minutes: minutes) }
            if let cancelled { try log.cancel(meeting: id, on: cancelled) }
            if let postponedTo {
                try log.postpone(
                    meeting: id, to: postponedTo, decidedOn: decided ?? invocation.today,
                    reason: reason ?? "")
            }
        }
        StandardError.write("Meeting \(id) is logged.")
    }
}
