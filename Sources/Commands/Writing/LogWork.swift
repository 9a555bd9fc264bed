import Agreements
import ArgumentParser
import Foundation
import Register

struct LogFollowUp: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "followup",
        abstract: "Log that a follow-up is done or cancelled, or add one.",
        discussion: """
            With an id and --done or --cancelled it ends that follow-up; with --agreement, --title \
            and --due it adds one.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The follow-up's id; made for a new one if left out.") var id: String?
    @Option(help: ArgumentHelp("It was done on this day.", valueName: "date")) var done: Day?
    @Option(help: ArgumentHelp("It was cancelled on this day.", valueName: "date"))
    var cancelled: Day?
    @Option(help: ArgumentHelp("Add one under this agreement.", valueName: "id"))
    var agreement: String?
    @Option(help: ArgumentHelp("The meeting that it comes from.", valueName: "id"))
    var meeting: String?
    @Option(help: "What is to be done.") var title: String?
    @Option(help: "Who is to do it: imdi, counterpart or both.") var by = Side.imdi
    @Option(help: ArgumentHelp("Who sees to it; else the agreement's.", valueName: "id"))
    var responsible: String?
    @Option(help: ArgumentHelp("When it is due.", valueName: "date")) var due: Day?

    func validate() throws {
        let isNew = agreement != nil
        guard isNew == (done == nil && cancelled == nil), done == nil || cancelled == nil else {
            throw ValidationError("Give one of --done, --cancelled and --agreement.")
        }
        guard isNew ? title?.isEmpty == false && due != nil : id != nil else {
            throw ValidationError(
                isNew ? "A new follow-up has a --title and a --due." : "Give the follow-up's id.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        let id = id ?? "\(agreement ?? "")/\(UUID().uuidString.lowercased())"
        try invocation.log { log in
            if let done { try log.finish(followUp: id, on: done) }
            if let cancelled { try log.cancel(followUp: id, on: cancelled) }
            if let agreement, let title, let due {
                try log.add(
                    FollowUp(
                        id: id, agreement: agreement, meeting: meeting, title: title, by: by,
                        responsible: responsible, dueOn: due, status: .open))
            }
        }
        StandardOutput.write("\(id)\n")
    }
}

struct LogMeasure: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Log that a measure is begun, done or cancelled.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The measure's id.") var id: String
    @Flag(help: "It is begun.") var begun = false
    @Option(help: ArgumentHelp("It was done on this day.", valueName: "date")) var done: Day?
    @Option(help: "What came of it; with --done.") var result: String?
    @Option(help: ArgumentHelp("It was cancelled on this day.", valueName: "date"))
    var cancelled: Day?

    func validate() throws {
        guard [begun, done != nil, cancelled != nil].filter({ $0 }).count == 1 else {
            throw ValidationError("Give one of --begun, --done and --cancelled.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        try invocation.log { log in
            if begun { try log.begin(measure: id) }
            if let done { try log.finish(measure: id, on: done, result: result) }
            if let cancelled { try log.cancel(measure: id, on: cancelled) }
        }
        StandardError.write("Measure \(id) is logged.")
    }
}
