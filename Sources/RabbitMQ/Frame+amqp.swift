import CRabbitMQ
import Foundation

extension Frame {
    /// Copies out of a frame what it says; its memory is librabbitmq's and soon used again.
    init(_ frame: amqp_frame_t, node: String) {
        switch Int32(frame.frame_type) {
        case AMQP_FRAME_METHOD:
            self = Frame(frame.payload.method, node: node)
        case AMQP_FRAME_HEADER:
            let header = frame.payload.properties
            self = .header(
                ReceivedMessage(properties: header.decoded, size: Int(clamping: header.body_size)))
        case AMQP_FRAME_BODY:
            let fragment = frame.payload.body_fragment
            self = .body(fragment.bytes.map { Data(bytes: $0, count: fragment.len) } ?? Data())
        default:
            self = .other
        }
    }

    private init(_ method: amqp_method_t, node: String) {
        guard let decoded = method.decoded else {
            self = method.id == AMQP_CONNECTION_UNBLOCKED_METHOD ? .unblocked : .other
            return
        }
        switch method.id {
        case AMQP_BASIC_ACK_METHOD:
            let ack = decoded.assumingMemoryBound(to: amqp_basic_ack_t.self).pointee
            self = .confirmed(number: ack.delivery_tag, multiple: ack.multiple != 0)
        case AMQP_BASIC_NACK_METHOD:
            let nack = decoded.assumingMemoryBound(to: amqp_basic_nack_t.self).pointee
            self = .refused(number: nack.delivery_tag, multiple: nack.multiple != 0)
        case AMQP_BASIC_RETURN_METHOD:
            let home = decoded.assumingMemoryBound(to: amqp_basic_return_t.self).pointee
            self = .returned(code: Int(home.reply_code), reason: home.reply_text.text)
        case AMQP_BASIC_DELIVER_METHOD:
            let delivery = decoded.assumingMemoryBound(to: amqp_basic_deliver_t.self).pointee
            self = .delivered(
                queue: delivery.consumer_tag.text, number: delivery.delivery_tag,
                isRedelivered: delivery.redelivered != 0)
        case AMQP_BASIC_CANCEL_METHOD:
            let cancel = decoded.assumingMemoryBound(to: amqp_basic_cancel_t.self).pointee
            self = .cancelled(queue: cancel.consumer_tag.text)
        case AMQP_CONNECTION_BLOCKED_METHOD:
            let blocked = decoded.assumingMemoryBound(to: amqp_connection_blocked_t.self).pointee
            self = .blocked(reason: blocked.reason.text)
        case AMQP_CONNECTION_UNBLOCKED_METHOD: self = .unblocked
        default: self = BrokerError.of(method: method, node: node).map(Frame.closed) ?? .other
        }
    }
}

extension ReceivedMessage {
    init(properties: UnsafeMutableRawPointer?, size: Int) {
        self.init()
        self.size = size
        guard let properties else { return }
        let basic = properties.assumingMemoryBound(to: amqp_basic_properties_t.self).pointee
        if basic._flags & UInt32(AMQP_BASIC_MESSAGE_ID_FLAG) != 0 { id = basic.message_id.text }
        if basic._flags & UInt32(AMQP_BASIC_TYPE_FLAG) != 0 { type = basic.type.text }
        guard basic._flags & UInt32(AMQP_BASIC_HEADERS_FLAG) != 0 else { return }
        attempt = basic.headers.number("attempt") ?? 1
        death = basic.headers.text("x-first-death-reason").map { reason in
            "\(reason) in \(basic.headers.text("x-first-death-queue") ?? "a queue")"
        }
    }
}

extension amqp_table_t {
    fileprivate func text(_ key: String) -> String? {
        guard let value = value(key), value.kind == UInt8(AMQP_FIELD_KIND_UTF8.rawValue) else {
            return nil
        }
        return value.value.bytes.text
    }

    /// A number of the forms in which clients and brokers write small ones.
    fileprivate func number(_ key: String) -> Int? {
        guard let value = value(key) else { return nil }
        switch UInt32(value.kind) {
        case AMQP_FIELD_KIND_I32.rawValue: return Int(value.value.i32)
        case AMQP_FIELD_KIND_I64.rawValue: return Int(value.value.i64)
        case AMQP_FIELD_KIND_I16.rawValue: return Int(value.value.i16)
        case AMQP_FIELD_KIND_I8.rawValue: return Int(value.value.i8)
        default: return nil
        }
    }

    private func value(_ key: String) -> amqp_field_value_t? {
        guard let entries else { return nil }
        return UnsafeBufferPointer(start: entries, count: Int(num_entries))
            .first { $0.key.text == key }?.value
    }
}
