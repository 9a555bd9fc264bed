/// Which cell of a row belongs to which column of a file.
struct CSVHeader {
    /// Position of the cell by position of the column; nil where the file does not have it.
    let cells: [Int?]
    /// Name by position of the cell.
    let names: [String]

    /// Takes the reader's next row as the header; nil, with the faults reported, when the rows
    /// cannot be told apart by it.
    static func read(_ reader: CSVReader, of file: ImportFile, faults: ImportFaults) throws
        -> CSVHeader?
    {
        func report(_ message: String, column: String = "header") {
            faults.add(file.fileName, line: max(1, reader.line), column: column, message)
        }
        switch try reader.next() {
        case .end:
            report(
                "The file is empty. Begin it with the header: "
                    + "\(file.columns.map(\.name).joined(separator: ",")).", column: "file")
            return nil
        case .fault(let fault):
            report(fault.message.capitalised)
            return nil
        case .row: break
        }
        let names = try names(in: reader)
        let known = file.columns.map(\.name)
        let before = faults.kept.count + faults.more
        for (index, name) in names.enumerated() {
            if names[..<index].contains(name) {
                report("The column stands twice in the header. Keep one.", column: name)
            } else if !known.contains(name) {
                report(unknown(name, known: known, cell: index + 1))
            }
        }
        for column in file.columns where column.isRequired && !names.contains(column.name) {
            report(
                "The header has no such column, and it is required. Add it.", column: column.name)
        }
        guard faults.kept.count + faults.more == before else { return nil }
        return CSVHeader(cells: known.map(names.firstIndex), names: names)
    }

    private static func names(in reader: CSVReader) throws -> [String] {
        let scratch = Scratch()
        return try (0..<min(reader.cellCount, CSVReader.keptCells)).map { index in
            String(
                decoding: try CellText.read(reader.cell(index), scratch: scratch), as: UTF8.self)
        }
    }

    private static func unknown(_ name: String, known: [String], cell: Int) -> String {
        guard !name.isEmpty else {
            return "Column \(cell) has no name. Name it, or remove it from every row."
        }
        let quoted = name.count > 40 ? "«\(name.prefix(40))…»" : "«\(name)»"
        let nearest = NearestName.of(name, among: known)
        return "\(quoted) is not a column of this file. "
            + (nearest.map { "Did you mean \($0)?" }
                ?? "The columns are \(known.joined(separator: ", ")).")
    }
}

extension String {
    /// With an upper-case first letter, as sentences begin.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
