/// Reads `multipart/form-data` (RFC 7578), as forms with files are sent.
struct Multipart {
    private let body: [UInt8]
    private let delimiter: [UInt8]

    /// Parts are at most this many; more is no form of ours.
    private static let limit = 500

    /// Nil when the content type names no boundary.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", in: contentType), !boundary.isEmpty,
            boundary.utf8.count <= 70
        else { return nil }
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Nil when it breaks the format, is no UTF-8 or too much.
    func read() -> Form? {
        // The first delimiter has no line before it.
        guard body.starts(with: delimiter.dropFirst(2)) else { return nil }
        var position = delimiter.count - 2
        var pairs: [(String, String)] = []
        var files: [String: [Upload]] = [:]
        for _ in 0..<Self.limit {
            if body[position...].starts(with: "--".utf8) { return Form(pairs, files: files) }
            guard body[position...].starts(with: "\r\n".utf8),
                let headEnd = find(Array("\r\n\r\n".utf8), from: position),
                let end = find(delimiter, from: headEnd + 2),
                let head = String(validating: body[position..<headEnd], as: UTF8.self),
                let disposition = Self.header("content-disposition", in: head),
                let name = Self.parameter("name", in: disposition)
            else { return nil }
            let content = end >= headEnd + 4 ? body[(headEnd + 4)..<end] : []
            if let file = Self.parameter("filename", in: disposition) {
                if !file.isEmpty || !content.isEmpty {
                    files[name, default: []].append(
                        Upload(name: Self.lastComponent(file), content: Array(content)))
                }
            } else {
                guard let value = String(validating: content, as: UTF8.self),
                    !value.utf8.contains(0)
                else { return nil }
                pairs.append((name, value))
            }
            position = end + delimiter.count
        }
        return nil
    }

    /// Where the pattern next begins.
    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard start >= 0, body.count >= pattern.count else { return nil }
        var index = start
        while index + pattern.count <= body.count {
            guard let next = body[index...].firstIndex(of: pattern[0]),
                next + pattern.count <= body.count
            else { return nil }
            if body[next..<(next + pattern.count)].elementsEqual(pattern) { return next }
            index = next + 1
        }
        return nil
    }

    private static func header(_ name: String, in head: String) -> String? {
        for line in head.split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == name else { continue }
            return String(halves[1])
        }
        return nil
    }

    /// The value of `; name="…"`; browsers write `%22` for a quotation mark in it.
    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in pieces(of: header) {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, String(halves[0]).trimmed.lowercased() == name else {
                continue
            }
            let value = String(halves[1]).trimmed
            guard value.hasPrefix("\""), value.hasSuffix("\""), value.utf8.count >= 2 else {
                return value
            }
            return String(value.dropFirst().dropLast())
        }
        return nil
    }

    /// Split at semicolons that are not within quotation marks.
    private static func pieces(of header: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        for character in header {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    /// What follows the last slash of either kind: a sender's folders are nobody's business.
    private static func lastComponent(_ name: String) -> String {
        String(name.split { $0 == "/" || $0 == "\\" }.last ?? "")
    }
}
