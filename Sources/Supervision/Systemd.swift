import Foundation

/// The service manager that started this process, where there is one (sd_notify(3)).
package struct Systemd: Sendable {
    private let socketPath: String?

    /// - Parameter environment: Where `NOTIFY_SOCKET` names its socket, if it is there.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        socketPath = environment["NOTIFY_SOCKET"]
    }

    /// Sends one line such as `READY=1`; that nobody takes it is of no consequence here.
    package func tell(_ line: String) {
        guard let socketPath, var address = Self.address(of: socketPath) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(
            MemoryLayout<sa_family_t>.size + socketPath.utf8.count)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = sendto(
                    descriptor, line, line.utf8.count, Int32(MSG_NOSIGNAL), pointer,
                    length)
            }
        }
    }

    /// A path, or with `@` in front a name in the kernel's abstract space.
    private static func address(of path: String) -> sockaddr_un? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            return nil
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return address
    }
}
