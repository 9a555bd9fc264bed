import Agreements
import Foundation
import Rules
import Support
import Testing

@testable import Documents

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

    @Test func `what a screen reader goes by is in the file, in the order of the text`()
        async throws
    {
        let rows = (1...60).map { "<tr><th scope=\"row\">Row \($0)</th><td>\($0)</td></tr>" }
        let html = """
            <!DOCTYPE html><html lang="nb"><title>T</title><body><main>
            <h1>Heading</h1><p>Before <a href="https://avtalt.example/">the link</a> after.</p>
            <h2>List</h2><ul style="list-style: none"><li>One</li></ul>
            <dl><div><dt>Name</dt><dd>Value</dd></div></dl>
            <svg viewBox="0 0 9 9" role="img"><title>Bær</title><desc>To søyler.</desc>
            <rect width="5" height="5"/></svg>
            <table><caption>Table</caption><thead><tr><th scope="col">Text</th>
            <th scope="col" colspan="1">Number</th></tr></thead><tbody>\(rows.joined())</tbody>
            </table></main></html>
            """

        let data = try await Self.printer.print(html, on: .first(of: 2013), identifier: "t")

        let folder = try TemporaryFolder()
        let path = folder.path("page.pdf")
        try data.write(to: URL(fileURLWithPath: path))
        let raw = try await Tool.run("/usr/bin/qpdf", ["--qdf", path, "-"])
        let structure = try await Tool.run("/usr/bin/pdfinfo", ["-struct-text", path])
        let lines = structure.split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.hasPrefix("Object") }
        let start = """
            Document|Sect|H1 (block)|"Heading"|P (block)|"Before "|Link (inline)|"the link"|\
            " after."|H2 (block)|"List"|L (block)|LI (block)|LBody (block)|"One"|\
            L (block)|LI (block)|Lbl (block)|"Name"|LBody (block)|"Value"|Figure
            """
        #expect(lines.joined(separator: "|").hasPrefix(start), "\(lines.prefix(40))")
        #expect(lines.filter { $0 == "TD" }.count == 60)
        #expect(lines.filter { $0 == "\"Number\"" }.count == 1)
        #expect(raw.contains("/MarkInfo"))
        let alternative = "Bær. To søyler.".utf16.map { String(format: "%04x", $0) }.joined()
        #expect(raw.lowercased().contains("/alt <feff\(alternative)>"))
        #expect(raw.contains("/Scope /Column"))
        #expect(raw.contains("/Scope /Row"))
    }

    @Test func `every heading, figure and cell of a report is in its structure`() async throws {
        let data = try await Self.document().write(.pdf, printer: Self.printer)

        let folder = try TemporaryFolder()
        let path = folder.path("report.pdf")
        try data.write(to: URL(fileURLWithPath: path))
        let raw = try await Tool.run("/usr/bin/qpdf", ["--qdf", path, "-"])
        let html = ReportPage(
            SampleReport.report, rulebook: .domain, in: .nb, unit: nil,
            edition: "annual-2013/1", checksum: "9f86d081884c7d65",
            baseURL: "https://avtalt.example", isOnPaper: true
        ).render()
        for (role, tag) in [
            ("H1", "h1"), ("H2", "h2"), ("H3", "h3"), ("TH", "th"), ("TD", "td"), ("TR", "tr"),
            ("Table", "table"), ("Caption", "caption"), ("Figure", "svg"),
        ] {
            let count =
                html.components(separatedBy: "<\(tag)>").count
                + html.components(separatedBy: "<\(tag) ").count - 2
            let marked = raw.components(separatedBy: "/S /\(role)\n").count - 1
            #expect(marked == count && count > 0, "\(role)")
        }
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
