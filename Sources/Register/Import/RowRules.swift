import Agreements

/// Checks the cells of a row against each other (the end of import-format.md).
struct RowRules {
    let file: ImportFile
    let context: ImportContext

    func check(_ row: ImportRow) throws {
        for rule in file.rules {
            switch rule {
            case .notBefore(let later, let earlier):
                checkOrder(row, later: later, earlier: earlier)
            case .filled(let column, let when, let values):
                checkFilled(row, column, when: when, isOneOf: values)
            case .exactlyOne(let one, let other): checkExactlyOne(row, one, other)
            case .notBefore15November(let column, let year):
                checkSeason(row, column, year: year)
            case .dimensionOfKind(let column, let agreement):
                try checkDimension(row, column, agreement: agreement)
            }
        }
    }

    private func checkOrder(_ row: ImportRow, later: Int, earlier: Int) {
        let (first, last) = (row.fields[earlier], row.fields[later])
        guard first.form == .text, last.form == .text, last.number < first.number else { return }
        report(
            row, later,
            "\(day(last)) is before \(file.columns[earlier].name), which is \(day(first)). "
                + "Correct one of them.")
    }

    private func checkFilled(_ row: ImportRow, _ column: Int, when: Int, isOneOf values: [Int]) {
        let decisive = row.fields[when]
        guard row.fields[column].form == .null, decisive.form == .text,
            values.contains(Int(decisive.number))
        else { return }
        report(
            row, column,
            "It is empty, and \(file.columns[when].name) is "
                + "\(String(decoding: decisive.bytes, as: UTF8.self)). Write the date, such as "
                + "2013-05-31, or correct \(file.columns[when].name).")
    }

    private func checkExactlyOne(_ row: ImportRow, _ one: Int, _ other: Int) {
        let filled = [one, other].count { row.fields[$0].form != .null }
        guard filled != 1 else { return }
        report(
            row, one,
            "\(file.columns[one].name) and \(file.columns[other].name) are both "
                + "\(filled == 0 ? "empty" : "filled"). Give exactly one of them.")
    }

    private func checkSeason(_ row: ImportRow, _ column: Int, year: Int) {
        let (approved, year) = (row.fields[column], row.fields[year])
        guard approved.form == .text, year.form == .integer,
            let opening = Day(year: Int(year.number), month: 11, day: 15),
            approved.number < Int64(opening.number)
        else { return }
        report(
            row, column,
            "\(day(approved)) is before \(opening), when evaluations for \(year.number) open. "
                + "Correct the date or the year.")
    }

    private func checkDimension(_ row: ImportRow, _ column: Int, agreement: Int) throws {
        let (dimension, agreement) = (row.fields[column], row.fields[agreement])
        guard dimension.form == .text, agreement.form == .integer,
            let kind = try context.kind(ofAgreement: agreement.number, among: Self.kinds),
            Self.dimensions[kind].find(dimension.bytes) == nil
        else { return }
        report(
            row, column,
            "\(CellFault.quote(dimension.bytes)) is not scored in a \(Self.kinds.names[kind]) "
                + "agreement. Write one of \(Self.dimensions[kind].names.joined(separator: ", ")).")
    }

    private static let kinds = Choices(AgreementKind.self)
    /// By position of the kind.
    private static let dimensions = AgreementKind.allCases.map { Choices(Dimension.all(for: $0)) }

    private func report(_ row: ImportRow, _ column: Int, _ message: @autoclosure () -> String) {
        context.faults.add(
            file.fileName, line: row.line, column: file.columns[column].name, message())
    }

    private func day(_ field: Field) -> Day { Day(number: Int32(field.number)) }
}
