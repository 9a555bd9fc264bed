import Foundation
import Logging
import Register
import ServiceLifecycle
import Tasks

/// Writes the register's documents to a folder, where people find them.
///
/// A file is written beside its place and moved there whole. Whatever is missing after a crash, or
/// was taken away, is written again at the next start. While the folder cannot be written to,
/// documents wait in the register, and the rest of the coordinator goes on.
package actor DocumentFolder: Service {
    private let register: Register
    private let path: String
    private let every: Duration
    private let surroundings: Surroundings
    private var lastKey: Int64 = 0

    /// How long to leave a folder alone that cannot be written to.
    private static let pauseAfterFailure = Duration.seconds(60)
    /// Documents that are read and written at a time.
    private static let batch = 50

    /// - Parameter path: Created when there is something to write.
    package init(
        register: Register, path: String, every: Duration = .seconds(1), surroundings: Surroundings
    ) {
        self.register = register
        self.path = path
        self.every = every
        self.surroundings = surroundings
    }

    package func run() async throws {
        let pause = Bell()
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isWritten = try await self.attemptOnce()
                await pause.wait(atMost: isWritten ? self.every : Self.pauseAfterFailure)
            }
        }
        _ = try attemptOnce()
    }

    private func attemptOnce() throws -> Bool {
        do {
            try runOnce()
            return true
        } catch let error as RegisterError where error.isTransient {
            log("\(error)")
        } catch let error as CocoaError {
            log(error.localizedDescription)
        } catch let error as POSIXError {
            log(error.localizedDescription)
        }
        return false
    }

    private func log(_ problem: String) {
        surroundings.logger.error(
            "Documents are not written", metadata: ["folder": "\(path)", "problem": "\(problem)"])
    }

    /// Writes every document that is new since the last call, and answers how many were missing.
    @discardableResult
    package func runOnce() throws -> Int {
        if lastKey == 0 { try removePartial() }
        var written = 0
        while true {
            let documents = try register.read { db in
                try DocumentStore(db).documents(after: lastKey, limit: Self.batch)
            }
            guard let last = documents.last else { return written }
            for (_, document) in documents where try write(document) { written += 1 }
            lastKey = last.key
        }
    }

    private func write(_ document: DocumentStore.Document) throws -> Bool {
        let url = URL(fileURLWithPath: path).appendingPathComponent(document.path)
        guard FileManager.default.contents(atPath: url.path) != document.body else { return false }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try document.body.write(to: partial)
        Failpoint.reach(.documentWritten)
        guard rename(partial.path, url.path) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        return true
    }

    /// Where a file is written before it is moved to its place. There is one such name, so that a
    /// process that dies in between leaves one file at most, which the next takes away.
    private var partial: URL { URL(fileURLWithPath: path).appendingPathComponent(".partial") }

    private func removePartial() throws {
        guard FileManager.default.fileExists(atPath: partial.path) else { return }
        try FileManager.default.removeItem(at: partial)
    }
}
