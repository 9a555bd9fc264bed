/// Why a worker cannot do what a delivery asks of it.
package enum Unreadable: Error, Hashable, Sendable {
    /// The body is no envelope, or its payload not what its kind and version say.
    case undecodable(reason: String)
    case tooLarge(bytes: Int, limit: Int)
    /// A kind that only a newer worker knows.
    case unknownKind(TaskKind)
    /// A payload's form that this worker does not know.
    case wrongSchemaVersion(TaskKind, version: Int, known: ClosedRange<Int>)

    /// Whether another worker, of a newer version, may well be able to do it.
    package var isForAnotherWorker: Bool {
        switch self {
        case .undecodable, .tooLarge: false
        case .unknownKind, .wrongSchemaVersion: true
        }
    }
}

extension Unreadable: CustomStringConvertible {
    package var description: String {
        switch self {
        case .undecodable(let reason):
            "The message is no task that can be read: \(reason)"
        case .tooLarge(let bytes, let limit):
            "The message has \(bytes) bytes and may have \(limit): ask for less at once."
        case .unknownKind(let kind):
            "No handler of this worker does «\(kind)»: start a worker of a version that does."
        case .wrongSchemaVersion(let kind, let version, let known):
            """
            «\(kind)» comes in version \(version) and this worker reads \(known.lowerBound) to \
            \(known.upperBound): start a worker of a version that reads it.
            """
        }
    }
}
