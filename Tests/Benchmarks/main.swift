import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
let generator = "Tests/Benchmarks/generate.py"
let broker = BrokerBenchmark(sources: "Tests/Benchmarks/Broker")
let number = arguments.dropFirst().first.flatMap { Int($0) }
do {
    switch arguments.first {
    case "queue":
        let concurrency = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 512
        try await QueueBenchmark(tasks: number ?? 100_000, concurrency: concurrency).run()
    case "register": try RegisterBenchmark(generator: generator).run()
    case "messages": try await broker.runMessages()
    case "way": try await broker.runWay()
    case "million": try await broker.runMillion(tasks: number ?? 1_000_000)
    case "mail": try await MailBenchmark(people: number ?? 5000).runAll()
    case "reports": try await ReportBenchmark(generator: generator).run(arguments)
    case "pages": try PageBenchmark(generator: generator).run()
    default: Ending.now("Usage: benchmarks NAME [NUMBER], as ops/bench has them", code: 64)
    }
} catch {
    Ending.now("benchmarks \(arguments[0]): \(error)", code: 70)
}
