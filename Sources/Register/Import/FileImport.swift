import Agreements
import GRDB

/// Imports one file of the folder: reads, checks and writes it row by row.
///
/// Nothing is written any more once anything in the folder is wrong; the rest is only checked.
final class FileImport {
    private let file: ImportFile
    private let context: ImportContext
    private let reader: CSVReader
    private let header: CSVHeader
    private let cells: FieldReader
    private let rules: RowRules
    private let store: RowStore
    /// Rows by their identity.
    private let directory: Directory
    /// How many rows with the same values came before, for rows told apart by occurrence.
    private var occurrences = IdentityTable()
    private var row: ImportRow
    private var isSound = true
    private var circles = CircleSearch()
    private var keys: ClosedRange<Int64>?
    private var identity: [UInt8] = []
    private(set) var added = 0
    private(set) var changed = 0
    private(set) var unchanged = 0

    /// Nil, with the fault reported, when not even the header can be read.
    init?(_ file: ImportFile, path: String, context: ImportContext) throws {
        self.file = file
        self.context = context
        directory = try Self.directory(of: file, context: context)
        cells = FieldReader(context: context)
        rules = RowRules(file: file, context: context)
        row = ImportRow(of: file)
        do {
            reader = try CSVReader(path: path)
            guard let header = try CSVHeader.read(reader, of: file, faults: context.faults) else {
                directory.isIncomplete = true
                return nil
            }
            self.header = header
        } catch let fault as CSVFault {
            directory.isIncomplete = true
            context.faults.add(
                file.fileName, line: fault.line, column: "file", fault.message.capitalised)
            return nil
        } catch let fault as CellFault {
            directory.isIncomplete = true
            context.faults.add(file.fileName, line: 1, column: "header", fault.message)
            return nil
        }
        store = try RowStore(file, in: context.db)
    }

    /// Takes every row, and records what was added in the audit trail.
    func run(trail: AuditTrail) throws {
        do {
            if file.selfReference != nil { try announceRows() }
            while let step = try nextRow() {
                if step { try takeRow(trail: trail) }
            }
        } catch let fault as CSVFault {
            report(line: reader.line, column: "file", fault.message.capitalised)
            directory.isIncomplete = true
        }
        try reportCircles()
        if let keys, context.faults.isEmpty {
            try trail.recordAddition(table: file.table, keys: keys)
        }
    }

    private static func directory(of file: ImportFile, context: ImportContext) throws -> Directory {
        if let referenced = file.referenced { return context.directory(of: referenced) }
        if file.table == "evaluation" { return context.evaluations }
        return Directory(lastKey: try ImportContext.lastKey(of: file.table, in: context.db))
    }

    // MARK: Rows

    /// Makes every identifier of the file known, since rows refer to rows below them.
    private func announceRows() throws {
        while true {
            switch try reader.next() {
            case .row:
                guard let cell = header.cells[0], cell < reader.cellCount,
                    let text = readableText(cell)
                else { continue }
                _ = try claim(text)
            case .fault: directory.isIncomplete = true
            case .end:
                try reader.rewind()
                _ = try reader.next()
                return
            }
        }
    }

    private func readableText(_ cell: Int) -> UnsafeBufferPointer<UInt8>? {
        do {
            let text = try CellText.read(reader.cell(cell), scratch: context.scratch)
            return text.isEmpty ? nil : text
        } catch {
            // Reported when the row itself is read.
            return nil
        }
    }

    /// False where the row has been reported, nil at the end.
    private func nextRow() throws -> Bool? {
        context.scratch.reset()
        switch try reader.next() {
        case .end: return nil
        case .fault(let fault):
            let column = fault.cell.flatMap { $0 < header.names.count ? header.names[$0] : nil }
            report(line: fault.line, column: column ?? "row", fault.message.capitalised)
            directory.isIncomplete = true
            return false
        case .row:
            if reader.cellCount == header.names.count { return true }
            report(
                line: reader.line, column: "row",
                "The row has \(reader.cellCount) cells and the header \(header.names.count). "
                    + "Correct the separators, or put cells that hold one in quotes.")
            directory.isIncomplete = true
            return false
        }
    }

