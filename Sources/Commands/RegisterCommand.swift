import ArgumentParser
import Documents
import Foundation
import RabbitMQ
import Register
import Settings
import Supervision
import Tasks
import Web

/// A command whose failures end in one sentence on standard error and a documented exit code.
protocol RegisterCommand: AsyncParsableCommand {
    var global: GlobalOptions { get }

    func perform(_ invocation: Invocation) async throws
}

extension RegisterCommand {
    func run() async throws {
        try await reportingFailure {
            try await perform(Invocation(global))
        }
    }
}

/// Runs `body`, and turns what it throws into a sentence and an exit code.
///
/// What argument parsing throws passes through: it has its own words for usage errors.
package func reportingFailure(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as ExitCode {
        throw error
    } catch let error as ValidationError {
        throw error
    } catch let error as ImportError {
        // Faults begin with their file and line, where an editor can go to.
        StandardError.write(error.isRejection ? "\(error)" : "avtalt: \(error)")
        throw ExitCode(error.exitCode)
    } catch {
        StandardError.write("avtalt: \(sentence(for: error))")
        throw ExitCode(exitStatus(of: error))
    }
}

private func exitStatus(of error: any Error) -> Int32 {
    switch error {
    case let error as CommandError: error.status.rawValue
    case let error as RegisterError: error.exitCode
    case let error as ExportError: error.exitCode
    case let error as SettingsError: error.exitCode
    case let error as BrokerError: error.exitCode
    case let error as CoordinatorTerm.Error: error.exitStatus.rawValue
    case is MonitoringServer.Error, is WebServer.Error: ExitStatus.cannotCreate.rawValue
    case is PrintError: ExitStatus.unavailable.rawValue
    case is StaffDeeds.Refusal: ExitStatus.badData.rawValue
    case is WallClock.Error: ExitStatus.badConfiguration.rawValue
    case is CocoaError: ExitStatus.cannotCreate.rawValue
    default: ExitStatus.inputOutput.rawValue
    }
}

extension CoordinatorTerm.Error {
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .taken, .superseded: .tryAgain
        case .unusable: .cannotCreate
        }
    }
}

extension ImportError {
    fileprivate var isRejection: Bool {
        if case .rejected = self { true } else { false }
    }
}

private func sentence(for error: any Error) -> String {
    (error as? CocoaError)?.localizedDescription ?? "\(error)"
}
