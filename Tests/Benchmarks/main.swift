import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
let generator = "Tests/Benchmarks/generate.py"
let number = arguments.dropFirst().first.flatMap { Int($0) }
switch arguments.first {
case "queue":
    let concurrency = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 512
    try await QueueBenchmark(tasks: number ?? 100_000, concurrency: concurrency).run()
case "register": try RegisterBenchmark(generator: generator).run()
case "messages":
    try await BrokerBenchmark(sources: "Tests/Benchmarks/Broker").runMessages()
case "way":
    try await BrokerBenchmark(sources: "Tests/Benchmarks/Broker").runWay()
case "million":
    try await BrokerBenchmark(sources: "Tests/Benchmarks/Broker")
        .runMillion(tasks: number ?? 1_000_000)
case "mail": try await MailBenchmark(people: number ?? 5000).run()
case "reports": try await ReportBenchmark(generator: generator).run(arguments)
case "pages": try PageBenchmark(generator: generator).run()
default:
    let usage = """
        Usage: benchmarks queue [TASKS [SLOTS]] | register | messages | way | million [N] | pages
               | reports | mail [PEOPLE]
        """
    FileHandle.standardError.write(Data("\(usage)\n".utf8))
    exit(64)
}
