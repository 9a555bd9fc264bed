import Agreements
import Foundation
import Support
import Testing

@testable import Documents

/// Workbooks as a reader that is not ours opens them: PyPI's `openpyxl`.
struct WorkbookTests {
    /// A cell as the script tells it: its type, and its value as text.
    struct Cell: Decodable, Equatable {
        var type: String
        var value: String
        var format: String
    }

    /// A sheet as the script tells it.
    struct Parsed: Decodable {
        var name: String
        var frozen: String
        var filter: String
        var cells: [[Cell]]
    }

    private static let createdAt = Instant(milliseconds: 1_362_117_600_000)

    @Test func `every cell is what went in, and no text a formula`() async throws {
        let sheet = SheetSamples.sheet

        let parsed = try await open(Workbook([sheet], createdAt: Self.createdAt))

        let table = try #require(parsed.first)
        #expect(parsed.count == 1)
        #expect(table.name == "Avtaler  2013   alle noen")
        #expect(table.frozen == "A2")
        #expect(table.filter == "A1:D21")
        #expect(table.cells[0].map(\.value) == ["Avtale", "Gjelder til", "Møter", "=Andel"])
        #expect(Set(table.cells[0].map(\.type)) == ["text"])
        #expect(table.cells.count == sheet.rows.count + 1)
        for (row, cells) in sheet.rows.enumerated() {
            #expect(table.cells[row + 1] == cells.map(Self.expected))
        }
    }

    @Test func `sheets that would be named alike are told apart`() async throws {
        let name = "Kommuner uten avtale i hele Region Nord"
        let sheet = Sheet(name: name, columns: [Sheet.Column("A")])

        let parsed = try await open(Workbook([sheet, sheet], createdAt: Self.createdAt))

        #expect(
            parsed.map(\.name) == [
                "Kommuner uten avtale i hele Reg", "Kommuner uten avtale i hele 2",
            ])
    }

    @Test func `the same sheets give the same bytes`() throws {
        let workbook = Workbook([SheetSamples.sheet], createdAt: Self.createdAt)

        #expect(try workbook.write() == workbook.write())
    }

    @Test func `a text that no cell takes is refused with its place`() {
        var sheet = Sheet(name: "Møter", columns: [Sheet.Column("Referat")])
        sheet.add([.text(String(repeating: "x", count: 32_768))])
        let workbook = Workbook([sheet], createdAt: Self.createdAt)

        let error = SheetError.textTooLong(sheet: "Møter", column: "Referat", row: 2)
        #expect(throws: error) { try workbook.write() }
        #expect(error.description.hasPrefix("The text in row 2 of «Referat» in «Møter»"))
    }

    private static func expected(_ cell: Sheet.Cell) -> Cell {
        switch cell {
        case .empty: Cell(type: "empty", value: "", format: "General")
        case .text(let text):
            Cell(type: "text", value: text.withoutControls, format: "@")
        case .day(let day) where day.year < 1900:
            Cell(type: "text", value: day.description, format: "@")
        case .day(let day):
            Cell(type: "day", value: day.description, format: "dd.mm.yyyy")
        case .number(let number):
            Cell(type: "number", value: "\(number)", format: "#,##0.##########")
        case .percent(let share): Cell(type: "number", value: "\(share)", format: "0.0%")
        }
    }

    private func open(_ workbook: Workbook) async throws -> [Parsed] {
        let folder = try TemporaryFolder()
        let path = folder.path("book.xlsx")
        try workbook.write().write(to: URL(fileURLWithPath: path))
        let output = try await PythonReader.run("open_workbook.py", beside: #filePath, on: path)
        return try JSONDecoder().decode([Parsed].self, from: Data(output.utf8))
    }
}
