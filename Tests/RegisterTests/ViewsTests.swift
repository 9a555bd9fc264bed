import Foundation
import GRDB
import Testing

@testable import Register

struct ViewsTests {
    private let temporary: TemporaryRegister
    private var register: Register { temporary.register }

    init() throws {
        temporary = try TemporaryRegister()
        try temporary.add(Rows.references, Rows.agreement, Rows.work)
    }

    @Test func `the page describes every view and column in its order, and no others`() throws {
        let views = try register.read { db in
            try Views.all.map { view in
                "\(view.name): "
                    + (try db.columns(in: view.name).map(\.name).joined(separator: " "))
            }
        }

        #expect(try Self.documented() == views)
    }

    @Test(arguments: Views.all.map(\.name))
    func `every view has rows, each with its owner but in the trail`(view: String) throws {
        let rows = try register.read { try Row.fetchAll($0, sql: "SELECT * FROM \(view)") }

        #expect(!rows.isEmpty)
        if view != "v_audit" {
            for row in rows {
                #expect(row["owner"] as String? == "nord" || row["party"] == "nav-nord")
            }
        }
    }

    @Test(arguments: [
        ("SELECT parties FROM v_agreement", "bodo|nav-nord"),
        (
            "SELECT responsible || ' ' || deputy FROM v_agreement",
            "nord.saksbehandler1 nord.direktor"
        ),
        ("SELECT owner FROM v_party WHERE party = 'nav-nord'", "central"),
        ("SELECT regions FROM v_party WHERE party = 'nav-nord'", "midt|nord"),
        ("SELECT planned_on || ' ' || postponements FROM v_meeting LIMIT 1", "2013-03-20 1"),
        ("SELECT meeting FROM v_followup", "MØTE-1"),
        ("SELECT score_imdi || ' ' || score_counterpart FROM v_evaluation", "4.5 3.0"),
        ("SELECT score || ' ' || rating FROM v_evaluation", "3.75 unsatisfactory"),
        ("SELECT municipality_name || settled FROM v_settlement", "Bodø5"),
        (
            "SELECT group_concat(scheme || owner) FROM v_grant",
            "jobbsjansennord,utviklingsmidlernord"
        ),
        ("SELECT length(hash) FROM v_audit LIMIT 1", "64"),
    ])
    func `views show identifiers and what is worked out`(sql: String, value: String) throws {
        #expect(try register.read { try String.fetchOne($0, sql: sql) } == value)
    }

    @Test func `an evaluation's scores are shown once each side may see the other's`() throws {
        try temporary.add(
            "INSERT INTO evaluation (agreement, year, status) VALUES (1, 2011, 'open')",
            """
            INSERT INTO score (evaluation, side, dimension, score)
            SELECT key, 'counterpart', 'overall', 3 FROM evaluation WHERE year = 2011
            """)
        let shown = """
            SELECT coalesce(score, 'hidden') || ' ' || rating FROM v_evaluation WHERE year = 2011
            """

        #expect(try register.read { try String.fetchOne($0, sql: shown) } == "hidden unrated")

        try temporary.add(
            """
            UPDATE evaluation SET status = 'approved', approved_on = '2012-02-01'
            WHERE year = 2011
            """)

        #expect(try register.read { try String.fetchOne($0, sql: shown) } == "3.0 unsatisfactory")
    }

    /// `view: column column …` for each heading of ops/views.md and the table under it.
    private static func documented() throws -> [String] {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../ops/views.md")
        var views: [String] = []
        for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("## ") {
                views.append("\(line.dropFirst(3)):")
            } else if line.hasPrefix("| "), let last = views.indices.last {
                let column = line.dropFirst(2).prefix { $0 != " " }
                if column != "column", column != "---" { views[last] += " \(column)" }
            }
        }
        return views
    }
}
