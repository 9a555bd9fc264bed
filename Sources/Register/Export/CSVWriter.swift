import Foundation

/// Writes a CSV file: UTF-8, comma, LF, cells quoted where they must be.
final class CSVWriter {
    private let handle: FileHandle
    private var buffer = Data()
    private var isFirstCell = true

    /// The file must not exist.
    init(path: String) throws {
        let url = URL(fileURLWithPath: path)
        try Data().write(to: url, options: .withoutOverwriting)
        handle = try FileHandle(forWritingTo: url)
        buffer.reserveCapacity(Self.bufferSize)
    }

    private static let bufferSize = 1 << 16

    func write(cell: some Collection<UInt8>) {
        if !isFirstCell { buffer.append(0x2C) }
        isFirstCell = false
        guard cell.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            buffer.append(contentsOf: cell)
            return
        }
        buffer.append(0x22)
        for byte in cell {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        buffer.append(0x22)
    }

    func endRow() throws {
        buffer.append(0x0A)
        isFirstCell = true
        guard buffer.count >= Self.bufferSize else { return }
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes the rest, to the disk.
    func close() throws {
        try handle.write(contentsOf: buffer)
        try handle.synchronize()
        try handle.close()
    }
}
