import Foundation
import Testing

@testable import Register

struct CSVReaderFuzzTests {
    /// Numbers that are the same in every run (SplitMix64).
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A row as both readers tell it: its cells, or nil where it is faulty.
    struct Told: Equatable {
        let line: Int
        let cells: [[UInt8]]?
    }

    @Test(arguments: [(1, 3_000, 2), (2, 3_000, 3), (3, 3_000, 7), (4, 11_000, 1 << 18)])
    func `the reader tells what a slow one tells`(seed: UInt64, inputs: Int, chunk: Int) throws {
        var numbers = Numbers(state: seed)
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("avtalt-fuzz-\(UUID().uuidString).csv").path
        defer { unlink(path) }

        for _ in 0..<inputs {
            let input = Self.input(&numbers)
            try Data(input).write(to: URL(fileURLWithPath: path))
            let told = try Self.tell(CSVReader(path: path, chunkSize: chunk))
            let expected = Self.slow(input)
            guard told == expected else {
                Issue.record("\(String(decoding: input, as: UTF8.self).debugDescription): \(told)")
                return
            }
        }
    }

    /// Begins with `a,b`, so that the separator is known.
    private static func input(_ numbers: inout Numbers) -> [UInt8] {
        let pieces = [
            "a", "bb", "ø", "\"", "\"\"", ",", ",", ";", "\n", "\n", "\r\n", "\r", " ", "\0",
            "\"x\"", "\"y,\n z\"", "\t", "\u{7}", "\"\"\"\"",
        ]
        let start = numbers.next() % 8 == 0 ? "\u{FEFF}a,b\n" : "a,b\n"
        let count = Int(numbers.next() % 24)
        return Array(
            (0..<count).reduce(into: start) { text, _ in
                text += pieces.randomElement(using: &numbers) ?? ""
            }.utf8)
    }

    private static func tell(_ reader: CSVReader) throws -> [Told] {
        var rows: [Told] = []
        while true {
            switch try reader.next() {
            case .row:
                let cells = (0..<reader.cellCount).map { Array(reader.cell($0)) }
                rows.append(Told(line: reader.line, cells: cells))
            case .fault(let fault): rows.append(Told(line: fault.line, cells: nil))
            case .end: return rows
            }
        }
    }

    /// RFC 4180 word by word, on an array, one row after the other.
    private static func slow(_ input: [UInt8]) -> [Told] {
        var rest = input.starts(with: [0xEF, 0xBB, 0xBF]) ? input.dropFirst(3) : input[...]
        var rows: [Told] = []
        var line = 1
        while !rest.isEmpty {
            let start = line
            var cells: [[UInt8]] = []
            var isGood = true
            var isLast = false
            while !isLast {
                var cell: [UInt8] = []
                isLast = slowCell(&rest, into: &cell, isGood: &isGood, line: &line)
                cells.append(cell)
            }
            let isBlank =
                cells.allSatisfy(\.isEmpty)
                || (cells.count == 1 && cells[0].allSatisfy { $0 == 0x20 || $0 == 0x09 })
            if !isGood {
                rows.append(Told(line: start, cells: nil))
            } else if !isBlank {
                rows.append(Told(line: start, cells: cells))
            }
        }
        return rows
    }

    /// True when the cell was the row's last.
    private static func slowCell(
        _ rest: inout ArraySlice<UInt8>, into cell: inout [UInt8], isGood: inout Bool,
        line: inout Int
    ) -> Bool {
        if rest.first == 0x22 {
            rest.removeFirst()
            isGood = slowQuotes(&rest, into: &cell, line: &line) && isGood
            if let next = rest.first, ![0x2C, 0x0A, 0x0D].contains(next) { isGood = false }
        }
        while let byte = rest.popFirst() {
            switch byte {
            case 0x2C: return false
            case 0x0A:
                line += 1
                return true
            case 0x0D where rest.first == 0x0A: continue
            case 0x09, 0x20, 0x21, 0x23...0x7E, 0x80...: cell.append(byte)
            default: isGood = false
            }
        }
        return true
    }

    /// False when the quotes are not closed, or hold what they must not.
    private static func slowQuotes(
        _ rest: inout ArraySlice<UInt8>, into cell: inout [UInt8], line: inout Int
    ) -> Bool {
        var isGood = true
        while let byte = rest.popFirst() {
            if byte == 0x22 {
                guard rest.first == 0x22 else { return isGood }
                rest.removeFirst()
                cell.append(byte)
            } else if byte == 0x0D {
                if rest.first != 0x0A { isGood = false }
            } else {
                if byte == 0x0A { line += 1 }
                if byte < 0x20, byte != 0x0A, byte != 0x09 { isGood = false }
                cell.append(byte)
            }
        }
        return false
    }
}
