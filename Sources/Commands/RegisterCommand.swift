import ArgumentParser
import Foundation
import Register
import Settings
import Tasks

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
    } catch {
        StandardError.write("avtalt: \(sentence(for: error))")
        throw ExitCode(exitStatus(of: error))
    }
}

private func exitStatus(of error: any Error) -> Int32 {
    switch error {
    case let error as CommandError: error.status.rawValue
    case let error as RegisterError: error.exitCode
    case let error as SettingsError: error.exitCode
    case is WallClock.Error: ExitStatus.badConfiguration.rawValue
    case is CocoaError: ExitStatus.cannotCreate.rawValue
    default: ExitStatus.inputOutput.rawValue
    }
}

private func sentence(for error: any Error) -> String {
    (error as? CocoaError)?.localizedDescription ?? "\(error)"
}
