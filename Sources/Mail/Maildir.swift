import Foundation

/// A folder of messages in the Maildir format: written in `tmp`, moved to `new`.
///
/// The file's name comes from the Message-ID, so the same mail delivered twice is one file,
/// also when a reader has moved it to `cur` in between.
package struct Maildir: MailDelivery {
    package let path: String
    private let queue = DispatchQueue(label: "avtalt.maildir")

    /// - Parameter path: Created with mode 0700 when the first message comes.
    package init(path: String) {
        self.path = path
    }

    package func deliver(_ message: MailMessage) async -> MailOutcome {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: write(message)) }
        }
    }

    private func write(_ message: MailMessage) -> MailOutcome {
        do {
            for folder in ["tmp", "new", "cur"] { try create("\(path)/\(folder)") }
            let name = Self.fileName(of: message)
            if try wasRead(name) { return .delivered }
            let temporary = "\(path)/tmp/\(name).\(UUID().uuidString)"
            try writeDurably(message.rendered(), to: temporary)
            try check(rename(temporary, "\(path)/new/\(name)"), "move the message to new")
            try synchronise(folder: "\(path)/new")
            return .delivered
        } catch {
            return .tryAgain("The mail folder «\(path)» did not take the message: \(error).")
        }
    }

    /// The Message-ID's letters, digits and marks are all that it may hold, and `@`.
    private static func fileName(of message: MailMessage) -> String {
        "\(message.messageID).eml"
    }

    private func create(_ folder: String) throws(SystemCallFailure) {
        var built = folder.hasPrefix("/") ? "" : "."
        for component in folder.split(separator: "/") {
            built += "/\(component)"
            guard mkdir(built, 0o700) != 0, errno != EEXIST else { continue }
            throw SystemCallFailure(action: "create the folder \(built)", code: errno)
        }
    }

    private func wasRead(_ name: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: "\(path)/cur")
            .contains { $0 == name || $0.hasPrefix("\(name):") }
    }

    private func writeDurably(_ text: String, to file: String) throws(SystemCallFailure) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        try check(descriptor, "create \(file)")
        defer { close(descriptor) }
        var rest = ArraySlice(Array(text.utf8))
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            try check(Int32(clamping: count), "write \(file)")
            rest = rest.dropFirst(count)
        }
        try check(fsync(descriptor), "write \(file) through to the disk")
    }

    private func synchronise(folder: String) throws(SystemCallFailure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        try check(descriptor, "open \(folder)")
        defer { close(descriptor) }
        try check(fsync(descriptor), "write \(folder) through to the disk")
    }

    private func check(_ result: Int32, _ action: String) throws(SystemCallFailure) {
        if result < 0 { throw SystemCallFailure(action: action, code: errno) }
    }
}

/// A call of the operating system that failed.
private struct SystemCallFailure: Error, CustomStringConvertible {
    let action: String
    let code: Int32

    var description: String { "could not \(action): \(String(cString: strerror(code)))" }
}
