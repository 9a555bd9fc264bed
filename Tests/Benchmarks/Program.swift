import Foundation

/// A program that is run to its end, and what that cost.
struct Program {
    /// What one run cost.
    struct Cost {
        var seconds: Double
        /// Of all cores, in the program and in the kernel for it.
        var processorSeconds: Double
        /// The most memory resident at one time, in bytes; never under what this process had when
        /// it started the program, some 20 MB.
        var peak: Int
    }

    let name: String
    var arguments: [String]
    /// Added to this process's environment.
    var environment: [String: String] = [:]
    /// Standard output goes to this file.
    var output = "/dev/null"
    /// Standard error goes to this file; nil leaves it where this process's goes.
    var errors: String?

    /// An executable of this package, beside the one that runs.
    static func own(_ name: String, _ arguments: [String]) -> Program {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return Program(name: folder.appendingPathComponent(name).path, arguments: arguments)
    }

    /// Runs it to its end; anything but exit code 0 throws.
    func run() throws -> Cost {
        let started = ContinuousClock.now
        let process = try start()
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process else {
            throw Failure(
                name: name, reason: "could not be waited for: \(String(cString: strerror(errno)))")
        }
        let seconds = (ContinuousClock.now - started).seconds
        guard status == 0 else {
            throw Failure(name: name, reason: "ended with status \(status >> 8) (\(arguments))")
        }
        return Cost(
            seconds: seconds,
            processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
            peak: usage.ru_maxrss * 1024)
    }

    /// Starts it and answers its process id.
    func start() throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        if let errors {
            posix_spawn_file_actions_addopen(
                &actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        let all = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        let words = ([name] + arguments).map { strdup($0) } + [nil]
        let settings = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, name, &actions, nil, words, settings)
        guard code == 0 else {
            throw Failure(
                name: name, reason: "could not be started: \(String(cString: strerror(code)))")
        }
        return process
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    /// A program that did not do its work.
    struct Failure: Error, CustomStringConvertible {
        let name: String
        let reason: String

        var description: String { "\(name) \(reason)." }
    }
}
