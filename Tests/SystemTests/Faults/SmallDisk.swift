import Foundation
import Support

/// A disk of a few megabytes that only processes of its own mount namespace see.
struct SmallDisk: Sendable {
    /// Where it is mounted, as processes inside see it.
    let path: String
    private let holder: Running
    private let office: Office

    /// Whether this account may mount a disk of its own.
    static let isAllowed = {
        let attempt = Process()
        attempt.executableURL = URL(filePath: "/usr/bin/unshare")
        attempt.arguments = ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        attempt.standardError = FileHandle.nullDevice
        do {
            try attempt.start()
        } catch {
            return false
        }
        attempt.waitUntilExit()
        return attempt.terminationStatus == 0
    }()

    init(of megabytes: Int, in office: Office) async throws {
        self.office = office
        path = office.path("disk")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        holder = try Running(
            "/usr/bin/unshare",
            [
                "-m", "/bin/sh", "-c",
                """
                mount -t tmpfs -o size=\(megabytes)m tmpfs "$1" && touch "$1/mounted" \
                && exec sleep 900
                """, "sh", path,
            ], environment: office.environment, in: office.folder.url)
        let mark = outside("mounted")
        try await office.waits { FileManager.default.fileExists(atPath: mark) }
    }

    /// Starts a program that sees the disk.
    func start(
        _ program: Program, _ arguments: [String], environment: [String: String]
    ) throws -> Running {
        try Running(
            "/usr/bin/nsenter", ["-t", "\(holder.processID)", "-m", program.path] + arguments,
            environment: office.environment.merging(environment) { $1 }, in: office.folder.url)
    }

    /// A file of the disk as this process reaches it.
    private func outside(_ name: String) -> String {
        "/proc/\(holder.processID)/root\(path)/\(name)"
    }

    func put(_ file: String, as name: String) throws {
        try Data(contentsOf: URL(filePath: file)).write(to: URL(filePath: outside(name)))
    }

    /// Writes zeroes until there is no more room.
    func fill() throws {
        let file = open(outside("filler"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { close(file) }
        for size in [65_536, 1] {
            let zeroes = [UInt8](repeating: 0, count: size)
            while write(file, zeroes, size) > 0 {}
        }
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: outside("filler")) }

    /// Copies the files of the disk whose names begin so to where the office has its own, and lets
    /// go of the disk.
    func giveBack(_ prefix: String) async throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: outside(""))
        where name.hasPrefix(prefix) && !name.hasSuffix("-shm") {
            let own = office.path(name)
            if FileManager.default.fileExists(atPath: own) {
                try FileManager.default.removeItem(atPath: own)
            }
            try FileManager.default.copyItem(atPath: outside(name), toPath: own)
        }
        _ = try await holder.end(killedAfter: .zero, within: .seconds(10))
    }
}
