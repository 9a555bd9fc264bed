import Foundation
import Testing

@testable import Register

struct BadFileTests {
    private let bench: ImportBench

    init() throws {
        bench = try ImportBench()
    }

    private static let header = "party,name,role,email\n"

    @Test(
        arguments: [
            (
                "",
                "contacts.csv:1: file: The file is empty. Begin it with the header: "
                    + "party,name,role,email,phone."
            ),
            (
                "\n \r\n",
                "contacts.csv:3: file: The file is empty. Begin it with the header: "
                    + "party,name,role,email,phone."
            ),
            (
                "party\tname\trole\n",
                "contacts.csv:1: file: The columns are separated by tabs. Save the file with "
                    + "«,» or "
                    + "«;»."
            ),
            (
                "party,name,nmae\n",
                "contacts.csv:1: header: «nmae» is not a column of this file. Did you mean name?"
            ),
            (
                "party,name,id\n",
                "contacts.csv:1: header: «id» is not a column of this file. The columns are party, "
                    + "name, role, email, phone."
            ),
            (
                "party,name,\n",
                "contacts.csv:1: header: Column 3 has no name. Name it, or remove it from "
                    + "every row."
            ),
            (
                "party,name,role,name\n",
                "contacts.csv:1: name: The column stands twice in the header. Keep one."
            ),
            (
                "party,role\n",
                "contacts.csv:1: name: The header has no such column, and it is required. Add it."
            ),
            (
                "\u{0}party,name\n",
                "contacts.csv:1: header: There is a NUL byte. Remove it; if the file is "
                    + "UTF-16, save "
                    + "it as UTF-8."
            ),
        ] as [(String, String)])
    func `a header that is wrong is answered with one sentence`(_ text: String, _ fault: String)
        throws
    {
        try bench.put(SmallFolder.files)
        try bench.put(["contacts.csv": text])

        #expect(try bench.faults() == [fault])
    }

    @Test(
        arguments: [
            (
                "K1804,\"Råd\nmannen,,\n",
                "contacts.csv:3: name: The quote that opens this cell is never closed. Close "
                    + "it, and "
                    + "double quotes inside it."
            ),
            (
                "K1804,\"Råd\"mann,,\n",
                "contacts.csv:3: name: There is text after the closing quote. Put the whole "
                    + "cell in "
                    + "quotes, with quotes inside it doubled."
            ),
            (
                "K1804,Råd\"mann,,\n",
                "contacts.csv:3: name: There is a quote inside a cell that is not quoted. Put the "
                    + "whole cell in quotes, with quotes inside it doubled."
            ),
            (
                "K1804,Råd\rmann,,\n",
                "contacts.csv:3: name: There is a carriage return without a line feed. End lines "
                    + "with LF or CRLF."
            ),
            (
                "K1804,Råd\u{0}mann,,\n",
                "contacts.csv:3: name: There is a NUL byte. Remove it; if the file is UTF-16, save "
                    + "it as UTF-8."
            ),
            (
                "K1804,Råd\u{7}mann,,\n",
                "contacts.csv:3: name: There is a control character (0x07). Remove it."
            ),
            (
                "K1804,Råd\n",
                "contacts.csv:3: row: The row has 2 cells and the header 4. Correct the "
                    + "separators, "
                    + "or put cells that hold one in quotes."
            ),
            (
                "K1804,Råd,mann,,\n",
                "contacts.csv:3: row: The row has 5 cells and the header 4. Correct the "
                    + "separators, "
                    + "or put cells that hold one in quotes."
            ),
        ] as [(String, String)])
    func `a row that is not CSV is answered with one sentence`(_ row: String, _ fault: String)
        throws
    {
        try bench.put(SmallFolder.files)
        try bench.put(["contacts.csv": Self.header + "\n" + row])

        #expect(try bench.faults() == [fault])
    }

