import Agreements
import Foundation
import Rules
import Support
import Testing

@testable import Documents

/// A report's workbook as PyPI's `openpyxl` opens it, against the report's JSON.
struct ReportWorkbookTests {
    private struct Parsed: Decodable {
        var name: String
        var frozen: String
        var filter: String
        var cells: [[Cell]]
    }

    private struct Cell: Decodable {
        var type: String
        var value: String
        var format: String

        /// The same value of the same type; a number to as many digits as a workbook keeps.
        func isSame(as other: Cell) -> Bool {
            guard type == other.type else { return false }
            guard let number = Double(value), let otherNumber = Double(other.value) else {
                return value == other.value
            }
            return abs(number - otherNumber) <= 1e-12 * max(1, abs(number))
        }
    }

    private static let workbook = ReportWorkbook(
        SampleReport.report, rulebook: .domain, in: .en, edition: "annual-2013/1",
        checksum: "9f86d081884c7d65")

    private func open(_ workbook: ReportWorkbook) async throws -> [Parsed] {
        let folder = try TemporaryFolder()
        let path = folder.path("report.xlsx")
        try workbook.write().write(to: URL(fileURLWithPath: path))
        return try await parse(path)
    }

    private func parse(_ path: String) async throws -> [Parsed] {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sheets/WorkbookTests.swift").path
        let output = try await PythonReader.run("open_workbook.py", beside: script, on: path)
        return try JSONDecoder().decode([Parsed].self, from: Data(output.utf8))
    }

    @Test func `there is a sheet for each theme, with a frozen head and a filter`() async throws {
        let sheets = try await open(Self.workbook)

        #expect(
            sheets.map(\.name) == [
                "Key figures", "Spread", "Results against targets", "Coverage",
                "Settled of places decided", "Activities", "Figures by sub-goal",
                "Grants under agreement", "Overdue", "What needs attention", "About this report",
            ])
        #expect(sheets.allSatisfy { $0.frozen == "A2" && $0.filter.hasPrefix("A1:") })
    }

    @Test(arguments: OwningUnit.allCases.map(\.rawValue) + ["total"])
    func `every figure is the JSON's, as a number`(code: String) async throws {
        let data = Data(ReportJSON(SampleReport.report).render().utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let units = try #require(json["units"] as? [String: [String: Any]])
        let values = try #require(code == "total" ? json["total"] as? [String: Any] : units[code])

        let sheet = try #require(try await open(Self.workbook).first)
        let unitName = Texts(.en)[OwningUnit(rawValue: code)?.text ?? .total]
        let rows = sheet.cells.dropFirst().filter { $0[3].value == unitName }

        #expect(rows.count == ReportRow.all.count)
        for row in rows {
            let key = row[2].value
            let expected = try #require(Self.value(key, in: values), "no «\(key)»")
            for (column, part) in [
                (4, "value"), (5, "value"), (6, "numerator"), (7, "denominator"),
            ] {
                guard row[column].type != "empty" else { continue }
                #expect(row[column].type == "number")
                let wanted: Any? =
                    if let object = expected as? [String: Any] { object[part] } else { expected }
                let number = try #require(wanted as? Double, "\(key) \(part)")
                #expect(abs((Double(row[column].value) ?? .nan) - number) < 1e-12, "\(key) \(part)")
            }
        }
    }

    @Test func `LibreOffice finds in every cell what openpyxl finds`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("report.xlsx")
        try Self.workbook.write().write(to: URL(fileURLWithPath: path))

        let sheets = try await parse(path)
        let opened = try await parse(try await LibreOffice.saved(path, in: folder))

        #expect(opened.map(\.name) == sheets.map(\.name))
        for (sheet, other) in zip(sheets, opened) {
            #expect(other.filter == sheet.filter, "\(sheet.name)")
            #expect(other.cells.count >= sheet.cells.count, "\(sheet.name)")
            for (row, (cells, others)) in zip(sheet.cells, other.cells).enumerated() {
                for (column, cell) in cells.enumerated() where cell.type != "empty" {
                    let found = try #require(others.dropFirst(column).first)
                    #expect(
                        cell.isSame(as: found),
                        "\(sheet.name), row \(row + 1), column \(column + 1): \(found.value)")
                }
            }
        }
    }

    /// What a code with full stops names in the JSON.
    private static func value(_ code: String, in values: [String: Any]) -> Any? {
        var value: Any? = values
        for part in code.split(separator: ".") {
            value = (value as? [String: Any])?[String(part)]
        }
        return value
    }

    @Test func `exceptions have real dates, and coverage every cell`() async throws {
        let sheets = try await open(Self.workbook)
        let exceptions = try #require(sheets.first { $0.name == "What needs attention" })
        let coverage = try #require(sheets.first { $0.name == "Coverage" })

        let overdue = try #require(exceptions.cells.dropFirst().first)
        #expect(overdue[5].type == "day")
        #expect(overdue[5].value == "2013-05-03")
        #expect(overdue[6].value == "242.0")
        #expect(
            coverage.cells.count - 1
                == SampleReport.report.parts.reduce(0) { $0 + $1.coverage.count })
    }

    @Test func `what the report says of itself is on the last sheet`() async throws {
        var report = SampleReport.report
        report.missing = [MissingPart(unit: .vest, reason: "the worker died three times")]
        report.divisionOn = Day.first(of: 2020)

        let about = try #require(
            try await open(ReportWorkbook(report, rulebook: .domain, in: .en)).last)
        let text = about.cells.flatMap { $0.map(\.value) }.joined(separator: "\n")

        #expect(text.contains("as it is on 1\u{A0}January\u{A0}2020"))
        #expect(text.contains("the worker died three times"))
    }

    @Test(arguments: Language.allCases)
    func `the same report gives the same bytes`(language: Language) throws {
        func bytes() throws -> Data {
            try ReportWorkbook(SampleReport.report, rulebook: .domain, in: language).write()
        }

        #expect(try bytes() == bytes())
    }
}
