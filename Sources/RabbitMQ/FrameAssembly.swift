import Foundation

/// What comes from the broker, one frame at a time.
enum Frame {
    case confirmed(number: UInt64, multiple: Bool)
    case refused(number: UInt64, multiple: Bool)
    case returned(code: Int, reason: String)
    case delivered(queue: String, number: UInt64, isRedelivered: Bool)
    case header(ReceivedMessage)
    case body(Data)
    case cancelled(queue: String)
    case blocked(reason: String)
    case unblocked
    case closed(BrokerError)
    /// Heartbeats, and answers that nobody waits for.
    case other
}

/// What frames mean once they are complete.
enum ChannelEvent: Hashable {
    case confirmed(number: UInt64, multiple: Bool)
    case refused(number: UInt64, multiple: Bool)
    /// A message that was published could not be routed.
    case returned(id: String, reason: String)
    case delivered(queue: String, number: UInt64, ReceivedMessage)
    case cancelled(queue: String)
    case blocked(reason: String)
    case unblocked
    case closed(BrokerError)
}

/// Puts the frames of one channel together: a delivery or a return is a method, a header, and as
/// many bodies as its size needs. Of a body beyond the limit nothing is kept but its size.
struct FrameAssembly {
    private enum Part {
        case none
        case delivery(queue: String, number: UInt64, isRedelivered: Bool)
        case homecoming(reason: String)
    }

    private let bodyLimit: Int
    private var part = Part.none
    private var message = ReceivedMessage()
    private var bytesSeen = 0

    init(bodyLimit: Int) {
        self.bodyLimit = bodyLimit
    }

    mutating func take(_ frame: Frame) -> ChannelEvent? {
        switch frame {
        case .confirmed(let number, let multiple):
            return .confirmed(number: number, multiple: multiple)
        case .refused(let number, let multiple):
            return .refused(number: number, multiple: multiple)
        case .returned(let code, let reason):
            part = .homecoming(reason: "\(code), \(reason)")
        case .delivered(let queue, let number, let isRedelivered):
            part = .delivery(queue: queue, number: number, isRedelivered: isRedelivered)
        case .header(let header):
            message = header
            bytesSeen = 0
            return completed()
        case .body(let data):
            bytesSeen += data.count
            if message.size <= bodyLimit { message.body.append(data) }
            return completed()
        case .cancelled(let queue): return .cancelled(queue: queue)
        case .blocked(let reason): return .blocked(reason: reason)
        case .unblocked: return .unblocked
        case .closed(let error): return .closed(error)
        case .other: break
        }
        return nil
    }

    private mutating func completed() -> ChannelEvent? {
        guard bytesSeen >= message.size else { return nil }
        defer {
            part = .none
            message = ReceivedMessage()
        }
        switch part {
        case .none: return nil
        case .delivery(let queue, let number, let isRedelivered):
            message.isRedelivered = isRedelivered
            return .delivered(queue: queue, number: number, message)
        case .homecoming(let reason): return .returned(id: message.id, reason: reason)
        }
    }
}
