import Checksum
import Foundation
import GRDB

extension Register {
    /// Verifies the file, its references, the chain of the audit trail, and that every row is
    /// exactly what the trail says; alters nothing, and goes on beside a writer.
    ///
    /// It reads the whole file: some seconds for a million rows.
    package func check() throws -> CheckReport {
        do {
            return try pool.read { db in try db.withLargePageCache { try check(db) } }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            var report = CheckReport()
            report.add(.damaged(detail: error.message ?? "malformed"))
            return report
        } catch let error as DatabaseError {
            throw RegisterError(error, path: path)
        }
    }

    private func check(_ db: Database) throws -> CheckReport {
        var report = CheckReport()
        let damages = try String.fetchAll(
            db, sql: "PRAGMA integrity_check(\(CheckReport.limit))")
        guard damages == ["ok"] else {
            for damage in damages { report.add(.damaged(detail: damage)) }
            return report
        }
        try checkReferences(db, report: &report)
        try checkDocuments(db, report: &report)
        try checkFiles(db, report: &report)
        try ChainCheck.run(db, report: &report)
        for content in RowContent.all {
            try RowCheck.run(content, db, report: &report)
        }
        return report
    }

    private func checkReferences(_ db: Database, report: inout CheckReport) throws {
        let references = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
        while let row = try references.next() {
            report.add(.brokenReference(table: row[0], key: row[1], to: row[2]))
        }
        let meetings = try String.fetchCursor(
            db,
            sql: """
                SELECT id FROM meeting WHERE planned_on <> coalesce((
                    SELECT moved_to FROM postponement WHERE meeting = meeting.key
                    ORDER BY decided_on DESC, occurrence DESC LIMIT 1), first_planned_on)
                """)
        while let subject = try meetings.next() {
            report.add(.plannedDayAltered(subject: subject))
        }
    }

    /// Documents are kept under the hash of their content: each is read and hashed anew.
    private func checkDocuments(_ db: Database, report: inout CheckReport) throws {
        let contents = try Row.fetchCursor(
            db, sql: "SELECT sha256, body FROM document_content ORDER BY sha256")
        while let row = try contents.next() {
            let (sha256, body): (String, Data) = (row[0], row[1])
            guard Checksum.hexadecimal(of: body) != sha256 else { continue }
            report.add(.documentAltered(sha256: sha256))
        }
    }

    /// The files of reports and evaluations carry their checksums, and a report that of its
    /// figures, which are its JSON file.
    private func checkFiles(_ db: Database, report: inout CheckReport) throws {
        let files = try Row.fetchCursor(db, sql: "SELECT path, body, checksum FROM document")
        while let row = try files.next() {
            let (path, body, checksum): (String, Data, String) = (row[0], row[1], row[2])
            guard Checksum.hexadecimal(of: body) != checksum else { continue }
            report.add(.fileAltered(path: path))
        }
        let reports = try String.fetchCursor(
            db,
            sql: """
                SELECT report.id || '/' || edition FROM report JOIN document
                ON path = 'reports/' || report.id || '-edition-' || edition || '.json'
                WHERE report.checksum <> document.checksum
                """)
        while let name = try reports.next() { report.add(.figuresAltered(report: name)) }
    }
}
