import Foundation
import Support
import Testing

extension SystemTests {
    /// What a worker tells the service manager that started it.
    @Suite struct PresenceTests {
        @Test func `a worker says that it is ready, alive and stopping`() async throws {
            let probes = try await Probes()
            let manager = try ServiceManager(at: probes.office.path("notify"))
            let ready = probes.office.path("ready")

            let worker = try probes.office.start(
                .faultWorker, ["--ready-file", ready],
                environment: probes.environment.merging(["NOTIFY_SOCKET": manager.path]) { $1 })
            try await probes.office.waits { manager.hasHeard("READY=1") }
            let isThere = FileManager.default.fileExists(atPath: ready)
            try await probes.office.waits { manager.hasHeard("WATCHDOG=1", times: 2) }
            let ended = try await worker.stop()
            try await probes.office.waits { manager.hasHeard("STOPPING=1") }

            #expect(isThere && !FileManager.default.fileExists(atPath: ready))
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(manager.lines.contains { $0.hasPrefix("STATUS=") })
            #expect(manager.lines.last == "STOPPING=1", "\(manager.lines)")
        }

        @Test func `a worker without its broker is alive and not ready`() async throws {
            let probes = try await Probes()
            let manager = try ServiceManager(at: probes.office.path("notify"))
            let ready = probes.office.path("ready")

            let worker = try probes.office.start(
                .faultWorker, ["--ready-file", ready],
                environment: [
                    "AVTALT_QUEUE": "amqp://guest:guest@127.0.0.1:1/",
                    "NOTIFY_SOCKET": manager.path,
                ])
            try await probes.office.waits { manager.hasHeard("WATCHDOG=1", times: 2) }
            let ended = try await worker.stop()

            #expect(!manager.hasHeard("READY=1"))
            #expect(!FileManager.default.fileExists(atPath: ready))
            #expect(ended.status == 0 && !ended.wasKilled, "\(ended.errors)")
        }
    }
}

/// The end of `NOTIFY_SOCKET` that the service manager holds (sd_notify(3)).
private final class ServiceManager {
    let path: String
    private(set) var lines: [String] = []
    private let descriptor: Int32

    init(at path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        guard result == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }

    deinit { close(descriptor) }

    /// Reads what has come, and answers whether the line was among it so often.
    func hasHeard(_ line: String, times: Int = 1) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 512)
        while case let count = recv(descriptor, &bytes, bytes.count, 0), count > 0 {
            lines += String(decoding: bytes.prefix(count), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        return lines.count { $0 == line } >= times
    }
}
