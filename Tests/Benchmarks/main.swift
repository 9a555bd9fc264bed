import Foundation

switch CommandLine.arguments.dropFirst().first {
case "queue":
    let tasks = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 100_000
    try await QueueBenchmark(tasks: tasks).run()
default:
    FileHandle.standardError.write(Data("Usage: benchmarks queue [TASKS]\n".utf8))
    exit(64)
}
