import Foundation
import GRDB

extension Register {
    /// As `write`, on a thread of its own: waiting for the disk or another writer holds up none of
    /// the few threads that Swift's tasks share. Once begun it is not cancelled.
    package func writeInBackground<T: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try write(body) })
            }
        }
    }
}
