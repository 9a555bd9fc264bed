import Foundation
import Support

/// How many pages a second there are, of a register of 2,000 agreements, and the list of them
/// beside the same list in Flask and in Django.
struct PageBenchmark {
    /// The program that writes a register of a size in the import format.
    let generator: String

    private static let agreements = 2_000
    private static let rounds = 3
    /// Within the years of the generated register.
    private static let day = "2013-03-01"
    private static let now = "\(day)T08:00:00"
    /// Lines of a page of the list; the peers show as many.
    private static let lines = 50
    private static let goals = (
        page: 1000.0, norway: 200.0, late: 40.0, flask: 1.5, django: 6.0, kilobytes: 60.0
    )

    func run() throws {
        let folder = try TemporaryFolder()
        let register = folder.path("register.sqlite")
        try fill(register, in: folder)
        try work(register, in: folder)
        let reader = try PageReader(register: register, now: Self.now)
        let server = try PageServer.ours(register: register, now: Self.now, in: folder.url.path)
        defer { server.end() }
        let pages = [
            ("my day", "/", Self.goals.page),
            ("agreements", "/agreements", Self.goals.page),
            ("an agreement", "/agreements/\(reader.agreement)", Self.goals.page),
            ("Norway", "/norway", Self.goals.norway),
        ]
        for (name, path, _) in pages { try showSize(name, path, server, reader) }
        for (name, path, goal) in pages {
            for (isFresh, manner) in [(true, "made anew"), (false, "as it is kept")] {
                let load = PageLoad(
                    address: server.address(path), headers: reader.headers, isFresh: isFresh,
                    folder: folder.url.path)
                try show("\(name), \(manner)", rounds(of: load), goal: goal)
            }
        }
        for isFresh in [true, false] {
            try compare(server, reader, isFresh, register: register, in: folder.url.path)
        }
    }

    private func fill(_ register: String, in folder: TemporaryFolder) throws {
        let files = folder.path("files")
        _ = try Program(
            name: "python3",
            arguments: [generator, "--scale", "\(Self.agreements)", "--out", files]
        ).run()
        for source in ["Config/norway", files] {
            _ = try Program.own("avtalt", ["import", source, "--register", register]).run()
        }
    }

    /// What the day brings is done before, so that nothing but pages is measured.
    private func work(_ register: String, in folder: TemporaryFolder) throws {
        var day = Program.own(
            "avtalt-coordinator", ["--embedded", "--until-idle", "--register", register])
        day.environment = PageServer.environment(now: Self.now, in: folder.url.path)
        day.errors = folder.path("work.log")
        _ = try day.run()
    }

    private func rounds(of load: PageLoad) throws -> [PageLoad.Round] {
        _ = try load.run(seconds: 1)
        return try (0..<Self.rounds).map { _ in try load.run() }
    }

    private func show(_ name: String, _ rounds: [PageLoad.Round], goal: Double) {
        let rate = rounds.median(\.rate)
        print(
            "\(name): \(rate.short) requests/s, goal \(goal.short), "
                + (rate >= goal ? "held" : "MISSED"))
        Figure(
            name: "\(name), p99", value: rounds.median(\.late), unit: "ms", goal: Self.goals.late,
            detail: "median \(rounds.median(\.median).short) ms"
        ).show()
    }

    private func showSize(
        _ name: String, _ path: String, _ server: PageServer, _ reader: PageReader
    ) throws {
        let answer = try server.ask(path, headers: reader.headers)
        guard answer.status == 200 else {
            throw Program.Failure(name: path, reason: "was answered with \(answer.status)")
        }
        Figure(
            name: "\(name), before compression", value: Double(answer.body.count) / 1024,
            unit: "KB", goal: Self.goals.kilobytes
        ).show()
    }

    /// In turns, so that what else the machine does meets all three.
    private func compare(
        _ server: PageServer, _ reader: PageReader, _ isFresh: Bool, register: String,
        in folder: String
    ) throws {
        let peers = try ["flask", "django"].map { name in
            try PageServer.peer(
                name, register: register, day: Self.day, lines: Self.lines, in: folder)
        }
        defer { for peer in peers { peer.end() } }
        let all = [server] + peers
        try checkRows(all, reader)
        var rounds: [[PageLoad.Round]] = all.map { _ in [] }
        for _ in 0..<Self.rounds {
            for (index, each) in all.enumerated() {
                rounds[index].append(
                    try PageLoad(
                        address: each.address("/agreements"), headers: reader.headers,
                        isFresh: isFresh, folder: folder
                    ).run())
            }
        }
        let manner = isFresh ? "made anew" : "as it is kept"
        let goals = [("Flask", Self.goals.flask), ("Django", Self.goals.django)]
        for (index, (name, goal)) in goals.enumerated() {
            let own = rounds[0].median(\.rate)
            let peer = rounds[index + 1].median(\.rate)
            print(
                "agreements \(manner) beside \(name): \((own / peer).short) ×, "
                    + "goal \(goal.short) ×, " + (own / peer >= goal ? "held" : "MISSED")
                    + " (\(own.short)/s, peer \(peer.short)/s)")
        }
    }

    /// All three show the same agreements.
    private func checkRows(_ servers: [PageServer], _ reader: PageReader) throws {
        let shown = try servers.map { server in
            let page = try server.ask("/agreements", headers: reader.headers).body
            return Set(
                String(decoding: page, as: UTF8.self)
                    .matches(of: /href="\/agreements\/([A-Z_]+-\d{4}-\d+)"/).map { String($0.1) })
        }
        guard let first = shown.first, first.count == Self.lines,
            shown.allSatisfy({ $0 == first })
        else {
            throw Program.Failure(
                name: "/agreements", reason: "shows others than the peers: \(shown.map(\.count))")
        }
    }
}
