import Agreements
import Foundation
import GRDB
import Register
import Testing

@testable import Web

/// A site in which one caseworker of the north has an agreement with everything that My day
/// shows; the tests of the page share it.
struct MyDayBench {
    let site: TestSite

    init(on day: String = "2013-03-01") throws {
        site = try TestSite(on: day)
        try site.register.write { try $0.execute(sql: Self.rows) }
    }

    /// The key of a row by its id.
    func key(_ table: String, _ id: String) throws -> Int64 {
        try #require(
            try site.register.read {
                try Int64.fetchOne(
                    $0, sql: "SELECT key FROM \(table) WHERE id = ?", arguments: [id])
            })
    }

    func value(_ sql: String) throws -> String? {
        try site.register.read { try String.fetchOne($0, sql: sql) }
    }

    func version() throws -> String {
        try site.register.read { String(try DayDeedPages.currentVersion($0)) }
    }

    /// The text of a part of the page; empty when it is not there.
    static func part(_ name: String, of page: TestReply) -> String {
        guard let start = page.text.range(of: "id=\"\(name)\""),
            let end = page.text[start.upperBound...].range(of: "</table>")
        else { return "" }
        return String(page.text[start.upperBound..<end.lowerBound])
    }

    private static let rows = """
        INSERT INTO agreement (id, title, designation, kind, owner, signed_on,
            counterpart_signatory, valid_from, valid_to, strategic_meetings_per_year,
            responsible, deputy, status)
        SELECT 'NORD-2013-900', 'Prøveavtale', 'K+', 'municipal', 'nord', '2012-01-01', 'mayor',
            '2012-01-01', '2015-12-31', 2, r.key, d.key, 'active'
        FROM user AS r, user AS d WHERE r.id = 'nord.sb0' AND d.id = 'nord.sb1';
        INSERT INTO agreement_party (agreement, party, position)
        SELECT a.key, p.key, 1 FROM agreement AS a, party AS p
        WHERE a.id = 'NORD-2013-900' AND p.id = 'K1804';
        INSERT INTO meeting (id, agreement, level, theme, first_planned_on, planned_on, status)
        SELECT 'M-PAST', key, 'strategic', 'Fortidsmøtet', '2013-02-20', '2013-02-20', 'planned'
        FROM agreement WHERE id = 'NORD-2013-900';
        INSERT INTO meeting (id, agreement, level, theme, first_planned_on, planned_on, status)
        SELECT 'M-TODAY', key, 'operational', 'Dagens møte', '2013-03-01', '2013-03-01',
            'planned' FROM agreement WHERE id = 'NORD-2013-900';
        INSERT INTO followup (id, agreement, title, side, due_on, status)
        SELECT 'F-LATE', key, 'Skriv brevet', 'imdi', '2013-02-25', 'open'
        FROM agreement WHERE id = 'NORD-2013-900';
        INSERT INTO followup (id, agreement, title, side, due_on, status)
        SELECT 'F-OLD', key, 'Gammelt punkt', 'imdi', '2013-02-01', 'open'
        FROM agreement WHERE id = 'NORD-2013-900';
        INSERT INTO measure (id, agreement, year, title, side, due_on, status)
        SELECT 'T-SOON', key, 2013, 'Kurs for tolker', 'both', '2013-03-12', 'planned'
        FROM agreement WHERE id = 'NORD-2013-900';
        INSERT INTO measure (id, agreement, year, title, side, due_on, status)
        SELECT 'T-AHEAD', key, 2013, 'Stort tiltak', 'both', '2013-09-12', 'planned'
        FROM agreement WHERE id = 'NORD-2013-900';
        INSERT INTO plan (agreement, year, status)
        SELECT key, 2013, 'draft' FROM agreement WHERE id = 'NORD-2013-900';
        """
}
