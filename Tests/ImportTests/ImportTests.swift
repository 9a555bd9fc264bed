import Foundation
import GRDB
import Testing

@testable import Register

struct ImportTests {
    private let bench: ImportBench

    init() throws {
        bench = try ImportBench()
        try bench.put(SmallFolder.files)
    }

    @Test func `Windows-1252 with semicolons gives the same register as UTF-8 with commas`() throws
    {
        let other = try ImportBench()
        for (name, text) in SmallFolder.files where name != "targets.csv" {
            let excel = text.replacing(",", with: ";").replacing("\n", with: "\r\n")
            try other.put(name, try #require(excel.data(using: .windowsCP1252)))
        }
        try other.put([
            "targets.csv": "\u{FEFF}unit;year;indicator;value\ntotal;2013;plan_coverage;0,9"
        ])

        try bench.importFolder()
        try other.importFolder()

        #expect(try other.content() == bench.content())
        #expect(try other.value("SELECT name FROM municipality WHERE number = '1804'") == "Bodø")
    }

    @Test func `what is read is what is registered`() throws {
        try bench.importFolder()

        #expect(try bench.value("SELECT org_number FROM party") == "987879696")
        #expect(try bench.value("SELECT sum(amount) FROM \"grant\"") == "1500000")
        #expect(try bench.value("SELECT value = 0.9 FROM target") == "1")
        #expect(try bench.value("SELECT planned_on FROM meeting") == "2013-03-04")
        #expect(try bench.value("SELECT active || language FROM user") == "1nb")
    }

    @Test func `text is trimmed, composed and keeps its lines`() throws {
        try bench.put([
            "contacts.csv": "name,party\n\" \u{A0}A\u{30A}se\r\n «Č» \u{A0}\",K1804\n"
        ])

        try bench.importFolder()

        let name = try bench.value("SELECT name FROM contact")
        #expect(name.map { Array($0.utf8) } == Array("\u{C5}se\n «Č»".utf8))
    }

    @Test func `a change is in the audit trail with before and after`() throws {
        try bench.importFolder()
        try bench.put(["plans.csv": "agreement;year;status\nNORD-2012-001;2013;draft\n"])

        let summary = try bench.importFolder()

        #expect(summary.changed["plans"] == 1)
        #expect(summary.changed.values.reduce(0, +) == 1)
        let entry = try bench.register.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT actor, subject, before ->> 'adopted_on' AS before,
                    after ->> 'adopted_on' AS after FROM audit WHERE action = 'change'
                    """)
        }
        #expect(entry?["actor"] == "administrator")
        #expect(entry?["subject"] == "NORD-2012-001/2013")
        #expect(entry?["before"] == "2013-01-01")
        #expect(entry?["after"] == nil as String?)
        #expect(try bench.register.check().problems == [])
    }

    @Test func `link rows and a meeting's date follow a change`() throws {
        try bench.importFolder()
        try bench.put([
            "agreements.csv": SmallFolder.agreements(
                "NORD-2012-001,Bodø,avtale,municipal,nord,K1804,planning|settlement,2012-01-01,"
                    + "2012-01-01,2014-12-31,nord.sb1,active,,"),
            "meetings.csv": """
            id,agreement,level,first_planned_on,status
            t1,NORD-2012-001,strategic,2013-02-20,planned
            t2,NORD-2012-001,strategic,2013-02-21,planned

            """,
        ])

        let summary = try bench.importFolder()

        #expect(summary.changed["agreements"] == 1)
        #expect(summary.changed["meetings"] == 1)
        #expect(summary.added["meetings"] == 1)
        #expect(
            try bench.value("SELECT group_concat(area) FROM agreement_area")
                == "planning,settlement")
        #expect(
            try bench.value("SELECT group_concat(planned_on) FROM meeting")
                == "2013-03-04,2013-02-21")
        #expect(try bench.register.check().problems == [])
    }

    @Test(arguments: ["draft", "negotiating", "abandoned"])
    func `an agreement that is not yet signed needs no dates`(status: String) throws {
        try bench.put([
            "agreements.csv": SmallFolder.agreements(
                "NORD-2012-001,Bodø,avtale,municipal,nord,K1804,,,,,,\(status),,")
        ])

        #expect(try bench.faults() == [])
    }

    @Test func `the summary is encoded as interfaces.md shows`() throws {
        try bench.put(["plans.csv": "agreement,year,status\nNORD-2012-001,2013,draft\n"])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var summary = try bench.importFolder(dryRun: true)
        summary.added = summary.added.filter { $0.key == "plans" }
        summary.changed = [:]
        summary.unchanged = [:]

        #expect(
            String(decoding: try encoder.encode(summary), as: UTF8.self)
                == #"{"added":{"plans":1},"changed":{},"dry_run":true,"unchanged":{}}"#)
    }

    @Test func `an export leaves a folder with something in it alone`() throws {
        try bench.importFolder()

        #expect(throws: ExportError.occupied(path: bench.folder)) {
            try bench.register.exportFolder(bench.folder)
        }
        #expect(throws: ExportError.missingParent(path: bench.path("no/where"))) {
            try bench.register.exportFolder(bench.path("no/where"))
        }
    }

    @Test func `the language of users is exported once somebody has chosen one`() throws {
        try bench.importFolder()
        try bench.register.exportFolder(bench.path("without"))
        try bench.put([
            "users.csv": """
            id,name,email,unit,role,language
            nord.sb2,Saksbehandler 2,sb2@avtalt.example,nord,caseworker,nn

            """
        ])
        try bench.importFolder()
        try bench.register.exportFolder(bench.path("with"))

        func users(_ folder: String) throws -> String {
            try String(contentsOfFile: bench.path("\(folder)/users.csv"), encoding: .utf8)
        }
        #expect(
            try users("without") == """
                id,name,email,unit,role,active,leave_from,leave_to
                nord.sb1,Saksbehandler 1,sb1@avtalt.example,nord,caseworker,true,,

                """)
        #expect(
            try users("with") == """
                id,name,email,unit,role,active,leave_from,leave_to,language
                nord.sb1,Saksbehandler 1,sb1@avtalt.example,nord,caseworker,true,,,nb
                nord.sb2,Saksbehandler 2,sb2@avtalt.example,nord,caseworker,true,,,nn

                """)
    }
}
