import Testing

@testable import Web

/// Files are told by their content.
struct DocumentTypeTests {
    /// A ZIP file of stored files, each with its name and content.
    private static func zip(_ files: [(name: String, content: String)]) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
        }
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let sizes = number(content.utf8.count, 4) + number(content.utf8.count, 4)
            let start = body.count
            body += [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 2) + number(0, 2)
            body += number(0, 4) + number(0, 4) + sizes + number(name.utf8.count, 2)
            body += number(0, 2) + Array(name.utf8) + Array(content.utf8)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 2)
            directory += number(0, 2) + number(0, 4) + number(0, 4) + sizes
            directory += number(name.utf8.count, 2) + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 2) + number(0, 4) + number(start, 4) + Array(name.utf8)
        }
        let end: [UInt8] =
            [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2)
            + number(files.count, 2) + number(directory.count, 4) + number(body.count, 4)
            + number(0, 2)
        return body + directory + end
    }

    @Test func `documents, sheets and pictures are known by what they hold`() {
        let content = ("[Content_Types].xml", "")

        #expect(DocumentType(Array("%PDF-1.4".utf8)) == .pdf)
        #expect(DocumentType([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(DocumentType([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(DocumentType(Self.zip([content, ("word/document.xml", "")])) == .docx)
        #expect(DocumentType(Self.zip([content, ("xl/workbook.xml", "")])) == .xlsx)
        #expect(
            DocumentType(
                Self.zip([
                    ("mimetype", "application/vnd.oasis.opendocument.text"),
                    ("content.xml", ""),
                ])) == .odt)
    }

    @Test(arguments: [
        zip([("evil.exe", "")]),
        zip([("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")]),
        zip([("mimetype", "application/epub+zip")]),
        Array(zip([("[Content_Types].xml", ""), ("word/document.xml", "")]).dropLast(30)),
        [0x50, 0x4B, 3, 4], [], Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
    ])
    func `anything else is refused, macros and torn files too`(content: [UInt8]) {
        #expect(DocumentType(content) == nil)
    }

    @Test(arguments: [
        ("avtale.pdf", "avtale.pdf"), ("avtale.html", "avtale.html.pdf"), ("", "dokument.pdf"),
        ("AVTALE.PDF", "AVTALE.PDF"), ("a\u{1}b\n.pdf", "ab.pdf"),
    ])
    func `a name ends as the content says`(sent: String, name: String) {
        #expect(DocumentType.pdf.name(from: sent) == name)
    }
}
