import Foundation

/// What became of what was asked while a fault was injected: one row of the table of faults.
struct FaultRow: Sendable {
    /// As in the list of faults: `9`, `12b`.
    let number: String
    /// What was injected, in a few words.
    let injected: String
    /// How often it was injected.
    let times: Int
    /// Tasks that were asked for.
    let asked: Int
    /// Tasks without an end, or with an end that nobody can show a result for.
    let lost: Int
    /// Tasks whose effect is on the register more than once.
    let doubled: Int
    /// Mails that went out more than once, each time with the same Message-ID; nil without mail.
    var doubledMails: Int?
    /// What was measured, such as `flow again after 9.1 s`.
    var measured = ""

    var markdown: String {
        let cells = [
            number, injected, "\(times)", "\(asked)", "\(lost)", "\(doubled)",
            doubledMails.map { "\($0)" } ?? "–", measured,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}

/// The table of faults, which `ops/test --faults` prints.
enum FaultTable {
    /// Whether tests that take longer than 15 seconds are to run.
    static var wantsLongOnes: Bool {
        ProcessInfo.processInfo.environment["AVTALT_LONG_FAULTS"] != nil
    }

    /// Adds a row to the file that AVTALT_FAULT_TABLE names; only prints it where none is named.
    static func record(_ row: FaultRow) throws {
        print(row.markdown)
        guard let path = ProcessInfo.processInfo.environment["AVTALT_FAULT_TABLE"] else { return }
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { close(file) }
        let line = Array((row.markdown + "\n").utf8)
        guard write(file, line, line.count) == line.count else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
    }
}