    private func takeRow(trail: AuditTrail) throws {
        isSound = true
        row.line = reader.line
        var list = 0
        for (index, column) in file.columns.enumerated() {
            if column.link == nil {
                row.fields[index] = try field(column, at: header.cells[index])
                if row.fields[index].form == .faulty { isSound = false }
            } else {
                row.lists[list] = try self.list(column, at: header.cells[index])
                list += 1
            }
        }
        try rules.check(row)
        try findExtra()
        guard let claim = try claimRow() else { return }
        try write(claim, trail: trail)
    }

    private func field(_ column: ImportColumn, at cell: Int?) throws -> Field {
        do {
            guard let cell else { return try emptyField(column) }
            let text = try CellText.read(reader.cell(cell), scratch: context.scratch)
            return text.isEmpty ? try emptyField(column) : try cells.read(text, as: column)
        } catch let fault as CellFault {
            report(line: row.line, column: column.name, fault.message)
            return .faulty
        }
    }

    private func emptyField(_ column: ImportColumn) throws -> Field {
        guard !column.isRequired else { throw Self.emptyCell }
        guard let empty = column.empty else { return .null }
        return try cells.read(context.scratch.keep(empty.utf8), as: column)
    }

    private static let emptyCell = CellFault("The cell is empty, and it is required. Fill it.")

    private func list(_ column: ImportColumn, at cell: Int?) throws -> [Int64] {
        do {
            guard let cell else { return [] }
            let text = try CellText.read(reader.cell(cell), scratch: context.scratch)
            guard let values = try cells.readList(text, as: column) else {
                isSound = false
                return []
            }
            if values.isEmpty, column.isRequired { throw Self.emptyCell }
            return values
        } catch let fault as CellFault {
            report(line: row.line, column: column.name, fault.message)
            isSound = false
            return []
        }
    }

    // MARK: Identity

    /// Fills the field that is in no column, once those it follows from are known.
    private func findExtra() throws {
        switch file.extra {
        case .none: return
        case .plannedOn:
            row.fields[file.extraField] = row.fields[file.position(of: "first_planned_on")]
        case .occurrence:
            guard let identity = encode(file.identity.dropLast()) else {
                row.fields[file.extraField] = .faulty
                return
            }
            row.fields[file.extraField] = .integer(identity.withUnsafeBufferPointer(count))
        case .evaluation:
            row.fields[file.extraField] = try evaluation()
        }
    }

    private func count(_ identity: UnsafeBufferPointer<UInt8>) -> Int64 {
        guard let place = occurrences.find(identity) else {
            occurrences.add(identity, key: 1, line: row.line, isRegistered: false)
            return 1
        }
        occurrences[place].key += 1
        return occurrences[place].key
    }

    private func evaluation() throws -> Field {
        let (agreement, year) = (row.fields[0], row.fields[1])
        guard agreement.form == .integer, year.form == .integer, let identity = encode([0, 1])
        else { return .faulty }
        let key = try identity.withUnsafeBufferPointer {
            try context.evaluation(
                ofAgreement: agreement.number, year: year.number, identity: $0)
        }
        if let key { return .integer(key) }
        isSound = false
        if !context.evaluations.isIncomplete {
            report(
                line: row.line, column: "year",
                "There is no evaluation of \(CellFault.quote(agreement.bytes)) for "
                    + "\(year.number) in evaluations.csv or in the register. Add it there.")
        }
        return .faulty
    }

    /// Nil, with the fault reported, when the row's identity is unknown or another row's.
    private func claimRow() throws -> Directory.Claim? {
        let isNamed = file.identity == [0]
        let claim: Directory.Claim
        if isNamed {
            guard row.fields[0].form == .text else {
                directory.isIncomplete = true
                return nil
            }
            claim = try self.claim(row.fields[0].bytes)
        } else {
            guard let identity = encode(file.identity[...]) else {
                directory.isIncomplete = true
                return nil
            }
            claim = try identity.withUnsafeBufferPointer { identity in
                try directory.claim(identity, line: row.line) { try store.find(row.fields) }
            }
        }
        guard case .duplicate(let line) = claim else { return claim }
        let columns = file.identity.filter { $0 < file.columns.count }
            .map { file.columns[$0].name }.joined(separator: ", ")
        report(
            line: row.line, column: file.columns[file.identity[0]].name,
            "Line \(line) has the same \(columns.isEmpty ? "evaluation" : columns). "
                + "Keep one of the two rows, or correct one.")
        return nil
    }

