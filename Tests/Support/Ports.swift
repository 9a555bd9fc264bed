import Foundation

/// Ports of 127.0.0.1.
package enum Ports {
    /// There is none.
    struct Missing: Error {}

    /// A port at which somebody listens, for as long as this holds it.
    package struct Taken {
        package let port: Int
        private let descriptor: Int32

        fileprivate init() throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = descriptor
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0
                        && getsockname(descriptor, $0, &length) == 0
                }
            }
            guard isBound else {
                close(descriptor)
                throw Missing()
            }
            port = Int(UInt16(bigEndian: address.sin_port))
        }

        package func free() {
            close(descriptor)
        }
    }

    package static func taken() throws -> Taken { try Taken() }

    /// Ports that were free a moment ago, all different.
    package static func free(_ count: Int) throws -> [Int] {
        let taken = try (0..<count).map { _ in try Taken() }
        for each in taken { each.free() }
        return taken.map(\.port)
    }
}
