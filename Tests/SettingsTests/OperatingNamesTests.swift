import Foundation
import Testing

@testable import Settings

/// Units, container files, guides and scripts name only settings, programs, commands and options
/// that there are.
struct OperatingNamesTests {
    /// What no key of a settings file has: where that file is, and what rehearsals, tests and
    /// benchmarks are told.
    private static let others: Set<String> = [
        "AVTALT_CONFIG", "AVTALT_NOW", "AVTALT_LONG_FAULTS", "AVTALT_BROWSER_TESTS",
        "AVTALT_FAULT_TABLE",
        "AVTALT_SCRATCH", "AVTALT_SEEDS",
    ]

    @Test(arguments: OperatingFiles.all)
    func `a variable that is named is read`(file: String) throws {
        let known = Set(OperatingFiles.keys().map(SettingsReader.variable(of:)))
            .union(Self.others)

        let named = try OperatingFiles.text(file).matches(of: #/AVTALT_[A-Z_]*[A-Z]/#)
            .map { String($0.output) }

        #expect(Set(named).subtracting(known) == [])
    }

    @Test(arguments: OperatingFiles.all.filter { $0.hasSuffix(".md") })
    func `a setting that a guide names is one`(file: String) throws {
        let keys = OperatingFiles.keys()
        let sections = Set(
            keys.compactMap { key in
                key.contains(".") ? key.split(separator: ".").first.map(String.init) : nil
            })

        let named = try OperatingFiles.text(file).matches(of: #/`([a-z]+)\.([a-z_]+)`/#)
            .filter { sections.contains(String($0.1)) && !["md", "yaml"].contains($0.2) }
            .map { "\($0.1).\($0.2)" }

        #expect(Set(named).subtracting(keys) == [])
    }

    @Test(arguments: OperatingFiles.all)
    func `an option that a program is given is in its help`(file: String) throws {
        // The journal's options are not the program's.
        let text = try OperatingFiles.text(file).replacing(#/ -u avtalt-[^`\n]*/#, with: "")
        let calls = text.matches(
            of: #/(avtalt-coordinator|(reminder|evaluation|report|%i)-worker)( [^`;|&\n]*)/#)
        for call in calls {
            let program = call.1 == "%i-worker" ? "reminder-worker" : String(call.1)
            let help = try OperatingFiles.help(of: program)
            for option in String(call.3).matches(of: #/ (--[a-z-]+)/#) {
                #expect(
                    help.contains("  \(option.1)") || help.contains(", \(option.1)"),
                    "\(program) \(option.1)")
            }
        }
    }

    @Test(arguments: OperatingFiles.all.filter { $0.hasPrefix("guide/") })
    func `a command that a guide names is one, with its options`(file: String) throws {
        let calls = try OperatingFiles.text(file).matches(
            of: #/(?:`|\n *)avtalt ([a-z]+)( [a-z]+)?((?: [^`;|&\n]*)?)/#)
        for call in calls {
            let words = ["avtalt", String(call.1)]
            let longer = call.2.map { words + [String($0.dropFirst())] }
            let program = try [longer, words].compactMap { $0?.joined(separator: "-") }
                .first { try isStored($0) }
            let found = try #require(program, "\(file): \(call.output)")
            let help = try OperatingFiles.help(of: found)
            for option in String(call.3).matches(of: #/ (--[a-z-]+)/#) {
                #expect(help.contains(option.1), "\(found) \(option.1)")
            }
        }
    }

    private func isStored(_ program: String) throws -> Bool {
        let folder = packageFolder.appending(path: "Tests/SystemTests/Stored").path
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .contains("\(program).txt")
    }

    @Test func `an exit code that keeps a unit from starting again is a documented one`() throws {
        let units = OperatingFiles.all.filter { $0.hasSuffix(".service") }
        #expect(units.count == 2)
        for unit in units {
            let codes = try #require(
                try OperatingFiles.text(unit).firstMatch(of: #/RestartPreventExitStatus=(.*)/#))
            let numbers = codes.1.split(separator: " ").compactMap { Int32($0) }

            #expect(numbers.count >= 2)
            #expect(numbers.allSatisfy { ExitStatus(rawValue: $0) != nil })
            #expect(numbers.contains(ExitStatus.notPermitted.rawValue))
            #expect(numbers.contains(ExitStatus.badConfiguration.rawValue))
            for transient in [ExitStatus.unavailable, .tryAgain, .inputOutput] {
                #expect(!numbers.contains(transient.rawValue))
            }
        }
    }
}
