import Foundation
import Support
import Testing

@testable import Documents

/// Programs that run as child processes.
struct SubprogramTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func shell(_ command: String, log: String = "log") -> Subprogram {
        Subprogram(
            path: "/bin/sh", arguments: ["-c", command],
            environment: ["WORD": "blåbær og tyttebær"], log: folder.path(log))
    }

    private func said(_ log: String = "log") throws -> String {
        try String(contentsOfFile: folder.path(log), encoding: .utf8)
    }

    @Test func `it has what it is given, and both outputs are kept`() async throws {
        let status = try await shell("echo $WORD; echo feil >&2; cat; exit 7").run()
        let killed = try await shell("kill -9 $$", log: "killed").run()

        #expect(status == 7)
        #expect(try said() == "blåbær og tyttebær\nfeil\n")
        #expect(killed == 137)
    }

    @Test func `it has no descriptor of this process, and no signal that is held back`()
        async throws
    {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }

        _ = try await shell(
            "ls /proc/$$/fd; exec grep -E '^Sig(Blk|Ign)' /proc/self/status"
        ).run()

        let lines = try said().split(separator: "\n")
        #expect(lines.prefix(3) == ["0", "1", "2"])
        let masks = lines.dropFirst(3).map { $0.split(separator: "\t") }
        #expect(masks.map(\.first) == ["SigBlk:", "SigIgn:"])
        for mask in masks {
            // The first 31: two of the later ones are glibc's own.
            let signals = try #require(UInt64(mask[1], radix: 16))
            #expect(signals & 0x7fff_ffff == 0, "\(mask)")
        }
    }

    @Test func `the end of one does not wait for another that starts at the same moment`()
        async throws
    {
        let long = (1...8).map { number in
            let program = shell("exec sleep 600", log: "long-\(number)")
            return Task { try await program.run() }
        }
        for number in 1...40 {
            let status = try await shell("exit 0", log: "short-\(number)").run()
            #expect(status == 0)
        }
        for task in long {
            task.cancel()
            #expect(try await task.value == 128 + SIGTERM)
        }
    }

    @Test func `what is not there is named`() async {
        let program = Subprogram(
            path: "/usr/bin/avtalt-is-not-here", arguments: [], environment: [:],
            log: folder.path("log"))

        await #expect(throws: Subprogram.NotStarted.self) { try await program.run() }
    }
}
