import Foundation
import GRDB
import Testing

extension SystemTests {
    /// What stops a command: its exit code, a sentence on standard error, and nothing as a result.
    @Suite struct ExitCodeTests {
        /// A call that cannot succeed, and how it must end.
        struct Refusal: CustomTestStringConvertible, Sendable {
            let call: [String]
            let status: Int32
            let says: String
            var environment: [String: String] = [:]

            init(
                _ call: String, _ status: Int32, _ says: String,
                environment: [String: String] = [:]
            ) {
                self.call = call.split(separator: " ").map(String.init)
                self.status = status
                self.says = says
                self.environment = environment
            }

            var testDescription: String {
                (environment.map { "\($0.key)=\($0.value)" } + call).joined(separator: " ")
            }
        }

        private static let year = "--from 2013-01-01 --to 2013-12-31"

        static let refusals = [
            Refusal("due --bogus", 64, "Unknown option '--bogus'"),
            Refusal("bogus", 64, "Unexpected argument 'bogus'"),
            Refusal("notices --on 2013-02-30", 64, "'2013-02-30' is invalid"),
            Refusal("report --from 2013-12-31 --to 2013-01-01", 64, "give the first day first"),
            Refusal("report \(year) --format papyrus", 64, "'papyrus' is invalid"),
            Refusal("report \(year) --unit atlantis", 64, "'atlantis' is invalid"),
            Refusal("due --register none", 66, "There is no register at «none»"),
            Refusal("run --on 2013-03-01 --register none", 66, "There is no register at «none»"),
            Refusal("check --register none", 66, "There is no register at «none»"),
            Refusal("import nowhere", 66, "There is no folder «nowhere»"),
            Refusal("import hollow", 66, "has no file of the import format"),
            Refusal("import Config --register nowhere/r", 73, "does not exist. Create it first"),
            Refusal("restore none", 66, "There is no"),
            Refusal("export hollow/deep/er", 73, "does not exist. Create it first"),
            Refusal("export full", 73, "is not an empty folder"),
            Refusal("backup full/note.txt", 73, "is not overwritten"),
            Refusal("report \(year) --output nowhere/report", 73, "cannot be written"),
            Refusal("requirements ATLANTIS-1 --on 2013-06-30", 66, "no agreement «ATLANTIS-1»"),
            Refusal("tasks show none", 66, "There is no task «none»"),
            Refusal("tasks cancel none", 66, "There is no task «none»"),
            Refusal("tasks resume reminder", 65, "no such pause"),
            Refusal("check --register full/note.txt", 65, "is not a register of Avtalt"),
            Refusal("due --config none.yaml", 66, "no such configuration file"),
            Refusal(
                "due --config full/unknown.yaml", 78,
                "full/unknown.yaml:2: worker.prefech: is not a known key; "
                    + "the nearest one is «worker.prefetch»"),
            Refusal(
                "due --config full/malformed.yaml", 78, "full/malformed.yaml:2: worker.prefetch"),
            Refusal("due", 78, "AVTALT_NOW is «soon»", environment: ["AVTALT_NOW": "soon"]),
            Refusal("due", 78, "AVTALT_QUEUE: queue", environment: ["AVTALT_QUEUE": "rabbit"]),
            Refusal(
                "due", 78, "AVTALT_WORKER_PREFETCH",
                environment: ["AVTALT_WORKER_PREFETCH": "many"]),
            Refusal(
                "notices --on 2013-03-01", 78, "full/rules.yaml:",
                environment: ["AVTALT_RULES": "full/rules.yaml"]),
        ]

        @Test(arguments: refusals)
        func `a call that cannot succeed ends with its code and a sentence`(_ refusal: Refusal)
            async throws
        {
            let office = try await Office.withOddFiles()

            let ended = try await office.run(
                .avtalt, refusal.call, environment: refusal.environment)

            #expect(ended.status == refusal.status)
            #expect(ended.errors.contains(refusal.says), "\(ended.errors)")
            #expect(ended.text == "")
            #expect(!FileManager.default.fileExists(atPath: office.path("none")))
        }

        @Test func `an import with errors lists each with its file and line`() async throws {
            let office = try await Office.withOddFiles()

            let text = try await office.avtalt("import", "faulty")
            let json = try await office.avtalt("import", "faulty", "--format", "json")

            #expect(text.status == 65)
            #expect(text.text == "")
            let lines = text.errors.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.first?.hasPrefix("counties.csv:2: region: ") == true, "\(text.errors)")
            #expect(lines.last?.hasPrefix("counties.csv:3: region: ") == true, "\(text.errors)")
            #expect(json.status == 65)
            #expect(json.errors == "")
            let object = try #require(try json.json() as? [String: Any])
            #expect(object["more"] as? Int == 0)
            let errors = try #require(object["errors"] as? [[String: Any]])
            #expect(errors.count == 2)
            #expect(errors.first?["file"] as? String == "counties.csv")
            #expect(errors.first?["line"] as? Int == 2)
            #expect(errors.first?["column"] as? String == "region")
            #expect(errors.first?["message"] as? String != "")
            #expect(errors.first?.count == 4)
        }

