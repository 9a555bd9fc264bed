/// Reads a CSV file row by row at the level of bytes, in memory that does not grow with the file.
///
/// The separator is the one of `,` and `;` that stands in the first line. Quoting is that of
/// RFC 4180: a cell in quotes may hold separators, line breaks and doubled quotes. Lines end with
/// LF or CRLF, the last one also with the file. A line break inside quotes is handed out as LF; a
/// CR without its LF is a fault wherever it stands. Lines of nothing but spaces, and rows whose
/// cells are all empty, as spreadsheets leave behind, are skipped. A row with a fault is reported
/// once, with its first fault, and reading goes on after it.
///
/// Cells are handed out as UTF-8 in the reader's own memory, and are good until the next row.
final class CSVReader {
    /// What a call of `next` came to.
    enum Step: Hashable, Sendable {
        case row
        case fault(CSVFault)
        case end
    }

    /// A cell may have this many bytes.
    static let cellLimit = 1 << 20
    /// A row may have this many bytes.
    static let rowLimit = 1 << 22
    /// A row's cells beyond this many are counted and not kept.
    static let keptCells = 256

    /// Physical line on which the current row starts; 1 is the first.
    private(set) var line = 0
    let encoding: CSVEncoding
    let separator: UInt8
    /// How many cells the current row has.
    private(set) var cellCount = 0

    private let file: CSVFile
    private let markLength: Int
    private let chunk: UnsafeMutableRawBufferPointer
    private var position = 0
    private var filled = 0
    private var physicalLine = 1

    private var row = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
    private var rowCapacity = 1 << 16
    private var rowLength = 0
    /// Where each kept cell ends in `row`.
    private var ends: [Int] = []
    private var cellStart = 0
    private var fault: CSVFault?
    private var classes: [ByteClass]

    /// Reads `chunkSize` bytes at a time, two or more.
    init(path: String, chunkSize: Int = CSVFile.chunkSize) throws {
        file = try CSVFile(path: path)
        let finding = try CSVEncoding.find(in: file)
        encoding = finding.encoding
        markLength = finding.markLength
        separator = try Self.separator(of: file.start(from: markLength))
        try file.seek(to: markLength)
        chunk = .allocate(byteCount: chunkSize, alignment: 8)
        classes = ByteClass.table(separator: separator, encoding: finding.encoding)
        ends.reserveCapacity(Self.keptCells)
    }

    deinit {
        chunk.deallocate()
        row.deallocate()
    }

    /// Starts again at the first line.
    func rewind() throws {
        try file.seek(to: markLength)
        position = 0
        filled = 0
        physicalLine = 1
    }

    /// Takes the next row that is not blank, or tells what is wrong with it.
    func next() throws -> Step {
        while true {
            beginRow()
            guard try position < filled || refill() else { return .end }
            try readRow()
            if let fault { return .fault(fault) }
            if !isBlank { return .row }
        }
    }

