import Foundation

/// A JSON value as its leaves by their paths.
struct Figures {
    private(set) var leaves: [String: Leaf] = [:]

    enum Leaf: Equatable {
        case number(Double)
        case text(String)
        case null
    }

    init(_ value: Any) {
        collect(value, at: "")
    }

    /// How far apart numbers may lie that were added up in another order.
    private static let tolerance = 1e-12

    /// One line for each leaf that is not the same here and there.
    func differences(from other: Figures) -> [String] {
        Set(leaves.keys).union(other.leaves.keys).sorted().compactMap { path in
            let (own, others) = (leaves[path], other.leaves[path])
            if case .number(let left) = own, case .number(let right) = others,
                abs(left - right) <= Self.tolerance
            {
                return nil
            }
            return own == others
                ? nil : "\(path): \(Self.text(own)), expected \(Self.text(others))"
        }
    }

    private static func text(_ leaf: Leaf?) -> String {
        switch leaf {
        case .number(let number): "\(number)"
        case .text(let text): text
        case .null: "null"
        case nil: "nothing"
        }
    }

    private mutating func collect(_ value: Any, at path: String) {
        switch value {
        case let members as [String: Any]:
            // An empty object is a leaf as well: it must not be taken for an absent one.
            if members.isEmpty { leaves[path] = .text("{}") }
            for (key, member) in members { collect(member, at: "\(path)/\(key)") }
        case let number as NSNumber: leaves[path] = .number(number.doubleValue)
        case let text as String: leaves[path] = .text(text)
        default: leaves[path] = .null
        }
    }
}
