import Foundation
import Simulation

do {
    exit(try await Invocation(CommandLine.arguments.dropFirst()).run() ? 0 : 1)
} catch let error as Invocation.Error {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(64)
}
