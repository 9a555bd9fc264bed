import Foundation

/// Stands between this process and a broker of the tests.
///
/// A shell script runs the port mapper and the broker, starts the broker again when it is told to,
/// and ends both by their process ids and removes the folder when its standard input closes, which
/// is when this process ends, however it ends.
final class BrokerSupervisor {
    private let process = Process()
    private let lifeline = Pipe.apart()
    private let folder: BrokerFolder

    init(_ folder: BrokerFolder) throws {
        self.folder = folder
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [
            "-c", Self.script, "avtalt-test-broker", "\(BrokerFolder.programs)/rabbitmq-server",
        ]
        process.environment = folder.environment
        process.standardInput = lifeline
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.start()
    }

    /// The broker is the first of a group of processes, which signals reach together; `read`
    /// fails when the last writer is gone.
    private static let script = """
        trap '' INT TERM HUP
        epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 &
        mapper=$!
        start() {
            setsid "$1" </dev/null >>"$HOME/output" 2>&1 &
            server=$!
            echo "$server" >"$HOME/group"
        }
        start "$1"
        while read -r _; do start "$1"; done
        kill -KILL -- "-$server" "$server" 2>/dev/null
        wait "$server"
        kill -KILL "$mapper"
        wait "$mapper"
        rm -rf "$HOME"
        """

    var isRunning: Bool { process.isRunning }

    /// Starts the broker again that was killed.
    func start() throws {
        try lifeline.fileHandleForWriting.write(contentsOf: Data("start\n".utf8))
    }

    /// Sends a signal to the broker and all that it has started.
    func send(_ signal: Int32) throws {
        let text = try String(contentsOfFile: folder.path("group"), encoding: .utf8)
        guard let group = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw Broker.Trouble.notReady(log: text)
        }
        kill(-group, signal)
    }

    /// Ends the broker and everything beside it, and waits until it is gone.
    func end() throws {
        try lifeline.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
