import Yams

/// openapi.yaml as it was read.
struct ContractDocument: Sendable {
    /// Why the document cannot be served; a test reads it, so no release meets it.
    enum Error: Swift.Error, Hashable {
        case unreadable
        case unresolved(String)
    }

    let root: JSONValue

    init(yaml: String) throws {
        guard let node = try Yams.compose(yaml: yaml) else { throw Error.unreadable }
        root = JSONValue(node)
    }

    /// The value itself, or what its `$ref` points to.
    func resolve(_ value: JSONValue) throws -> JSONValue {
        guard let reference = value["$ref"]?.text else { return value }
        var found: JSONValue? = root
        for name in reference.split(separator: "/").dropFirst() { found = found?[String(name)] }
        guard let found else { throw Error.unresolved(reference) }
        return try resolve(found)
    }
}

extension JSONValue {
    fileprivate init(_ node: Node) {
        switch node {
        case .mapping(let mapping):
            self = .object(
                mapping.map { Member($0.key.string ?? "", JSONValue($0.value)) })
        case .sequence(let sequence): self = .list(sequence.map { JSONValue($0) })
        default: self = JSONValue(scalar: node)
        }
    }

    /// A scalar in quotes is a text whatever it looks like.
    private init(scalar node: Node) {
        guard node.scalar?.style == .plain else {
            self = .text(node.string ?? "")
            return
        }
        if node.tag == Tag(.null) {
            self = .null
        } else if let truth = node.bool {
            self = .truth(truth)
        } else if let integer = node.int {
            self = .integer(Int64(integer))
        } else if let number = node.float {
            self = .number(number)
        } else {
            self = .text(node.string ?? "")
        }
    }
}
