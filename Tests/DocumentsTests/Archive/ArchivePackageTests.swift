import Agreements
import Checksum
import Foundation
import Support
import Testing

@testable import Documents

/// Packages for the archive as Python's `zipfile` opens them.
struct ArchivePackageTests {
    private struct Opened: Decodable {
        struct File: Decodable {
            let sha256: String
            let size: Int
        }

        struct Metadata: Decodable {
            let agreement: String
            let caseNumber: String?
            let publicTitle: String
            let accessRestricted: Bool
            let accessGround: String?
            let records: AgreementYear
        }

        let broken: String?
        let files: [String: File]
        let list: [ArchivePackage.File]
        let metadata: Metadata
    }

    private static var year: AgreementYear {
        var year = AgreementYear(
            year: 2013, id: "NORD-2012-001", title: "Samarbeidsavtale med Kárášjohka <b>",
            designation: "Includio", kind: .municipal, owner: .nord)
        year.parties = ["Kárášjohka – Karasjok"]
        year.publicTitle = "Samarbeidsavtale"
        year.caseNumber = "12/345"
        year.accessGround = "offl. § 13"
        year.meetings = [
            .init(
                id: "NORD-2012-001/H1", text: "Bosetting", on: Day("2013-05-03"), state: "held",
                note: "Referat")
        ]
        year.evaluation = .init(
            id: "NORD-2012-001/2013", text: "evaluation", on: Day("2014-01-20"),
            state: "approved", note: "continue")
        year.scores = [.init(side: .imdi, dimension: "overall", score: 5)]
        return year
    }

    private static func package(_ year: AgreementYear = year) -> ArchivePackage {
        ArchivePackage(
            year,
            documents: [
                .init(
                    name: "avtale.pdf", mediaType: "application/pdf", kind: "signed",
                    content: Data("%PDF-1.7 avtale".utf8)),
                .init(
                    name: "../../avtale.pdf", mediaType: "application/pdf", kind: "minutes",
                    content: Data("æøå".utf8)),
            ], language: .nb, checksum: { Checksum.hexadecimal(of: $0) })
    }

    private static let printer = PDFPrinter(program: "weasyprint")

    @Test func `a package holds the year, the documents, metadata and a true list`() async throws {
        let (archive, files) = try await Self.package().write(printer: Self.printer)
        let folder = try TemporaryFolder()
        let path = folder.path("package.zip")
        try archive.write(to: URL(fileURLWithPath: path))

        let output = try await PythonReader.run("open_package.py", beside: #filePath, on: path)
        let opened = try JSONDecoder().decode(Opened.self, from: Data(output.utf8))

        #expect(opened.broken == nil)
        #expect(
            Set(opened.files.keys) == [
                "agreement-2013.pdf", "documents/1-avtale.pdf",
                "documents/2-.._.._avtale.pdf", "metadata.json", "files.json",
            ])
        #expect(opened.list == files)
        for file in files {
            #expect(opened.files[file.path]?.sha256 == file.sha256)
            #expect(opened.files[file.path]?.size == file.size)
        }
        #expect(opened.metadata.caseNumber == "12/345")
        #expect(opened.metadata.publicTitle == "Samarbeidsavtale")
        #expect(opened.metadata.accessRestricted)
        #expect(opened.metadata.accessGround == "offl. § 13")
        #expect(opened.metadata.records == Self.year)
    }

    @Test func `the same year gives the same bytes`() async throws {
        let first = try await Self.package().write(printer: Self.printer).archive
        let second = try await Self.package().write(printer: Self.printer).archive

        #expect(first == second)
    }

    @Test(arguments: Language.allCases)
    func `the page names what it shows in the reader's language`(language: Language) {
        let page = AgreementYearPage(Self.year, in: language).render()

        #expect(page.contains("Kárášjohka &lt;b&gt;"))
        #expect(page.contains(Texts(language)[.archiveHeld]))
        #expect(page.contains(Texts(language)[.recommendContinue]))
        #expect(!page.contains(">held<"))
    }
}
