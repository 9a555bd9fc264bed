import Foundation

/// An open file that is read in chunks, from its start as often as needed.
final class CSVFile {
    /// Bytes a read asks for.
    static let chunkSize = 1 << 18

    private let descriptor: Int32

    init(path: String) throws(CSVFault) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.failure(errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw CSVFault(
                line: 1, cell: nil, message: "this is not a file. Put a CSV file in its place.")
        }
    }

    deinit { close(descriptor) }

    /// The number of bytes read; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVFault) -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw Self.failure(errno) }
        }
    }

    /// The first bytes from an offset, in which a header line ends.
    func start(from offset: Int) throws(CSVFault) -> [UInt8] {
        try seek(to: offset)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
        defer { buffer.deallocate() }
        return Array(buffer.prefix(try read(into: buffer)))
    }

    func seek(to offset: Int) throws(CSVFault) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw Self.failure(errno) }
    }

    private static func failure(_ code: Int32) -> CSVFault {
        CSVFault(
            line: 1, cell: nil,
            message: "the file cannot be read (\(String(cString: strerror(code)))). "
                + "Check that it is a file, and who may read it.")
    }
}