    @Test func `a cell of 10 MB is refused and the rows after it are read`() throws {
        let cell = String(repeating: "å", count: 5_000_000)
        try bench.put(SmallFolder.files)
        try bench.put(["contacts.csv": Self.header + "K1804,\(cell),,\nK1,B,,\n"])

        #expect(
            try bench.faults() == [
                "contacts.csv:2: name: The cell is over 1 MB. Shorten it to 1 048 576 bytes, or "
                    + "look for a missing quote.",
                "contacts.csv:3: party: «K1» is not a party in parties.csv or in the register. "
                    + "Add it there, or correct the reference.",
            ])
    }

    @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
    func `UTF-16 is refused`(_ mark: [UInt8]) throws {
        try bench.put("contacts.csv", Data(mark + Array("p\0a\0".utf8)))

        #expect(
            try bench.faults() == [
                "contacts.csv:1: file: The file is UTF-16. Save it as UTF-8 (in Excel: «CSV "
                    + "UTF-8»)."
            ])
    }

    @Test func `a byte that Windows-1252 does not have is refused`() throws {
        try bench.put(SmallFolder.files)
        try bench.put(
            "contacts.csv", Data(Self.header.utf8) + Data([0x4B, 0x81, 0x2C, 0x2C, 0x2C]))

        #expect(
            try bench.faults() == [
                "contacts.csv:2: party: Byte 0x81 is neither UTF-8 nor Windows-1252. "
                    + "Save the file as UTF-8."
            ])
    }

    @Test func `a file marked as UTF-8 that is not is refused`() throws {
        try bench.put(
            "contacts.csv", Data([0xEF, 0xBB, 0xBF]) + Data(Self.header.utf8) + Data([0xE5]))

        #expect(
            try bench.faults() == [
                "contacts.csv:2: file: The file begins with the mark of UTF-8, and this line is "
                    + "not UTF-8. Save the whole file as UTF-8."
            ])
    }

    @Test func `unknown files are named with the nearest known name`() throws {
        try bench.put(SmallFolder.files)
        try bench.put(["agrements.csv": "", "LESMEG.md": "x", "regions.csv": "unit,name,seat\n"])

        #expect(
            try bench.faults() == [
                "agrements.csv:1: file: The import format has no such file. "
                    + "Did you mean agreements.csv?"
            ])
    }

    @Test func `a missing folder and one without files are told apart`() throws {
        #expect(throws: ImportError.missingFolder(path: "/nowhere/at/all")) {
            try bench.importFolder("/nowhere/at/all")
        }
        #expect(throws: ImportError.noFiles(path: bench.folder)) { try bench.importFolder() }
    }

    @Test func `every file is checked and what is over 200 faults is counted`() throws {
        let rows = (1...300).map { "f\($0),NORD-1,,Referat,imdi,2013-04-01,open" }
        try bench.put(SmallFolder.files)
        try bench.put([
            "users.csv": "id,name\n",
            "followups.csv": "id,agreement,meeting,title,by,due_on,status\n"
                + rows.joined(separator: "\n"),
        ])

        let faults = try bench.faults()

        #expect(faults.count == 201)
        #expect(faults.prefix(3).allSatisfy { $0.hasPrefix("users.csv:1: ") })
        #expect(faults[3].hasPrefix("followups.csv:2: agreement: «NORD-1» is not an agreement"))
        #expect(faults.last == "more: 103")
    }

    @Test func `a circle of agreements in folder and register is found`() throws {
        func row(_ id: String, _ renews: String) -> String {
            "\(id),Avtale,avtale,municipal,nord,K1804,,,,,,draft,,\(renews)"
        }
        try bench.put(SmallFolder.files)
        try bench.put([
            "agreements.csv": SmallFolder.agreements(
                row("NORD-2012-001", ""), row("A", "B"), row("B", "C"), row("C", ""))
        ])
        try #require(try bench.faults() == [])

        try bench.put(["agreements.csv": SmallFolder.agreements(row("C", "A"))])

        #expect(
            try bench.faults() == [
                "agreements.csv:2: renews: C → A → B → C is a circle. "
                    + "Name the agreement that came before."
            ])
    }
}
