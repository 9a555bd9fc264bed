import ArgumentParser
import Foundation
import Logging
import Settings
import Tasks

/// Does one task that is given as a file: value in, value out, without a broker.
struct SingleTask: Sendable {
    /// Why there is nothing to report.
    enum Error: Swift.Error, CustomStringConvertible {
        case noFile(String)
        case unreadable(String, Unreadable)
        case otherWorker(String, worker: String)

        var exitStatus: ExitStatus {
            switch self {
            case .noFile: .noInput
            case .unreadable, .otherWorker: .badData
            }
        }

        var description: String {
            switch self {
            case .noFile(let path): "\(path) is not there, or this account may not read it."
            case .unreadable(let path, let problem): "\(path): \(problem)"
            case .otherWorker(let path, let worker):
                "\(path) is a task for the \(worker) worker: give it to \(worker)-worker."
            }
        }
    }

    let worker: String
    let handlers: [any TaskHandler]
    let grace: Duration
    let surroundings: Surroundings

    /// Prints the report as JSON on standard output.
    func perform(_ path: String) async throws -> TaskReport {
        let report = try await report(on: try read(path), path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(report) + Data("\n".utf8))
        return report
    }

    private func read(_ path: String) throws(Error) -> Envelope {
        let body =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: path)
        guard let body else { throw .noFile(path) }
        do {
            return try Envelope.read(body).get()
        } catch {
            throw .unreadable(path, error)
        }
    }

    private func report(on task: Envelope, _ path: String) async throws -> TaskReport {
        // Whoever gives it wants it done now, as often as they like.
        var task = task
        task.expiresAt = nil
        let queue = EmbeddedQueue(workers: [worker])
        guard await queue.publish([task]) == [.confirmed] else {
            throw Error.otherWorker(path, worker: task.kind.worker)
        }
        let worker = Worker(
            settings: Worker.Settings(
                name: worker, identity: "\(worker)@\(ProcessInfo.processInfo.hostName)",
                concurrency: 1, prefetch: 1, grace: grace, announceAfter: .seconds(86_400)),
            handlers: handlers, queue: queue, surroundings: surroundings)
        return try await withThrowingTaskGroup(of: TaskReport?.self) { group in
            group.addTask {
                try await worker.run()
                return nil
            }
            group.addTask { await queue.reports(upTo: 1).first?.report }
            defer { group.cancelAll() }
            for try await report in group {
                if let report { return report }
            }
            throw CancellationError()
        }
    }
}

extension TaskReport {
    /// Of a process that did this one task.
    var exitCode: ExitCode {
        switch event {
        case .finished(.done): .success
        case .finished(.rejected), .kept, .expired:
            ExitCode(ExitStatus.badData.rawValue)
        case .started, .alive, .finished(.retry), .handedBack, .crashed:
            ExitCode(ExitStatus.tryAgain.rawValue)
        }
    }
}
