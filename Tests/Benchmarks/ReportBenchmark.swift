import Agreements
import Documents
import Foundation
import Support

/// What reports cost: their figures, every format on two worker processes, a PDF and a large
/// workbook.
struct ReportBenchmark {
    /// The program that writes a register of a size in the import format.
    let generator: String

    private static let goals = (
        whole: 15.0, figures: 1.0, growth: 12.0, pdf: 5.0, sheet: (seconds: 2.0, megabytes: 100.0)
    )
    private static let year = ["--from", "2013-01-01", "--to", "2013-12-31"]
    private static let rows = 20_000

    /// - Parameter arguments: The benchmark's name, and a file where only the workbook is to be
    ///   written, which is a process of its own.
    func run(_ arguments: [String]) async throws {
        if arguments.count > 1 { return try Self.writeSheet(to: arguments[1]) }
        let folder = try TemporaryFolder()
        let small = try register(2_000, in: folder)
        let large = try register(20_000, in: folder)
        let figures = try seconds { try Self.report(of: small, "json", to: "/dev/null") }
        Figure(
            name: "report, figures of 2,000 agreements", value: figures, unit: "s",
            goal: Self.goals.figures
        ).show()
        let many = try seconds { try Self.report(of: large, "json", to: "/dev/null") }
        Figure(
            name: "report, figures, 20,000 ÷ 2,000", value: many / figures, unit: "×",
            goal: Self.goals.growth
        ).show()
        try await showWhole(of: small, in: folder)
        try showPDF(in: folder)
        try showSheet(in: folder)
    }

    /// Writes a workbook of 20,000 rows, in a process of its own so that its memory can be told.
    private static func writeSheet(to path: String) throws {
        var sheet = Sheet(
            name: "Rows",
            columns: [
                .init("Id"), .init("Title"), .init("Unit"), .init("Day", .day),
                .init("Number", .number), .init("Share", .percent),
            ])
        for row in 0..<rows {
            sheet.add([
                .text("NORD-2013-\(row)"), .text("Samarbeidsavtale med kommune \(row)"),
                .text("nord"), .day(Day.first(of: 2013).adding(days: row % 365)),
                .number(Double(row)), .percent(Double(row % 100) / 100),
            ])
        }
        try Workbook([sheet], createdAt: Oslo.instant(of: .first(of: 2013))).write()
            .write(to: URL(fileURLWithPath: path))
    }

    private func register(_ agreements: Int, in folder: TemporaryFolder) throws -> String {
        let (files, register) = (
            folder.path("files-\(agreements)"), folder.path("register-\(agreements).sqlite")
        )
        _ = try Program(
            name: "python3",
            arguments: [generator, "--scale", "\(agreements)", "--out", files]
        ).run()
        for source in ["Config/norway", files] {
            _ = try Program.own("avtalt", ["import", source, "--register", register]).run()
        }
        return register
    }

    private static func report(of register: String, _ format: String, to file: String) throws
        -> Program.Cost
    {
        var program = Program.own(
            "avtalt", ["report", "--register", register, "--format", format] + year)
        program.output = file
        return try program.run()
    }

    private func seconds(_ turn: @escaping () throws -> Program.Cost) throws -> Double {
        try Series.taking(turns: [turn])[0].seconds
    }

    /// All formats of an annual report, its parts on two processes of the report worker: from the
    /// order to the last file, on a day that has no other work.
    private func showWhole(of register: String, in folder: TemporaryFolder) async throws {
        var before = Program.own("avtalt", ["run", "--on", "2014-02-28", "--register", register])
        before.environment = [
            "AVTALT_QUEUE": "embedded", "AVTALT_DOCUMENTS": folder.path("before"),
            "AVTALT_MAIL_DELIVERY": "maildir:\(folder.path("mail"))",
        ]
        before.errors = "/dev/null"
        _ = try before.run()
        let broker = try await Broker()
        let address = Broker.url(of: try await broker.virtualHost())
        let environment = [
            "AVTALT_QUEUE": address, "AVTALT_DOCUMENTS": folder.path("documents"),
            "AVTALT_MAIL_DELIVERY": "maildir:\(folder.path("mail"))",
            "AVTALT_NOW": "2014-03-01T12:00:00",
        ]
        let workers = try (0..<2).map { number in
            var worker = Program.own("report-worker", [])
            worker.environment = environment
            worker.errors = folder.path("worker-\(number).log")
            return try worker.start()
        }
        defer {
            for worker in workers {
                kill(worker, SIGTERM)
                waitpid(worker, nil, 0)
            }
        }
        let cost = try seconds {
            var issue = Program.own("avtalt", ["issue", "--register", register] + Self.year)
            issue.environment = environment
            issue.errors = "/dev/null"
            var run = Program.own("avtalt", ["run", "--on", "2014-03-01", "--register", register])
            run.environment = environment
            let (first, second) = (try issue.run(), try run.run())
            return Program.Cost(
                seconds: first.seconds + second.seconds,
                processorSeconds: first.processorSeconds + second.processorSeconds,
                peak: max(first.peak, second.peak))
        }
        try await broker.end()
        Figure(
            name: "report, all formats of 2,000 agreements, two processes", value: cost,
            unit: "s", goal: Self.goals.whole
        ).show()
    }

    /// With the agreements that are known of 2013 and made-up work: some forty pages.
    private func showPDF(in folder: TemporaryFolder) throws {
        let (register, demo) = (folder.path("demo.sqlite"), folder.path("demo"))
        for files in ["Config/norway", "Config/imdi-2013"] {
            _ = try Program.own("avtalt", ["import", files, "--register", register]).run()
        }
        var made = Program.own("avtalt", ["demo", demo, "--register", register])
        made.environment = ["AVTALT_REFERENCE_DATA": "Config/norway"]
        _ = try made.run()
        _ = try Program.own("avtalt", ["import", demo, "--register", register]).run()
        let file = folder.path("report.pdf")
        let cost = try seconds { try Self.report(of: register, "pdf", to: file) }
        let pages = try Program(name: "pdfinfo", arguments: [file], output: "\(file).txt").run()
        let told =
            try String(contentsOfFile: "\(file).txt", encoding: .utf8)
            .split(separator: "\n").first { $0.hasPrefix("Pages:") } ?? ""
        Figure(
            name: "PDF of a report", value: cost, unit: "s", goal: Self.goals.pdf,
            detail: "\(told), pdfinfo took \(pages.seconds.short) s"
        ).show()
    }

    private func showSheet(in folder: TemporaryFolder) throws {
        let series = try Series.taking(turns: [
            {
                try Program(
                    name: CommandLine.arguments[0],
                    arguments: ["reports", folder.path("rows.xlsx")]
                ).run()
            }
        ])[0]
        Figure(
            name: "workbook of 20,000 rows", value: series.seconds, unit: "s",
            goal: Self.goals.sheet.seconds
        ).show()
        Figure(
            name: "workbook of 20,000 rows, peak", value: series.peak.megabytes, unit: "MB",
            goal: Self.goals.sheet.megabytes
        ).show()
    }
}
