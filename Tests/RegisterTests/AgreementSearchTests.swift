import Agreements
import Foundation
import GRDB
import Testing

@testable import Register

struct AgreementSearchTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Self.merger, Rows.agreement, Self.others)
    }

    @Test(arguments: [
        ("NORD-2012-001", ["NORD-2012-001"]), ("nord-2012-0", ["NORD-2012-001", "NORD-2012-002"]),
        ("bodø", ["NORD-2012-001"]), ("BODO", ["NORD-2012-001"]), ("bodoe", ["NORD-2012-001"]),
        ("1804", ["NORD-2012-001"]), ("skjer", ["NORD-2012-001"]), ("salten", ["NORD-2012-001"]),
        ("rådmann", ["NORD-2012-001"]), ("saksbehandler1", ["NORD-2012-001"]),
        ("direktør", ["NORD-2012-001"]), ("bosetting", ["NORD-2012-001"]),
        ("møter", ["NORD-2012-001"]), ("bod bos", ["NORD-2012-001"]),
        ("divttasvuodna", ["NORD-2012-002"]), ("Čahppesn", ["NORD-2012-002"]),
        ("cahp dju", ["NORD-2012-002"]), ("Aalesund", ["NORD-2012-002"]),
        ("ålesund", ["NORD-2012-002"]), ("ærlig", ["NORD-2012-002"]),
        ("aerlig", ["NORD-2012-002"]), ("bodø narvik", []), ("ordfører", []), ("", []),
        (" - \" * ", []), ("\"", []), ("NEAR(bodø", []), ("bodø OR narvik", []),
        ("title:bodø", []), ("\0", []),
    ])
    func `an agreement is found by what is typed`(typed: String, found: [String]) throws {
        let hits = try register.read { try AgreementSearch.find(typed, limit: 20, in: $0) }

        #expect(hits.map(\.id).sorted() == found)
    }

    @Test func `a number comes before a title, and that before a text`() throws {
        try temporary.add(
            """
            INSERT INTO agreement (id, title, designation, kind, owner, purpose, status) VALUES
                ('NORD-2015-001', 'Annet', 'avtale', 'sector', 'nord', 'om karasjok', 'draft'),
                ('NORD-2015-002', 'Karasjok', 'avtale', 'sector', 'nord', 'Annet', 'draft'),
                ('KARASJOK-1', 'Annet', 'avtale', 'sector', 'nord', 'Annet', 'draft')
            """)

        let hits = try register.read { try AgreementSearch.find("karasjok", limit: 20, in: $0) }

        #expect(hits.map(\.id) == ["KARASJOK-1", "NORD-2015-002", "NORD-2015-001"])
    }

    @Test func `no more is found than was asked for, and what is found says what it is`() throws {
        let hits = try register.read { try AgreementSearch.find("nord", limit: 1, in: $0) }

        #expect(hits.count == 1)
        let hit = try #require(
            try register.read { try AgreementSearch.find("bodø", limit: 1, in: $0) }.first)
        #expect(hit.parties == ["Bodø kommune", "NAV nord"])
        #expect(hit.validTo == Day("2014-12-31"))
    }

    /// Every way in which what an agreement is found by can change.
    @Test(arguments: [
        "UPDATE agreement SET title = 'Nytt navn' WHERE key = 1",
        "UPDATE agreement SET id = 'NORD-2012-009' WHERE key = 1",
        "UPDATE agreement SET purpose = NULL, designation = 'KINN' WHERE key = 1",
        "UPDATE agreement SET responsible = 2, deputy = NULL WHERE key = 1",
        "INSERT INTO agreement_party VALUES (2, 1, 5)",
        "UPDATE agreement_party SET party = 2 WHERE agreement = 2",
        "DELETE FROM agreement_party WHERE agreement = 1 AND party = 1",
        "UPDATE agreement_party SET position = 9 WHERE agreement = 1 AND party = 1",
        "UPDATE party SET name = 'Ny part' WHERE key = 1",
        "UPDATE party SET municipality = 2 WHERE key = 1",
        "UPDATE contact SET name = 'Ordføreren' WHERE key = 1",
        "UPDATE contact SET party = 3 WHERE key = 1",
        "INSERT INTO contact (party, name) VALUES (2, 'Regionlederen')",
        """
        INSERT INTO commitment (id, agreement, side, text, measurable)
        VALUES ('C9', 2, 'imdi', 'Kurs', 1)
        """,
        "UPDATE commitment SET text = 'Tre samlinger' WHERE key = 1",
        "UPDATE commitment SET agreement = 2 WHERE key = 1",
        "UPDATE user SET name = 'Rådgiver 1' WHERE key = 1",
        "UPDATE user SET id = 'nord.radgiver1' WHERE key = 1",
        "UPDATE municipality SET name = 'Bådåddjo' WHERE key = 1",
        "UPDATE municipality SET number = '1850' WHERE key = 3",
        "INSERT INTO municipality_successor VALUES (1, 2)",
        "DELETE FROM municipality_successor",
        "UPDATE municipality_successor SET successor = 2",
    ])
    func `the index is the same as one made anew after a change`(change: String) throws {
        let before = try contents()

        try register.write { try $0.execute(sql: change) }

        let after = try contents()
        #expect(after != before, "The change makes no difference, so it shows nothing.")
        try register.write { db in
            try AgreementIndex.rebuild(in: db)
        }
        #expect(try contents() == after)
    }

    @Test func `an import, a merger and the same import again leave the index as made anew`()
        throws
    {
        let folders = ["Config/norway", "Tests/Examples/2013/register"]
        let fresh = try TemporaryRegister()

        for folder in folders + folders {
            try fresh.importFolder(folder)
        }
        try fresh.importFile(
            "municipalities.csv",
            """
            number,name,county_number,successors
            9901,Gamle by,18,9902
            9902,Nye by,18,
            """)

        let kept = try Self.contents(of: fresh.register)
        #expect(kept.count > 20)
        try fresh.register.write { try AgreementIndex.rebuild(in: $0) }
        #expect(try Self.contents(of: fresh.register) == kept)
        #expect(try fresh.register.read(AgreementIndex.isStale) == false)
    }

    @Test func `what was rolled back is not found`() throws {
        struct Stop: Error {}
        let before = try contents()

        #expect(throws: Stop.self) {
            try register.write { db in
                try db.execute(sql: "UPDATE agreement SET title = 'Nytt' WHERE key = 1")
                try AgreementIndex.refresh(in: db)
                throw Stop()
            }
        }

        #expect(try contents() == before)
    }

    @Test func `what another program changed is found once the register is opened`() throws {
        try register.close()
        let other = try DatabaseQueue(path: temporary.path)
        try other.write {
            try $0.execute(sql: "UPDATE agreement SET title = 'Hemmelig' WHERE key = 1")
        }
        try other.close()

        let again = try Register.open(at: temporary.path, mode: .existing)

        let hits = try again.read { try AgreementSearch.find("hemmelig", limit: 9, in: $0) }
        #expect(hits.map(\.id) == ["NORD-2012-001"])
        try again.close()
    }

    @Test func `a search is answered by the index of words`() throws {
        let plan = try register.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(AgreementSearch.sql)",
                arguments: ["query": "\"a\"*", "limit": 9]
            ).map { $0["detail"] as String }
        }

        #expect(plan.contains { $0.hasPrefix("SCAN agreement_search VIRTUAL TABLE INDEX") })
        #expect(plan.contains("SEARCH a USING INTEGER PRIMARY KEY (rowid=?)"))
    }

    @Test(arguments: [
        ["Zakarias", "Ærlig", "Øy", "Å"], ["Andøy", "Čáhcesuolu", "Đjup", "Drangedal", "Dønna"],
        ["Ås", "Aasen", "Åsnes"], ["NAV", "Ŋávdna", "Nesna", "Nøtterøy"],
    ])
    func `texts are in Norwegian order`(texts: [String]) {
        let sorted = texts.reversed().sorted {
            SearchText.order(of: $0).utf8.lexicographicallyPrecedes(SearchText.order(of: $1).utf8)
        }

        #expect(sorted == texts)
    }

    private func contents() throws -> [[String]] { try Self.contents(of: register) }

    /// Every word and sort key, once SQLite has found its own index of them sound.
    private static func contents(of register: Register) throws -> [[String]] {
        try register.write { db in
            try db.execute(
                sql: "INSERT INTO agreement_search (agreement_search) VALUES ('integrity-check')")
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM (SELECT rowid AS key, * FROM agreement_search) AS s
                    FULL JOIN agreement_listing AS l ON l.agreement = s.key
                    ORDER BY l.agreement
                    """
            ).map { row in row.databaseValues.map { "\($0)" } }
        }
    }

    private static let merger = """
        INSERT INTO municipality (number, name, county) VALUES ('1842', 'Skjerstad', 1),
            ('1899', 'Salten', 1);
        INSERT INTO municipality_successor VALUES (3, 1), (4, 3);
        """

    private static let others = """
        INSERT INTO party (id, name, kind, level) VALUES
            ('divtta', 'Divttasvuodna – Čáhppesnjárgga', 'association', 'regional');
        INSERT INTO agreement (id, title, designation, kind, owner, purpose, status) VALUES
            ('NORD-2012-002', 'Đjupvik og Ålesund', 'avtale', 'voluntary', 'nord', 'Ærlig tale',
            'draft');
        INSERT INTO agreement_party VALUES (2, 3, 1);
        """
}
