import CRabbitMQ
import Logging

/// Why a connection to a broker is not there, or not any more.
package enum BrokerError: Error, Hashable, Sendable {
    /// Nobody answers at that address, or not in time.
    case unreachable(node: String, reason: String)
    /// The certificate is not for that host or not of a trusted issuer, or TLS cannot be agreed.
    case untrusted(node: String, reason: String)
    /// A certificate or key of ours that cannot be used.
    case unusableFile(path: String, reason: String)
    /// User, password, virtual host or permissions are not right.
    case refused(node: String, reason: String)
    /// Something exists there with other arguments than ours.
    case mismatch(node: String, reason: String)
    /// A queue or an exchange is not there, and this process may not declare it.
    case missing(node: String, reason: String)
    /// The broker has closed the connection or the channel.
    case closed(node: String, code: Int, reason: String)
    /// A queue that was consumed is gone.
    case cancelled(node: String, queue: String)
    /// The connection broke, or was silent for too long.
    case lost(node: String, reason: String)
    /// Nothing came for so long that the connection is made anew, to be on the safe side.
    case quiet(node: String)

    /// What the broker needs before the next attempt: it tells that a queue is gone before it has
    /// done with it, and a queue of the same name that is declared meanwhile can come to hold its
    /// messages without giving out one (seen with quorum queues of RabbitMQ 3.10.8).
    var pause: Duration {
        if case .cancelled = self { .seconds(2) } else { .zero }
    }

    /// Whether trying again may help without anybody doing anything about it.
    package var isTransient: Bool {
        switch self {
        case .unreachable, .missing, .closed, .cancelled, .lost, .quiet: true
        case .untrusted, .unusableFile, .refused, .mismatch: false
        }
    }

    package var level: Logger.Level {
        if case .quiet = self { return .debug }
        return isTransient ? .warning : .error
    }

    /// Of a process that cannot begin for it.
    package var exitCode: Int32 {
        switch self {
        case .unreachable, .missing, .closed, .cancelled, .lost, .quiet, .untrusted: 69
        case .refused: 77
        case .unusableFile, .mismatch: 78
        }
    }
}

extension BrokerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let node, let reason):
            """
            No broker answers at \(node) (\(reason)): see that it runs and that the address is \
            right.
            """
        case .untrusted(let node, let reason):
            """
            \(node) is not trusted (\(reason)): its certificate must be for that host name and \
            issued by a CA of queue_ca_file, else of the system.
            """
        case .unusableFile(let path, let reason):
            "\(path) cannot be used (\(reason)): it must be a PEM file that this account may read."
        case .refused(let node, let reason):
            """
            \(node) does not let this process in (\(reason)): see the user, the password, the \
            virtual host and the user's permissions there.
            """
        case .mismatch(let node, let reason):
            """
            What is at \(node) was declared otherwise (\(reason)): delete it there once it is \
            empty, or run the version that declared it.
            """
        case .missing(let node, let reason):
            """
            What is needed is not at \(node) (\(reason)): load ops/rabbitmq/definitions.json \
            there, or start the coordinator, which declares it; an office's own queue is declared \
            by ops/rabbitmq/office.
            """
        case .closed(let node, let code, let reason):
            "\(node) has closed the connection: \(code), \(reason)."
        case .cancelled(let node, let queue):
            "The queue \(queue) at \(node) is gone; it is declared again."
        case .lost(let node, let reason):
            "The connection to \(node) is lost (\(reason))."
        case .quiet(let node):
            "Nothing has come from \(node) for a long time; the connection is made anew."
        }
    }
}

extension BrokerError {
    /// What a status of librabbitmq means; nil for success.
    static func of(status: Int32, node: String) -> BrokerError? {
        guard status < 0 else { return nil }
        let reason = String(cString: amqp_error_string2(status))
        switch status {
        case AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED.rawValue,
            AMQP_STATUS_SSL_PEER_VERIFY_FAILED.rawValue,
            AMQP_STATUS_SSL_CONNECTION_FAILED.rawValue:
            return .untrusted(node: node, reason: reason)
        case AMQP_STATUS_HOSTNAME_RESOLUTION_FAILED.rawValue:
            return .unreachable(node: node, reason: reason)
        default:
            return .lost(node: node, reason: reason)
        }
    }

    /// What the answer to a remote call means; nil for success.
    static func of(_ reply: amqp_rpc_reply_t, node: String) -> BrokerError? {
        switch reply.reply_type {
        case AMQP_RESPONSE_NORMAL: return nil
        case AMQP_RESPONSE_LIBRARY_EXCEPTION: return of(status: reply.library_error, node: node)
        case AMQP_RESPONSE_SERVER_EXCEPTION:
            return of(method: reply.reply, node: node)
                ?? .lost(node: node, reason: "an answer that was not expected")
        default: return .lost(node: node, reason: "no answer")
        }
    }

    /// What the closing of a connection or channel by the broker means; nil for another method.
    static func of(method: amqp_method_t, node: String) -> BrokerError? {
        guard let decoded = method.decoded else { return nil }
        switch method.id {
        case AMQP_CONNECTION_CLOSE_METHOD:
            let close = decoded.assumingMemoryBound(to: amqp_connection_close_t.self).pointee
            return of(code: Int(close.reply_code), close.reply_text.text, node: node)
        case AMQP_CHANNEL_CLOSE_METHOD:
            let close = decoded.assumingMemoryBound(to: amqp_channel_close_t.self).pointee
            return of(code: Int(close.reply_code), close.reply_text.text, node: node)
        default: return nil
        }
    }

    /// What a reply code of the broker means.
    static func of(code: Int, _ reason: String, node: String) -> BrokerError {
        switch code {
        case 403, 530: .refused(node: node, reason: reason)
        case 404: .missing(node: node, reason: reason)
        case 406 where reason.contains("inequivalent arg"): .mismatch(node: node, reason: reason)
        default: .closed(node: node, code: code, reason: reason)
        }
    }
}

extension amqp_bytes_t {
    /// A copy as text.
    var text: String {
        guard let bytes else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: len), as: UTF8.self)
    }
}
