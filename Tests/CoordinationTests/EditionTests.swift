import Agreements
import Checksum
import Documents
import Foundation
import GRDB
import Register
import ReportWorker
import Rules
import Support
import Tasks
import Testing

@testable import Coordination

/// domain.md, 9: an issued report is frozen; what is missing from it is named, and what a later
/// edition says otherwise is listed with its reason.
struct EditionTests {
    private let office: Office
    private let january: Period

    init() throws {
        office = try Office(rules: [])
        january = try Office.period("2013-01-01", "2013-01-31")
        try office.set("2013-02-12")
    }

    @discardableResult
    private func order(_ terms: ReportShelf.Terms? = nil) throws -> String {
        try office.register.write { db in
            try ReportPlanner(settings: office.settings, term: nil)
                .plan(january, terms, at: office.now, in: db)
        }
    }

    private func edition(_ name: String) throws -> ReportShelf.Edition {
        try #require(try office.register.read { db in try ReportShelf(db).edition(name) })
    }

    private func frozen(_ name: String) throws -> ReportOrder {
        let edition = try edition(name)
        let content = try office.register.read { db in
            try ReportShelf(db).content(of: edition)
        }
        return try JSONDecoder().decode(
            ReportOrder.self, from: Data(try #require(content).utf8))
    }

    /// Ends a unit's part as failed, as a worker would that cannot do it.
    private func fail(_ unit: OwningUnit, of name: String) throws {
        try office.register.write { db in
            try db.execute(
                sql: """
                    UPDATE task SET state = 'dead', last_error = 'no memory was left'
                    WHERE unique_key = ?
                    """, arguments: [ReportShelf.partKey(of: unit, in: name)])
        }
    }

    /// Keeps a unit's part from being done for now.
    private func hold(_ unit: OwningUnit, of name: String) throws {
        try office.register.write { db in
            try db.execute(
                sql: "UPDATE task SET state = 'retrying', next_at = ? WHERE unique_key = ?",
                arguments: [
                    office.now.adding(.seconds(86_400)).milliseconds,
                    ReportShelf.partKey(of: unit, in: name),
                ])
        }
    }

    @Test func `a part that fails is named in the report, and the report comes`() async throws {
        let name = try order()
        try hold(.vest, of: name)
        try await office.work()
        let before = try edition(name)
        try fail(.vest, of: name)

        let counts = try await office.plan()
        try await office.work()

        let after = try edition(name)
        let text = try await ReportDocument(frozen: frozen(name)).write(.text, printer: nil)
        #expect(!before.isIssued)
        #expect(counts.incompleteReports == 1)
        #expect(after.isIssued)
        #expect(
            try frozen(name).content.missing
                == [MissingPart(unit: .vest, reason: "no memory was left")])
        #expect(
            String(decoding: text, as: UTF8.self)
                .contains("Delen for Vest kunne ikke regnes ut"))
        #expect(try await office.plan().incompleteReports == 0)
    }

    @Test func `a report whose parts may still come waits for them`() async throws {
        try order()

        let counts = try await office.plan()

        #expect(counts.incompleteReports == 0)
    }

    @Test func `a failed part that is done after all makes a new edition`() async throws {
        let name = try order()
        try fail(.vest, of: name)
        try fail(.sor, of: name)
        try await office.work()
        try await office.plan()
        try await office.work()
        let first = try edition(name)

        for unit in [OwningUnit.vest, .sor] {
            try office.register.write { db in
                let id = TaskID(uniqueKey: ReportShelf.partKey(of: unit, in: name))
                try TaskStore(db).retry(id, at: office.now, reason: "memory was added")
            }
            try await office.work()
        }

        let (second, third) = (try edition("\(first.id)/2"), try edition("\(first.id)/3"))
        #expect(second.isIssued && third.isIssued)
        #expect(try frozen(second.name).content.missing.map(\.unit) == [.sor])
        #expect(try frozen(third.name).content.missing == [])
        #expect(third.asOf == first.asOf)
        #expect(try edition(name).checksum == first.checksum)
    }

    @Test func `an edition is written again to the byte, whatever has happened since`()
        async throws
    {
        let name = try order()
        try await office.work()
        try office.add(
            """
            INSERT INTO activity (id, agreement, happened_on, kind)
                VALUES ('A1', 1, '2013-01-10', 'visit');
            INSERT INTO target (unit, year, indicator, value)
                VALUES ('nord', 2013, 'anchored', 0.9);
            """)

        let order = try frozen(name)
        let edition = try edition(name)
        let files = try office.register.read { db in try ReportShelf(db).files(of: edition) }
        #expect(ReportDocument.checksum(of: order) == edition.checksum)
        #expect(files.map(\.ending) == ["csv", "html", "json", "txt", "xlsx"])
        for file in files {
            let format = try #require(ReportFormat.allCases.first { $0.fileEnding == file.ending })
            let body = try await ReportDocument(frozen: order).write(format, printer: nil)
            #expect(Checksum.hexadecimal(of: body) == file.checksum, "\(file.ending)")
        }
    }

    @Test func `a correction makes an edition that says what changed, and by whom`() async throws {
        try order()
        try await office.work()
        try office.register.write { db in
            try WorkLog(db, author: Office.author, at: office.now).add(
                Activity(
                    id: "A1", agreement: "NORD-2012-001", on: try Office.day("2013-01-10"),
                    kind: .visit))
        }

        let name = try order()
        try await office.work()

        let edition = try edition(name)
        let text = try #require(
            try office.register.read { db in try ReportShelf(db).changes(of: edition) })
        let changes = try JSONDecoder().decode(EditionChanges.self, from: Data(text.utf8))
        #expect(changes.since == "monthly-2013-01/1")
        #expect(changes.figures["nord"]?["activities"] == [0, 1])
        #expect(changes.figures["total"]?["municipal_meetings"] == [0, 1])
        #expect(changes.figures["ost"] == nil)
        #expect(changes.records?.entries.map(\.table) == ["activity"])
        #expect(changes.records?.entries.first?.actor == "nord.saksbehandler1")
        #expect(changes.records?.more == 0)
    }

    @Test func `one unit alone, and the division of now, are reports of their own`() async throws {
        let day = try Office.day("2013-02-12")
        let names = [
            try order(ReportShelf.Terms(unit: .nord, language: .nn, askedBy: "imdi.analytiker")),
            try order(ReportShelf.Terms(divisionOn: day, language: .en)),
        ]

        try await office.work()

        #expect(names == ["monthly-2013-01-nord/1", "monthly-2013-01-now/1"])
        let alone = try frozen(names[0])
        #expect(alone.content.parts.map(\.unit) == [.nord])
        #expect(alone.content.missing == [])
        #expect(alone.language == .nn)
        #expect(try edition(names[0]).terms?.askedBy == "imdi.analytiker")
        let json = try await ReportDocument(frozen: frozen(names[1])).write(.json, printer: nil)
        #expect(String(decoding: json, as: UTF8.self).contains(#""of": "now""#))
    }

    @Test(arguments: [
        "UPDATE report_content SET content = '{}'", "DELETE FROM report_content WHERE TRUE",
        "UPDATE report_terms SET language = 'en'", "DELETE FROM report_terms WHERE TRUE",
    ])
    func `what an edition is written from is frozen`(sql: String) async throws {
        try order()
        try await office.work()

        #expect(throws: RegisterError.self) { try office.execute(sql) }
    }
}
