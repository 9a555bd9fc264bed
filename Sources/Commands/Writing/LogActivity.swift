import Agreements
import ArgumentParser
import Foundation
import Register

struct LogActivity: RegisterCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity",
        abstract: "Log an activity with an agreement, or with a party without one.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The agreement that it was under.", valueName: "id"))
    var agreement: String?
    @Option(help: ArgumentHelp("Else the party that it was with.", valueName: "id"))
    var party: String?
    @Option(help: ArgumentHelp("The day; today if left out.", valueName: "date")) var on: Day?
    @Option(help: "What it was: \(kinds).") var kind: ActivityKind
    @Option(help: "What it was about.") var theme: String?
    @Option(help: "The sub-goal that it served, D1 to D8.") var subGoal: SubGoal?
    @Option(help: "How many took part.") var participants: Int?
    @Option(help: "What came of it. No names of private persons.") var outcome: String?
    @Option(help: "Its identifier; made if left out.") var id: String?

    private static let kinds = ActivityKind.allCases.map(\.rawValue).joined(separator: ", ")

    func validate() throws {
        guard (agreement == nil) != (party == nil) else {
            throw ValidationError("Give either --agreement or --party.")
        }
        guard participants ?? 0 >= 0 else {
            throw ValidationError("--participants is a number of people, 0 or more.")
        }
    }

    func perform(_ invocation: Invocation) async throws {
        let activity = Activity(
            id: id ?? "\(agreement ?? party ?? "")/\(UUID().uuidString.lowercased())",
            agreement: agreement, party: party, on: on ?? invocation.today, kind: kind,
            theme: theme, subGoal: subGoal, participants: participants, outcome: outcome)
        try invocation.log { try $0.add(activity) }
        StandardOutput.write("\(activity.id)\n")
    }
}

extension Invocation {
    /// Writes to the work log in one transaction.
    func log(_ body: (WorkLog) throws -> Void) throws {
        try openRegister(.existing).write { db in
            try body(WorkLog(db, author: author, at: clock.now()))
        }
    }
}
