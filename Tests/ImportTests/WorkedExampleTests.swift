import Foundation
import GRDB
import Testing

@testable import Register

struct WorkedExampleTests {
    private let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    @Test func `the reference data and the worked example are imported`() throws {
        let reference = try bench.importFolder(ImportBench.repository("Config/norway"))
        let example = try bench.importFolder(
            ImportBench.repository("Tests/Examples/2013/register"))

        #expect(reference.added == ["counties": 33, "municipalities": 838])
        #expect(
            example.added == [
                "activities": 265, "agreements": 24, "commitments": 39, "evaluations": 38,
                "followups": 112, "grants": 30, "measures": 119, "meetings": 140, "parties": 498,
                "plans": 54, "postponements": 76, "scores": 308, "settlement": 886, "targets": 12,
                "users": 34,
            ])
    }

    @Test func `the agreements of 2013 are imported`() throws {
        try bench.importFolder(ImportBench.repository("Config/norway"))
        let summary = try bench.importFolder(ImportBench.repository("Config/imdi-2013"))

        #expect(summary.added["agreements"] == 35)
    }

    @Test func `a meeting is planned on the day of its last postponement`() throws {
        try importExample()

        let planned = try bench.value(
            "SELECT planned_on FROM meeting WHERE id = 'CENTRAL-2012-0000/2014/t0'")

        #expect(planned == "2014-11-11")
    }

    @Test func `the same folder changes nothing the second time`() throws {
        try importExample()
        let before = try bench.content()

        let summary = try bench.importFolder(
            ImportBench.repository("Tests/Examples/2013/register"))

        #expect(summary.added.values.allSatisfy { $0 == 0 })
        #expect(summary.changed.values.allSatisfy { $0 == 0 })
        #expect(summary.unchanged["settlement"] == 886)
        #expect(try bench.content() == before)
    }

    @Test func `a dry run counts and leaves the register as it was`() throws {
        try bench.importFolder(ImportBench.repository("Config/norway"))
        let before = try bench.content()

        let summary = try bench.importFolder(
            ImportBench.repository("Tests/Examples/2013/register"), dryRun: true)

        #expect(summary.isDryRun)
        #expect(summary.added["agreements"] == 24)
        #expect(try bench.content() == before)
    }

    @Test func `an export imported elsewhere exports the same bytes`() throws {
        try importExample()
        let other = try ImportBench()

        try bench.register.exportFolder(bench.path("first"))
        try other.importFolder(bench.path("first"))
        try other.register.exportFolder(other.path("second"))

        let first = try ImportBench.files(in: bench.path("first"))
        #expect(first.count == 18)
        #expect(try ImportBench.files(in: other.path("second")) == first)
        #expect(try bench.importFolder(other.path("second")).changed.values.allSatisfy { $0 == 0 })
    }

    @Test func `what the format has no place for changes no byte of an export`() throws {
        try importExample()
        try bench.register.exportFolder(bench.path("before"))
        let agreement = try #require(
            try bench.value("SELECT id FROM agreement WHERE status = 'active' ORDER BY id"))

        try bench.register.write { db in
            try AgreementDeeds(db, author: ImportBench.author, at: ImportBench.moment).file(
                agreement, publicTitle: "Avtale", caseNumber: "13/100", accessGround: nil)
            try DocumentDeeds(db, author: ImportBench.author, at: ImportBench.moment).add(
                DocumentDeeds.Upload(
                    kind: .signed, name: "avtale.pdf", mediaType: "application/pdf",
                    content: Data("%PDF-1.7".utf8)),
                to: agreement)
        }
        try bench.register.exportFolder(bench.path("after"))

        #expect(
            try ImportBench.files(in: bench.path("after"))
                == ImportBench.files(in: bench.path("before")))
        #expect(try bench.register.check().problems == [])
    }

    @Test func `every imported row is vouched for by the audit trail`() throws {
        try importExample()

        #expect(try bench.register.check().problems == [])
    }

    private func importExample() throws {
        try bench.importFolder(ImportBench.repository("Config/norway"))
        try bench.importFolder(ImportBench.repository("Tests/Examples/2013/register"))
    }
}
