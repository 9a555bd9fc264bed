import Foundation

/// Trims and normalises the text of a cell.
enum CellText {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The text without white space and U+00A0 around it, in NFC.
    static func read(_ cell: Bytes, scratch: Scratch) throws(CellFault) -> Bytes {
        let text = trimmed(cell)
        switch content(of: text) {
        case .settled: return text
        case .control:
            throw CellFault("There is a control character (U+0080 to U+009F). Remove it.")
        case .toNormalise:
            let composed = String(decoding: text, as: UTF8.self)
                .precomposedStringWithCanonicalMapping
            return scratch.keep(Array(composed.utf8))
        }
    }

    private enum Content {
        case settled
        case toNormalise
        case control
    }

    /// Characters under U+0300 are in NFC whatever stands around them, and so is the punctuation
    /// from U+2002 to U+203F; the rest is left to the tables of Foundation.
    private static func content(of text: Bytes) -> Content {
        var result = Content.settled
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte < 0x80 || byte & 0xC0 == 0x80 { continue }
            if byte == 0xC2, index < text.count, text[index] < 0xA0 { return .control }
            if byte < 0xCC { continue }
            let isPunctuation =
                byte == 0xE2 && index + 1 < text.count && text[index] == 0x80
                && text[index + 1] > 0x81
            if !isPunctuation { result = .toNormalise }
        }
        return result
    }

    private static func trimmed(_ cell: Bytes) -> Bytes {
        var start = 0
        var end = cell.count
        while start < end {
            if isSpace(cell[start]) {
                start += 1
            } else if start + 1 < end, cell[start] == 0xC2, cell[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if isSpace(cell[end - 1]) {
                end -= 1
            } else if end - 2 >= start, cell[end - 2] == 0xC2, cell[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return Bytes(rebasing: cell[start..<end])
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A
    }
}