    private func claim(_ identifier: UnsafeBufferPointer<UInt8>) throws -> Directory.Claim {
        try directory.claim(identifier, line: reader.line) {
            guard let referenced = file.referenced else {
                return try store.find(row.fields)
            }
            return try context.registeredKey(of: identifier, in: referenced)
        }
    }

    /// The bytes of the fields; nil where one is faulty.
    private func encode(_ positions: ArraySlice<Int>) -> [UInt8]? {
        identity.removeAll(keepingCapacity: true)
        for position in positions {
            let field = row.fields[position]
            switch field.form {
            case .faulty: return nil
            case .null: identity.append(0)
            case .text:
                identity.append(1)
                withUnsafeBytes(of: field.bytes.count) { identity.append(contentsOf: $0) }
                identity.append(contentsOf: field.bytes)
            case .integer, .real:
                identity.append(2)
                withUnsafeBytes(of: field.number) { identity.append(contentsOf: $0) }
            }
        }
        return identity
    }

    // MARK: Writing

    private func write(_ claim: Directory.Claim, trail: AuditTrail) throws {
        let key: Int64
        switch claim {
        case .new(let claimed), .registered(let claimed): key = claimed
        case .duplicate: return
        }
        if isSound { remember(key) }
        guard isSound, context.faults.isEmpty else { return }
        if case .new = claim {
            try store.add(key: key, row)
            keys = (keys?.lowerBound ?? key)...key
            added += 1
            return
        }
        // What the folder says is there, is there again.
        let isRestored =
            try file.table == "target"
            && TargetWithdrawals(context.db, trail: trail).restore(key)
        guard try !store.holds(key: key, row) else {
            if isRestored { changed += 1 } else { unchanged += 1 }
            return
        }
        try trail.recordChange(table: file.table, key: key) { try store.change(key: key, row) }
        changed += 1
    }

    /// Keeps what rows below and files after this one are checked against.
    private func remember(_ key: Int64) {
        if file.table == "agreement" {
            context.setKind(
                Int(row.fields[file.position(of: "kind")].number), ofAgreement: key)
            let renews = row.fields[file.position(of: "renews")]
            follow(renews.form == .integer ? [renews.number] : [], from: key)
        } else if file.table == "municipality" {
            follow(row.lists[0], from: key)
        }
    }

    /// The table itself would refuse a row that names itself: it is told before it is written.
    private func follow(_ keys: [Int64], from key: Int64) {
        circles.followed[key] = (row.line, keys.filter { $0 != key })
        guard keys.contains(key), let column = file.selfReference else { return }
        report(
            line: row.line, column: file.columns[column].name,
            "The row names itself. \(adviceOnCircles)")
    }

    private var adviceOnCircles: String {
        file.table == "municipality"
            ? "Name the numbers that took over." : "Name the agreement that came before."
    }

    private func reportCircles() throws {
        guard let column = file.selfReference else { return }
        let isMunicipality = file.table == "municipality"
        let following = try RawStatement(
            context.db,
            isMunicipality
                ? "SELECT successor FROM municipality_successor WHERE municipality = ?"
                : "SELECT renews FROM agreement WHERE key = ? AND renews IS NOT NULL")
        let found = try circles.circles { key in
            following.bind(key, at: 1)
            defer { following.reset() }
            var keys: [Int64] = []
            while try following.step() { keys.append(following.integer(0)) }
            return keys
        }
        for circle in found {
            let sentence = try sentence(circle.keys)
            report(line: circle.line, column: file.columns[column].name, sentence)
        }
    }

    private func sentence(_ keys: [Int64]) throws -> String {
        let names = try (keys + keys.prefix(1)).map { key in
            try directory.identifier(ofKey: key)
                ?? String.fetchOne(
                    context.db,
                    sql: "SELECT \(file.columns[0].name) FROM \(file.table) WHERE key = ?",
                    arguments: [key]) ?? "\(key)"
        }
        let shown =
            names.count > 9
            ? names.prefix(4) + ["… \(names.count - 8) more …"] + names.suffix(4) : names[...]
        return "\(shown.joined(separator: " → ")) is a circle. \(adviceOnCircles)"
    }

    private func report(line: Int, column: String, _ message: @autoclosure () -> String) {
        context.faults.add(file.fileName, line: line, column: column, message())
    }
}
