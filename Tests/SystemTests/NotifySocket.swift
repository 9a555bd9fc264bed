import Foundation
import Support
import Synchronization

/// What systemd would hear: a datagram socket in a folder.
final class NotifySocket: Sendable {
    let path: String
    private let descriptor: Int32
    private let heard = Mutex<Set<String>>([])

    init(in folder: TemporaryFolder) throws {
        path = folder.path("notify")
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard descriptor >= 0, status == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit {
        close(descriptor)
    }

    /// Whether a line has come so far.
    func hasHeard(_ line: String) throws -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            heard.withLock { $0.formUnion(text.split(separator: "\n").map(String.init)) }
        }
        return heard.withLock { $0.contains(line) }
    }
}
