/// Reads numbers, which may hold spaces of any kind between digits.
enum CellNumber {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    static func read(_ text: Bytes, in range: ClosedRange<Int64>) throws(CellFault) -> Int64 {
        var value: Int64 = 0
        var digits = 0
        var index = 0
        while index < text.count {
            let space = spaceLength(text, at: index)
            if space > 0 {
                index += space
                continue
            }
            guard text[index] &- 0x30 < 10, digits < 16 else {
                throw notWhole(text, range: range)
            }
            value = value * 10 + Int64(text[index] - 0x30)
            digits += 1
            index += 1
        }
        guard digits > 0, range.contains(value) else { throw notWhole(text, range: range) }
        return value
    }

    /// A number that is not negative, with a decimal point or comma.
    static func readDecimal(_ text: Bytes) throws(CellFault) -> Double {
        var plain = ""
        var index = 0
        while index < text.count {
            let space = spaceLength(text, at: index)
            if space == 0 {
                plain.unicodeScalars.append(
                    text[index] == 0x2C ? "." : Unicode.Scalar(text[index]))
            }
            index += max(1, space)
        }
        guard plain.first?.isNumber == true, plain.utf8.allSatisfy(isOfNumber),
            let value = Double(plain), value.isFinite
        else {
            throw CellFault(
                "\(CellFault.quote(text)) is not a number from 0. Write it as 0.85 or 0,85.")
        }
        return value
    }

    /// Digits alone, of a stated length; spreadsheets take leading zeros away.
    static func checkDigits(_ text: Bytes, count: Int, noun: String) throws(CellFault) {
        let isNumber = text.allSatisfy { $0 &- 0x30 < 10 }
        if isNumber, text.count == count { return }
        let quoted = CellFault.quote(text)
        guard isNumber, text.count == count - 1 else {
            throw CellFault("\(quoted) is not \(noun) number. Write its \(count) digits.")
        }
        let right = "0" + String(decoding: text, as: UTF8.self)
        throw CellFault(
            "\(quoted) is not \(noun) number: it has \(count - 1) of \(count) digits. Spreadsheets "
                + "drop a leading zero; if it was there, write \(right).")
    }

    private static func notWhole(_ text: Bytes, range: ClosedRange<Int64>) -> CellFault {
        let expected =
            range.upperBound > 99_999
            ? "a whole number from \(range.lowerBound)"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return CellFault("\(CellFault.quote(text)) is not \(expected). Write digits alone.")
    }

    /// Bytes of the space at the position: ASCII's, U+00A0, U+2009 or U+202F; 0 when it is none.
    private static func spaceLength(_ text: Bytes, at index: Int) -> Int {
        switch text[index] {
        case 0x20: return 1
        case 0xC2: return index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < text.count, text[index + 1] == 0x80 else { return 0 }
            return text[index + 2] == 0x89 || text[index + 2] == 0xAF ? 3 : 0
        default: return 0
        }
    }

    /// Exponents too: an exported number may be written with one.
    private static func isOfNumber(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || [0x2E, 0x65, 0x2D, 0x2B].contains(byte)
    }
}
