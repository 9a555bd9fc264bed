import HTTPTypes
import Register

extension Reply {
    static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(status: status, body: .bytes(value.bytes, type: "application/json"))
    }

    /// With the version as the entity tag.
    func tagged(_ version: RecordVersion?) -> Reply {
        guard let version else { return self }
        var reply = self
        reply.headers[.eTag] = "\"\(version.seq)\""
        return reply
    }

    func located(at path: String) -> Reply {
        var reply = self
        reply.headers[.location] = "/api/v1\(path)"
        return reply
    }

    /// With the addresses of the pages around a list's page (RFC 8288).
    func linked(to links: [(relation: String, path: String)]) -> Reply {
        guard !links.isEmpty else { return self }
        var reply = self
        reply.headers[.link] =
            links.map { "<\($0.path)>; rel=\"\($0.relation)\"" }.joined(separator: ", ")
        return reply
    }
}

extension JSONValue {
    init(_ record: RecordList.Record, of list: RecordList) {
        self = .object(
            [Member("key", .integer(record.key))]
                + zip(list.columns, record.values).map { Member($0, JSONValue($1)) })
    }

    init(_ value: RecordValue) {
        switch value {
        case .none: self = .null
        case .text(let text): self = .text(text)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .number(number)
        case .truth(let truth): self = .truth(truth)
        case .list(let texts): self = .list(texts.map { .text($0) })
        }
    }
}
