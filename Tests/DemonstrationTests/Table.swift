import Foundation

/// A row of a CSV file: its cells by column.
typealias Row = [String: String]

/// The rows of a file of the import format with commas and RFC 4180 quoting; none where there
/// is no such file.
func table(_ name: String, in folder: URL) throws -> [Row] {
    let url = folder.appending(path: "\(name).csv")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    var lines: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    func endCell() {
        lines[lines.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
    }
    for byte in try Data(contentsOf: url) {
        switch byte {
        case UInt8(ascii: "\""):
            if !isQuoted, !cell.isEmpty { cell.append(byte) }
            isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted:
            endCell()
        case UInt8(ascii: "\n") where !isQuoted:
            endCell()
            lines.append([])
        default:
            cell.append(byte)
        }
    }
    let header = lines[0]
    return lines.dropFirst().filter { !$0.isEmpty }.map {
        precondition($0.count == header.count, "\(name).csv has a row of \($0.count) cells")
        return Row(uniqueKeysWithValues: zip(header, $0))
    }
}

/// Several folders read one on top of the other: a row replaces the earlier one with its key.
struct Register {
    private let folders: [URL]

    init(folders: [URL]) {
        self.folders = folders
    }

    func rows(_ name: String, key: [String] = ["id"]) throws -> [Row] {
        var order: [[String]] = []
        var rows: [[String]: Row] = [:]
        for row in try folders.flatMap({ try table(name, in: $0) }) {
            let identity = key.map { row[$0] ?? "" }
            if rows.updateValue(row, forKey: identity) == nil { order.append(identity) }
        }
        return order.compactMap { rows[$0] }
    }

    /// Domain.md, 9.
    func agreements(inForceOn day: String, kind: String? = nil) throws -> [Row] {
        try rows("agreements").filter { row in
            guard ["active", "ended"].contains(row["status"] ?? ""), let signed = row["signed_on"],
                let from = row["valid_from"], let to = row["valid_to"]
            else { return false }
            let ended = row["ended_on"] ?? ""
            return signed <= day && from <= day && day <= to && (ended.isEmpty || ended > day)
                && (kind == nil || row["kind"] == kind)
        }
    }
}

extension Row {
    func list(_ column: String) -> [String] {
        (self[column] ?? "").split(separator: "|").map(String.init)
    }

    func number(_ column: String) -> Int? { self[column].flatMap { Int($0) } }

    func optional(_ column: String) -> String? {
        self[column].flatMap { $0.isEmpty ? nil : $0 }
    }
}
