import Foundation

/// Ports of the loopback.
package enum Port {
    /// That many ports that nobody listens on.
    package static func free(_ count: Int = 1) throws -> [Int] {
        let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        defer { for socket in sockets { close(socket) } }
        return try sockets.map { socket in
            guard let port = bound(socket, to: 0) else { throw Broker.Trouble.noPort }
            return port
        }
    }

    /// Whether somebody listens there.
    package static func answers(_ port: Int) -> Bool {
        let socket = connected(to: port)
        guard let socket else { return false }
        close(socket)
        return true
    }

    /// Binds a socket to a port, 0 for any that is free; answers which.
    static func bound(_ socket: Int32, to port: Int) -> Int? {
        withLoopback(port) { address, length in
            var length = length
            guard bind(socket, address, length) == 0, getsockname(socket, address, &length) == 0
            else { return nil }
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                Int(UInt16(bigEndian: $0.pointee.sin_port))
            }
        }
    }

    /// A socket that is connected to a port; nil when nobody listens there.
    static func connected(to port: Int) -> Int32? {
        let socket = Glibc.socket(
            AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let isConnected = withLoopback(port) { connect(socket, $0, $1) == 0 }
        guard !isConnected else { return socket }
        close(socket)
        return nil
    }

    private static func withLoopback<Result>(
        _ port: Int, _ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
