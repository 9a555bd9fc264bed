/// A JSON value of a stored report: its numbers keep their last digit, as Foundation's
/// `JSONSerialization` does not let them.
indirect enum Figure: Decodable {
    case object([String: Figure])
    case number(Double)
    case text(String)
    case none

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let number = try Self.value(Double.self, in: container) {
            self = .number(number)
        } else if let text = try Self.value(String.self, in: container) {
            self = .text(text)
        } else {
            self = .object(try container.decode([String: Figure].self))
        }
    }

    private static func value<Value: Decodable>(
        _ type: Value.Type, in container: any SingleValueDecodingContainer
    ) throws -> Value? {
        do {
            return try container.decode(type)
        } catch DecodingError.typeMismatch {
            return nil
        }
    }

    /// Every leaf by its path; null is a leaf.
    func leaves(path: String = "") -> [String: String] {
        switch self {
        case .object(let members):
            members.reduce(into: [:]) { leaves, member in
                leaves.merge(member.value.leaves(path: "\(path)/\(member.key)")) { $1 }
            }
        case .number(let number): [path: "\(number)"]
        case .text(let text): [path: text]
        case .none: [path: "null"]
        }
    }
}

extension Figure {
    init(_ number: Double?) { self = number.map(Figure.number) ?? .none }
    init(_ number: Int) { self = .number(Double(number)) }

    static func counts<Key: RawRepresentable<String>>(_ counts: [Key: Int]) -> Figure {
        .object(
            Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, Figure($0.value)) }))
    }
}
