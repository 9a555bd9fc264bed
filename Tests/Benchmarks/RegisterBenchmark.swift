import Foundation
import Support

/// What the register costs beside the plain tools, on generated registers of two sizes.
struct RegisterBenchmark {
    /// The program that writes a register of a size in the import format.
    let generator: String

    private static let year = (from: "2013-01-01", to: "2013-12-31")
    private static let days = ["2013-03-01", "2013-10-01"]
    private static let peakGoal = 400.0
    private static let growthGoal = 12.0

    func run() throws {
        let folder = try TemporaryFolder()
        try CoordinatorStart(folder: folder.path("coordinator")).run()
        let small = try run(2_000, in: folder)
        let large = try run(20_000, in: folder)
        for (name, costs) in large.sorted(by: { $0.key < $1.key }) {
            guard let fewer = small[name] else { continue }
            Figure(
                name: "\(name), 20,000 ÷ 2,000", value: costs.seconds / fewer.seconds, unit: "×",
                goal: Self.growthGoal,
                detail: "of processor time "
                    + "\((costs.processorSeconds / fewer.processorSeconds).short) ×"
            ).show()
            Figure(
                name: "\(name), peak at 20,000", value: costs.peak.megabytes, unit: "MB",
                goal: Self.peakGoal
            ).show()
        }
    }

    /// The series of our own programs, by name.
    private func run(_ agreements: Int, in folder: TemporaryFolder) throws -> [String: Series] {
        let files = folder.path("files-\(agreements)")
        let register = folder.path("register-\(agreements).sqlite")
        _ = try Program(
            name: "python3",
            arguments: [generator, "--scale", "\(agreements)", "--out", files]
        ).run()
        var all: [String: Series] = [:]
        func compare(
            _ name: String, goal: Double, own: @escaping () throws -> Program.Cost,
            peer: @escaping () throws -> Program.Cost
        ) throws {
            let series = try Series.taking(turns: [own, peer])
            all[name] = series[0]
            show("\(name), \(agreements)", series[0], peer: series[1], goal: goal)
        }
        let imports = RegisterImport(files: files, register: register)
        try compare("import", goal: 4, own: imports.importOwn, peer: imports.importBare)
        let questions = SQLPeer(register: register, folder: folder)
        try questions.compareReport(from: Self.year.from, to: Self.year.to)
        try compare(
            "report of a year", goal: 3,
            own: { try questions.report(from: Self.year.from, to: Self.year.to) },
            peer: { try questions.reportSQL(from: Self.year.from, to: Self.year.to) })
        for day in Self.days {
            try questions.compareNotices(on: day)
            try compare(
                "notices of \(day)", goal: 3, own: { try questions.notices(on: day) },
                peer: { try questions.noticesSQL(on: day) })
        }
        all["export"] = try alone("export", agreements) {
            let exported = folder.path("exported")
            var program = Program.own("avtalt", ["export", exported, "--register", register])
            program.errors = "/dev/null"
            let cost = try program.run()
            try FileManager.default.removeItem(atPath: exported)
            return cost
        }
        all["check"] = try alone("check", agreements) {
            try Program.own("avtalt", ["check", "--register", register]).run()
        }
        return all
    }

    private func alone(
        _ name: String, _ agreements: Int, turn: @escaping () throws -> Program.Cost
    ) throws -> Series {
        let series = try Series.taking(turns: [turn])[0]
        print("\(name), \(agreements): \(series.times)")
        fflush(nil)
        return series
    }

    private func show(_ name: String, _ own: Series, peer: Series, goal: Double) {
        Figure(
            name: name, value: own.seconds / peer.seconds, unit: "× the peer", goal: goal,
            detail: "of processor time \((own.processorSeconds / peer.processorSeconds).short) ×; "
                + "\(own.times); peer \(peer.times)"
        ).show()
    }
}

extension Series {
    fileprivate var times: String {
        "\(seconds.short) s, of processors \(processorSeconds.short) s, "
            + "peak \(peak.megabytes.short) MB, \(costs.count) runs"
    }
}