        @Test(arguments: [
            ["import", "faulty"], ["import", "nowhere"],
            ["import", Office.config("norway"), "--dry-run"],
        ])
        func `an import that writes nothing makes no register`(_ call: [String]) async throws {
            let office = try Office()
            _ = try office.write("faulty/counties.csv", "number,name,region\n01,Østfold,nowhere\n")

            _ = try await office.run(.avtalt, call)

            let left = try FileManager.default.contentsOfDirectory(atPath: office.folder.url.path)
            #expect(left.filter { $0.contains(".sqlite") } == [])
        }

        @Test(arguments: [["due"], ["run", "--on", "2013-03-01"], ["import", "full"]])
        func `a register of a newer version is named as such and left as it is`(_ call: [String])
            async throws
        {
            let office = try await Office.withOddFiles()
            let queue = try DatabaseQueue(path: office.register)
            try await queue.write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99-later')")
            }
            try queue.close()

            let ended = try await office.run(.avtalt, call)

            #expect(ended.status == 65)
            #expect(ended.errors.contains("newer Avtalt (migration 99-later)"))
        }

        @Test(arguments: [["check"], ["run", "--on", "2013-03-01"], ["import", "full"]])
        func `a register that was cut short is named as damaged`(_ call: [String]) async throws {
            let office = try await Office.withOddFiles()
            let whole = try Data(contentsOf: URL(filePath: office.register))
            try whole.prefix(8192).write(to: URL(filePath: office.register))

            let ended = try await office.run(.avtalt, call)

            #expect(ended.status == 65)
            #expect(ended.errors.contains("is damaged"), "\(ended.errors)")
            #expect(ended.errors.contains("avtalt restore"))
            #expect(try Data(contentsOf: URL(filePath: office.register)) == whole.prefix(8192))
        }

        @Test func `a locked register is waited for less than ten seconds`() async throws {
            let office = try await Office.withOddFiles()
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: office.register, configuration: configuration)

            try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
            let write = try await office.avtalt("import", Office.config("norway"))
            let read = try await office.avtalt("due", "--on", "2013-03-01")
            try other.inDatabase { db in try db.execute(sql: "ROLLBACK") }

            #expect(write.status == 75)
            #expect(write.errors.contains("is being written to by another process"))
            #expect(write.duration < .seconds(10))
            #expect(read.status == 0)
        }

        /// Nor read: a reader of a register in WAL mode writes its index beside it.
        @Test func `a register in a folder that may not be written says so`() async throws {
            let office = try await Office.withOddFiles()
            try office.protect()

            let read = try await office.asNobody(["due", "--on", "2013-03-01"])
            let write = try await office.asNobody(["import", Office.config("norway")])
            let run = try await office.asNobody(["run", "--on", "2013-03-01"])
            let export = try await office.asNobody(["export", "out"])

            for ended in [read, write, run] {
                #expect(ended.status == 74, "\(ended.errors)")
                #expect(ended.errors.contains("cannot be written to"))
            }
            #expect(export.status == 74, "\(export.errors)")
        }
    }
}

extension Office {
    /// An office with the counties and municipalities, and with files that are of no use.
    fileprivate static func withOddFiles() async throws -> Office {
        let office = try Office()
        try await office.avtalt("import", config("norway"))
        try FileManager.default.createDirectory(
            atPath: office.path("hollow"), withIntermediateDirectories: true)
        try office.write("full/note.txt", "This is no register, and longer than a page's header.\n")
        try office.write("full/unknown.yaml", "worker:\n  prefech: 3\n")
        try office.write("full/malformed.yaml", "worker:\n  prefetch: many\n")
        try office.write("full/rules.yaml", "version: prøve\nnotice:\n  followup: soon\n")
        try office.write(
            "faulty/counties.csv", "number,name,region\n41,Sted,ingensteds\n42,By,heller ikke\n")
        return office
    }

    /// Takes the right to write away from everybody but root.
    fileprivate func protect() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        for name in names where name.hasPrefix("register.sqlite") {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o444], ofItemAtPath: path(name))
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    }

    /// Runs `avtalt` as an account that permissions bind: root's are not bound by any, so for root
    /// as another user.
    fileprivate func asNobody(_ arguments: [String]) async throws -> Ended {
        let other = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]
        let isRoot = geteuid() == 0
        let outputs = try Office()
        return try await Running(
            isRoot ? "/usr/bin/setpriv" : Program.avtalt.path,
            (isRoot ? other + [try Program.avtalt.path] : []) + arguments,
            environment: environment, in: folder.url, output: outputs.folder.url
        ).end(within: Office.limit)
    }
}
