import CRabbitMQ
import Foundation

/// A text as librabbitmq takes it, for as long as this value lives.
final class CText {
    private let pointer: UnsafeMutablePointer<CChar>
    private let length: Int

    init(_ text: String) {
        let count = text.utf8.count
        pointer = UnsafeMutablePointer.allocate(capacity: count + 1)
        for (index, byte) in text.utf8.enumerated() { pointer[index] = CChar(bitPattern: byte) }
        pointer[count] = 0
        length = count
    }

    deinit {
        pointer.deallocate()
    }

    var bytes: amqp_bytes_t { amqp_bytes_t(len: length, bytes: pointer) }
}

/// Arguments of a declaration as librabbitmq takes them, for as long as this value lives.
final class ArgumentTable {
    private let entries: UnsafeMutablePointer<amqp_table_entry_t>
    private let count: Int
    private let texts: [CText]

    init(_ arguments: [String: Topology.Argument]) {
        count = arguments.count
        entries = UnsafeMutablePointer.allocate(capacity: max(1, count))
        var texts: [CText] = []
        for (index, (key, argument)) in arguments.sorted(by: { $0.key < $1.key }).enumerated() {
            let name = CText(key)
            texts.append(name)
            var value = amqp_field_value_t()
            switch argument {
            case .text(let text):
                let content = CText(text)
                texts.append(content)
                value.kind = UInt8(AMQP_FIELD_KIND_UTF8.rawValue)
                value.value.bytes = content.bytes
            case .number(let number):
                value.kind = UInt8(AMQP_FIELD_KIND_I32.rawValue)
                value.value.i32 = number
            case .flag(let flag):
                value.kind = UInt8(AMQP_FIELD_KIND_BOOLEAN.rawValue)
                value.value.boolean = flag ? 1 : 0
            }
            (entries + index).initialize(to: amqp_table_entry_t(key: name.bytes, value: value))
        }
        self.texts = texts
    }

    deinit {
        entries.deallocate()
    }

    var table: amqp_table_t { amqp_table_t(num_entries: Int32(count), entries: entries) }
}
