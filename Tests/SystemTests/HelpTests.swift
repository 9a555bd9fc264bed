import Foundation
import Testing

extension SystemTests {
    /// What the programs say of themselves; `AVTALT_STORE=1` stores it anew.
    @Suite struct HelpTests {
        static let commands = [
            "", "import", "export", "check", "backup", "restore", "demo", "report", "notices",
            "requirements", "due", "why", "log", "log activity", "log meeting", "log followup",
            "log measure", "run", "issue", "editions", "editions list",
            "editions write", "editions verify", "archive", "tasks", "tasks list", "tasks show",
            "tasks retry",
            "tasks cancel", "tasks pause", "tasks resume", "admin", "admin invite", "admin demo",
        ]

        @Test(arguments: commands)
        func `the help of a command is the stored one`(_ command: String) async throws {
            let office = try Office()
            let words = command.split(separator: " ").map(String.init)

            let ended = try await office.run(.avtalt, words + ["--help"])

            #expect(ended.status == 0)
            #expect(ended.errors == "")
            try Stored((["avtalt"] + words).joined(separator: "-") + ".txt").expect(ended.text)
        }

        @Test func `the help of the coordinator is the stored one`() async throws {
            let office = try Office()

            let ended = try await office.run(.coordinator, ["--help"])

            #expect(ended.status == 0)
            try Stored("avtalt-coordinator.txt").expect(ended.text)
        }

        @Test(arguments: Program.workers)
        func `the help of a worker is the stored one`(_ program: Program) async throws {
            let office = try Office()

            let ended = try await office.run(program, ["--help"])

            #expect(ended.status == 0)
            try Stored("\(program.rawValue).txt").expect(ended.text)
        }

        @Test func `the help names every command that there is`() async throws {
            let office = try Office()

            let script = try await office.avtalt("--generate-completion-script", "bash").text
            let known = script.matches(of: #/_avtalt_([a-z_]+)\(\)/#)
                .map { String($0.1).replacingOccurrences(of: "_", with: " ") }

            #expect(known.count > 20)
            let missing = Set(known).subtracting(Self.commands)
                .filter { !$0.hasPrefix("help") && Self.looksLikeCommand($0) }
            #expect(missing == [])
        }

        /// Among the script's functions are those that complete, which no command is called as.
        private static func looksLikeCommand(_ name: String) -> Bool {
            commands.contains { !$0.isEmpty && name.hasPrefix($0 + " ") } || !name.contains(" ")
        }

        @Test(arguments: [Program.avtalt, .coordinator])
        func `a program tells its version`(_ program: Program) async throws {
            let office = try Office()

            let ended = try await office.run(program, ["--version"])

            #expect(ended.status == 0)
            #expect(ended.text.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil, "\(ended.text)")
            #expect(ended.errors == "")
        }

        @Test(arguments: [Program.avtalt, .coordinator])
        func `bash takes the completion script`(_ program: Program) async throws {
            let office = try Office()

            let script = try await office.run(program, ["--generate-completion-script", "bash"])
            try office.write("completion", script.text)
            let bash = try await Running(
                "/bin/bash", ["-n", "completion"], environment: office.environment,
                in: office.folder.url
            ).end(within: Office.limit)

            #expect(script.status == 0)
            #expect(script.text.contains("complete "))
            #expect(bash.status == 0, "\(bash.errors)")
        }
    }
}

/// A text that output is compared with.
struct Stored {
    private let url: URL

    init(_ name: String) {
        url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored/\(name)")
    }

    func expect(_ text: String) throws {
        if ProcessInfo.processInfo.environment["AVTALT_STORE"] == "1" {
            try Data(text.utf8).write(to: url)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}
