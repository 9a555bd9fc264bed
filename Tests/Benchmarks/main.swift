import Foundation

switch CommandLine.arguments.dropFirst().first {
case "queue":
    let tasks = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 100_000
    let concurrency = CommandLine.arguments.dropFirst(3).first.flatMap { Int($0) } ?? 512
    try await QueueBenchmark(tasks: tasks, concurrency: concurrency).run()
default:
    FileHandle.standardError.write(Data("Usage: benchmarks queue [TASKS [CONCURRENCY]]\n".utf8))
    exit(64)
}
