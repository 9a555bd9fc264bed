import Agreements
import Documents
import Foundation
import Rules
import Support
import Testing

/// PDF by WeasyPrint, held against qpdf and Poppler.
struct PDFPrinterTests {
    private static let printer = PDFPrinter(program: "weasyprint")

    private static func document(_ language: Language = .nb) -> ReportDocument {
        ReportDocument(
            SampleReport.report, rulebook: .domain, language: language,
            edition: "annual-2013/1", checksum: "9f86d081884c7d65",
            baseURL: "https://avtalt.example")
    }

    @Test func `a report is sound PDF/A with language, bookmarks and page numbers`() async throws {
        let data = try await Self.document().write(.pdf, printer: Self.printer)

        let folder = try TemporaryFolder()
        let path = folder.path("report.pdf")
        try data.write(to: URL(fileURLWithPath: path))
        let check = try await Tool.run("/usr/bin/qpdf", ["--check", path])
        let raw = try await Tool.run(
            "/usr/bin/qpdf", ["--qdf", "--object-streams=disable", path, "-"])
        let text = try await Tool.run("/usr/bin/pdftotext", ["-layout", path, "-"])

        #expect(check.contains("No syntax or stream encoding errors found"))
        #expect(raw.contains(#"pdfaid:part="3""#))
        #expect(raw.contains(#"pdfaid:conformance="B""#))
        #expect(raw.contains("/Lang (nb)"))
        #expect(raw.contains("/OutputIntents"))
        #expect(raw.contains("/Outlines"))
        #expect(
            raw.contains("(https://avtalt.example/norway/records/plan_coverage/nord?year=2013)"))
        #expect(text.contains("Side 1 av "))
        #expect(text.contains("Sammendrag for direktøren"))
        #expect(text.contains("9f86d081884c7d65"))
    }

    @Test func `each unit has one page, and the director's summary two at most`() async throws {
        let data = try await Self.document().write(.pdf, printer: Self.printer)

        let folder = try TemporaryFolder()
        let path = folder.path("report.pdf")
        try data.write(to: URL(fileURLWithPath: path))
        let text = try await Tool.run("/usr/bin/pdftotext", ["-layout", path, "-"])

        // The head of a page ends with the section that it belongs to.
        let heads = text.split(separator: "\u{0C}").compactMap { page in
            page.split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) }
        }
        for unit in ["Øst", "Indre Øst", "Sør", "Vest", "Midt", "Nord", "Sentralt"] {
            #expect(heads.count { $0.hasSuffix("  \(unit)") } == 1, "\(unit)")
        }
        #expect((1...2).contains(heads.count { $0.hasSuffix("Sammendrag for direktøren") }))
    }

    @Test func `the same edition gives the same bytes`() async throws {
        let first = try await Self.document(.nn).write(.pdf, printer: Self.printer)
        let second = try await Self.document(.nn).write(.pdf, printer: Self.printer)

        #expect(first == second)
    }

    @Test func `a program that is not there is named`() async throws {
        let printer = PDFPrinter(program: "weasyprint-of-nowhere")

        await #expect(throws: PrintError.missing(program: "weasyprint-of-nowhere")) {
            try await Self.document().write(.pdf, printer: printer)
        }
        await #expect(throws: PrintError.switchedOff) {
            try await Self.document().write(.pdf, printer: nil)
        }
    }

    @Test func `a page that names another computer's picture does without it`() async throws {
        let html = """
            <!DOCTYPE html><html lang="en"><title>T</title>
            <p>Text <img src="http://192.0.2.1/picture.png" alt="Missing"></p></html>
            """

        let data = try await Self.printer.print(html, on: .first(of: 2013), identifier: "t")

        #expect(data.starts(with: Data("%PDF-".utf8)))
    }
}
