import Agreements
import Foundation
import Synchronization

/// Remembers over the death of the process which tasks its handlers were at.
///
/// Before a handler begins, the task's id and attempt go into a slot of a file; when it has
/// returned, the slot is cleared. Whoever opens the file next reads what was being done when the
/// process died, and can tell it from what had merely been delivered. The pages survive the
/// process without fsync; after a power cut the file may be empty or torn, and then nobody is
/// blamed. All calls are safe from any thread.
package final class FlightRecorder: Sendable {
    /// A task that a handler was at.
    package struct Flight: Hashable, Sendable {
        package let id: TaskID
        package let attempt: Int

        package init(id: TaskID, attempt: Int) {
            self.id = id
            self.attempt = attempt
        }
    }

    /// A place in the file that is taken until it is cleared.
    package struct Slot: Hashable, Sendable {
        fileprivate let index: Int
    }

    /// Why the file does not serve.
    package enum Error: Swift.Error, CustomStringConvertible {
        case unusable(path: String, code: Int32)
        case full(slots: Int)
        case unwritable(code: Int32)

        package var description: String {
            switch self {
            case .unusable(let path, let code):
                "Cannot use \(path): \(String(cString: strerror(code))). "
                    + "It must be a file that this account may write."
            case .full(let slots):
                "All \(slots) slots of the flight recorder are taken: run fewer tasks at once."
            case .unwritable(let code):
                "Cannot write the flight recorder: \(String(cString: strerror(code)))."
            }
        }
    }

    /// What was being done when the process before this one ended, and since when.
    package let recovered: [Flight: Instant]

    private static let slotLength = 64
    private static let idLimit = slotLength - 17
    private let descriptor: Int32
    private let free: Mutex<[Int]>
    private let stale: [Int]
    private let slots: Int

    /// Opens the file, and makes it if there is none.
    ///
    /// - Parameter slots: As many tasks can be under way at once, 64 bytes each.
    package init(path: String, slots: Int = 4096) throws(Error) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unusable(path: path, code: errno) }
        let length = slots * Self.slotLength
        let code = posix_fallocate(descriptor, 0, off_t(length))
        guard code == 0 else {
            close(descriptor)
            throw .unusable(path: path, code: code)
        }
        var bytes = [UInt8](repeating: 0, count: length)
        guard pread(descriptor, &bytes, length, 0) == length else {
            let code = errno
            close(descriptor)
            throw .unusable(path: path, code: code)
        }
        let found = Self.flights(in: bytes)
        self.descriptor = descriptor
        self.slots = slots
        recovered = Dictionary(found.map { ($0.flight, $0.startedAt) }) { max($0, $1) }
        stale = found.map(\.index)
        let taken = Set(stale)
        free = Mutex((0..<slots).reversed().filter { !taken.contains($0) })
    }

    deinit {
        close(descriptor)
    }

    /// Forgets what was recovered, once its crashes are recorded.
    package func forgetRecovered() throws(Error) {
        for index in stale { try write([UInt8](repeating: 0, count: Self.slotLength), at: index) }
    }

    /// Notes that a handler is about to begin.
    package func begin(_ flight: Flight, at now: Instant) throws(Error) -> Slot {
        guard let index = free.withLock({ $0.popLast() }) else { throw .full(slots: slots) }
        try write(Self.bytes(of: flight, startedAt: now), at: index)
        return Slot(index: index)
    }

    /// Notes that the handler has returned.
    package func end(_ slot: Slot) throws(Error) {
        try write([UInt8](repeating: 0, count: Self.slotLength), at: slot.index)
        free.withLock { $0.append(slot.index) }
    }

    private func write(_ bytes: [UInt8], at index: Int) throws(Error) {
        let offset = off_t(index * Self.slotLength)
        guard pwrite(descriptor, bytes, bytes.count, offset) == bytes.count else {
            throw .unwritable(code: errno)
        }
    }

    /// One length byte, the attempt and the milliseconds since 1970 in eight each, the id; an id
    /// that does not fit is cut off and will match no task.
    private static func bytes(of flight: Flight, startedAt: Instant) -> [UInt8] {
        let id = Array(flight.id.text.utf8.prefix(idLimit))
        var bytes = [UInt8(id.count)]
        bytes.reserveCapacity(slotLength)
        for number in [Int64(flight.attempt), startedAt.milliseconds] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        bytes.append(contentsOf: id)
        bytes.append(contentsOf: repeatElement(0, count: slotLength - bytes.count))
        return bytes
    }

    private static func flights(
        in bytes: [UInt8]
    ) -> [(index: Int, flight: Flight, startedAt: Instant)] {
        stride(from: 0, to: bytes.count, by: slotLength).compactMap { start in
            let length = Int(bytes[start])
            guard length > 0, length <= idLimit else { return nil }
            let id = TaskID(
                String(decoding: bytes[start + 17..<start + 17 + length], as: UTF8.self))
            let flight = Flight(id: id, attempt: Int(number(at: start + 1, in: bytes)))
            let startedAt = Instant(milliseconds: number(at: start + 9, in: bytes))
            return (start / slotLength, flight, startedAt)
        }
    }

    private static func number(at start: Int, in bytes: [UInt8]) -> Int64 {
        (0..<8).reversed().reduce(Int64(0)) { $0 << 8 | Int64(bytes[start + $1]) }
    }
}
