import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "queue":
    let tasks = arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
    let concurrency = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 512
    try await QueueBenchmark(tasks: tasks, concurrency: concurrency).run()
case "register":
    let generator = arguments.dropFirst().first ?? "Tests/Benchmarks/generate.py"
    try RegisterBenchmark(generator: generator).run()
case "broker":
    try await BrokerBenchmark(sources: arguments.dropFirst().first ?? "Tests/Benchmarks/Broker")
        .run()
case "million":
    let tasks = arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    try await BrokerBenchmark(sources: "Tests/Benchmarks/Broker").runMillion(tasks: tasks)
default:
    let usage = """
        Usage: benchmarks queue [TASKS [CONCURRENCY]] | register [GENERATOR]
            | broker [FOLDER] | million [TASKS]

        """
    FileHandle.standardError.write(Data(usage.utf8))
    exit(64)
}