    /// The bytes of a cell of the current row.
    func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = index == 0 ? 0 : ends[index - 1]
        return UnsafeBufferPointer(start: row + start, count: ends[index] - start)
    }

    /// No character in any cell, or nothing but spaces on the line.
    private var isBlank: Bool {
        guard rowLength > 0 else { return true }
        guard cellCount == 1 else { return false }
        return cell(0).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    // MARK: A row

    private enum State {
        case cellStart
        case plain
        case quoted
        /// After a quote that may end the cell or be the first of two.
        case quoteInQuoted
    }

    private func beginRow() {
        line = physicalLine
        cellCount = 0
        rowLength = 0
        cellStart = 0
        fault = nil
        ends.removeAll(keepingCapacity: true)
    }

    private func readRow() throws {
        var state = State.cellStart
        while try position < filled || refill() {
            let byte = chunk[position]
            switch (classes[Int(byte)], state) {
            case (.plain, .plain), (.plain, .cellStart), (.plain, .quoted):
                takeRun()
                if state == .cellStart { state = .plain }
                continue
            case (.quote, .cellStart): state = .quoted
            case (.quote, .quoted): state = .quoteInQuoted
            case (.quote, .quoteInQuoted):
                append(byte)
                state = .quoted
            case (.quote, .plain):
                report(Sentence.quoteInside)
                append(byte)
            case (.separator, .quoted): append(byte)
            case (.separator, _):
                endCell()
                state = .cellStart
            case (.lineFeed, .quoted):
                physicalLine += 1
                append(byte)
            case (.lineFeed, _):
                physicalLine += 1
                position += 1
                endCell()
                return
            case (.carriageReturn, _):
                if state != .quoted, try !isFollowedByLineFeed() { state = .plain }
                try takeCarriageReturn()
                continue
            case (.plain, .quoteInQuoted):
                report(Sentence.textAfterQuote)
                state = .plain
                continue
            case (.control, _):
                report(Sentence.control(byte))
                if state != .quoted { state = .plain }
            case (.high, _):
                if state == .quoteInQuoted {
                    report(Sentence.textAfterQuote)
                    state = .plain
                }
                appendWindows1252(byte)
                if state == .cellStart { state = .plain }
            }
            position += 1
        }
        if state == .quoted {
            // Whatever else was seen in there follows from the missing quote.
            fault = CSVFault(line: line, cell: cellCount, message: Sentence.unterminated)
        }
        endCell()
    }

    /// The bytes up to the next one that means something; a quoted cell is as plain in between.
    private func takeRun() {
        let start = position
        var end = position + 1
        while end < filled, classes[Int(chunk[end])] == .plain { end += 1 }
        position = end
        guard makeRoom(for: end - start), let source = chunk.baseAddress else { return }
        (row + rowLength).update(
            from: (source + start).assumingMemoryBound(to: UInt8.self), count: end - start)
        rowLength += end - start
    }

    /// Leaves the position on the LF of a CRLF.
    private func takeCarriageReturn() throws {
        if try !isFollowedByLineFeed() { report(Sentence.loneCarriageReturn) }
        position += 1
    }

    private func isFollowedByLineFeed() throws -> Bool {
        if position + 1 < filled { return chunk[position + 1] == 0x0A }
        // The CR is the chunk's last byte: it stays, the next chunk follows it.
        chunk[0] = 0x0D
        position = 0
        filled = 1 + (try file.read(into: UnsafeMutableRawBufferPointer(rebasing: chunk[1...])))
        return filled > 1 && chunk[1] == 0x0A
    }

    private func endCell() {
        if cellCount < Self.keptCells { ends.append(rowLength) }
        cellCount += 1
        cellStart = rowLength
    }

    private func append(_ byte: UInt8) {
        guard makeRoom(for: 1) else { return }
        row[rowLength] = byte
        rowLength += 1
    }

    private func appendWindows1252(_ byte: UInt8) {
        var bytes = CSVEncoding.windows1252Bytes[Int(byte) - 0x80]
        if bytes == 0 { report(Sentence.undefined(byte)) }
        while bytes != 0 {
            append(UInt8(truncatingIfNeeded: bytes))
            bytes >>= 8
        }
    }

    /// False where the cell or the row is over its limit, so that the rest is let go.
    private func makeRoom(for count: Int) -> Bool {
        guard rowLength - cellStart + count <= Self.cellLimit else {
            report(Sentence.cellTooLong)
            return false
        }
        guard rowLength + count <= Self.rowLimit else {
            report(Sentence.rowTooLong)
            return false
        }
        if rowLength + count > rowCapacity { grow(to: rowLength + count) }
        return true
    }

    private func grow(to needed: Int) {
        while rowCapacity < needed { rowCapacity *= 2 }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: rowCapacity)
        larger.update(from: row, count: rowLength)
        row.deallocate()
        row = larger
    }

    private func report(_ message: @autoclosure () -> String) {
        guard fault == nil else { return }
        fault = CSVFault(line: line, cell: cellCount, message: message())
    }

    private func refill() throws -> Bool {
        position = 0
        filled = try file.read(into: chunk)
        return filled > 0
    }

    // MARK: The header line

    /// The one of `,` and `;` that the first line with text has most of; `,` when it has neither.
    private static func separator(of start: [UInt8]) throws(CSVFault) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var sawText = false
        for byte in start {
            if byte == 0x0A, sawText { break }
            if byte > 0x20 { sawText = true }
            if [0x09, 0x2C, 0x3B, 0x7C].contains(byte) { counts[byte, default: 0] += 1 }
        }
        let commas = counts[0x2C, default: 0]
        let semicolons = counts[0x3B, default: 0]
        guard commas + semicolons > 0 || counts.isEmpty else {
            let found = counts[0x09] == nil ? "«|»" : "tabs"
            throw CSVFault(
                line: 1, cell: nil,
                message: "the columns are separated by \(found). Save the file with «,» or «;».")
        }
        return semicolons > commas ? 0x3B : 0x2C
    }
}

/// What a byte is to the reader.
private enum ByteClass: UInt8 {
    case plain
    case separator
    case quote
    case lineFeed
    case carriageReturn
    case control
    /// To be translated from Windows-1252.
    case high

    static func table(separator: UInt8, encoding: CSVEncoding) -> [ByteClass] {
        (UInt8.min...UInt8.max).map { byte in
            switch byte {
            case separator: .separator
            case 0x22: .quote
            case 0x0A: .lineFeed
            case 0x0D: .carriageReturn
            case 0x09: .plain
            case 0x00..<0x20, 0x7F: .control
            case 0x80...: encoding == .windows1252 ? .high : .plain
            default: .plain
            }
        }
    }
}

/// What is said of a row that is not CSV.
private enum Sentence {
    static let unterminated =
        "the quote that opens this cell is never closed. Close it, and double quotes inside it."
    static let textAfterQuote =
        "there is text after the closing quote. Put the whole cell in quotes, with quotes inside "
        + "it doubled."
    static let quoteInside =
        "there is a quote inside a cell that is not quoted. Put the whole cell in quotes, with "
        + "quotes inside it doubled."
    static let loneCarriageReturn =
        "there is a carriage return without a line feed. End lines with LF or CRLF."
    static let cellTooLong =
        "the cell is over 1 MB. Shorten it to 1 048 576 bytes, or look for a missing quote."
    static let rowTooLong =
        "the row is over 4 MB. Shorten it to 4 194 304 bytes, or look for a missing quote."

    static func control(_ byte: UInt8) -> String {
        byte == 0
            ? "there is a NUL byte. Remove it; if the file is UTF-16, save it as UTF-8."
            : "there is a control character (\(hexadecimal(byte))). Remove it."
    }

    static func undefined(_ byte: UInt8) -> String {
        "byte \(hexadecimal(byte)) is neither UTF-8 nor Windows-1252. Save the file as UTF-8."
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
