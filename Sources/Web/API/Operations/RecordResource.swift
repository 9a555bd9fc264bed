import GRDB
import Register
import Rules

/// The records of one kind as the API shows them: read one by one with their version, and in
/// pages.
struct RecordResource: Sendable {
    /// A parameter of the query that says what a column is to be.
    struct Filter: Sendable {
        let parameter: String
        let column: String
        let comparison: RecordCondition.Comparison

        init(
            _ parameter: String, column: String? = nil,
            _ comparison: RecordCondition.Comparison = .equal
        ) {
            self.parameter = parameter
            self.column = column ?? parameter
            self.comparison = comparison
        }
    }

    let list: RecordList
    /// Below `/api/v1`: `/followups`.
    let path: String
    let kind: RecordKind
    /// The `operationId` that reads a page, and the one that reads a record, if there is one.
    let listID: String
    let readID: String?
    /// Whether a record's address ends with its identifier and not with its number.
    let isNamed: Bool
    let filters: [Filter]

    init(
        _ name: String, _ kind: RecordKind, list listID: String, read readID: String? = nil,
        isNamed: Bool = false, filters: [Filter] = []
    ) {
        list = RecordList(name)
        path = "/\(name)"
        self.kind = kind
        self.listID = listID
        self.readID = readID
        self.isNamed = isNamed
        self.filters = filters
    }

    // MARK: Reading

    func read(_ call: APICall) throws -> Reply {
        try call.read { db in
            let key = isNamed ? try list.key(of: call.id(), in: db) : try call.key()
            return try reply(key: key ?? 0, to: call, in: db)
        }
    }

    /// A record with its version; `Problem` where there is none.
    ///
    /// - Parameter call: The reading; nil for the answer to a change, which evaluations have not.
    func reply(key: Int64, to call: APICall? = nil, in db: Database) throws -> Reply {
        guard let record = try list.record(key: key, in: db) else { throw APICall.nothing }
        return .json(try json(record, call, in: db)).tagged(try version(key: key, in: db))
    }

    /// The answer to an addition.
    func created(key: Int64, named id: String? = nil, in db: Database) throws -> Reply {
        var reply = try reply(key: key, in: db)
        reply.status = .created
        return reply.located(at: "\(path)/\(id.map(LocalPath.encode) ?? String(key))")
    }

    /// The answer to the addition of a record with an identifier.
    func created(id: String, in db: Database) throws -> Reply {
        guard let key = try list.key(of: id, in: db) else { throw APICall.nothing }
        return try created(key: key, named: isNamed ? id : nil, in: db)
    }

    /// The identifier of the record that the path names.
    func identifier(_ call: APICall, in db: Database) throws -> String {
        guard let record = try list.record(key: call.key(), in: db),
            case .text(let id) = record.values[0]
        else { throw APICall.nothing }
        return id
    }

    private func version(key: Int64, in db: Database) throws -> RecordVersion? {
        guard list.table == "meeting" else {
            return try RecordVersion.of(list.table, key: key, in: db)
        }
        return try RecordVersion.of(MeetingDeeds.rows(ofMeeting: key, in: db), in: db)
    }

    private func json(_ record: RecordList.Record, _ call: APICall?, in db: Database) throws
        -> JSONValue
    {
        let value = JSONValue(record, of: list)
        guard list.table == "evaluation", case .object(let members) = value else { return value }
        let standing = try EvaluationRecord(record.key, in: db).standing
        // Scores are told when each party may see the other's.
        let isRevealed =
            call.map { call in
                standing.isRevealed(
                    on: call.today, term: call.site.rulebook.evaluationTerm(of: standing.year))
            } ?? false
        let scores =
            !isRevealed
            ? []
            : try Row.fetchAll(
                db.cachedStatement(
                    sql:
                        "SELECT side, dimension, score FROM score WHERE evaluation = ? ORDER BY key"
                ),
                arguments: [record.key]
            ).map { row in
                JSONValue.object([
                    .init("side", .text(row[0])), .init("dimension", .text(row[1])),
                    .init("score", .integer(row[2])),
                ])
            }
        return .object(members + [.init("scores", .list(scores))])
    }

    // MARK: Listing

    func page(_ call: APICall) throws -> Reply {
        let conditions = filters.compactMap { filter -> RecordCondition? in
            switch call.query[filter.parameter] {
            case .text(let text)?: RecordCondition(filter.column, filter.comparison, text)
            case .integer(let number)?:
                RecordCondition(filter.column, filter.comparison, Int(number))
            case .truth(let truth)?: RecordCondition(filter.column, isTrue: truth)
            default: nil
            }
        }
        let after = try call.cursor(order: list.table).flatMap { Int64($0.tie) } ?? 0
        return try call.read { db in
            let page = try list.page(conditions, after: after, limit: call.limit, in: db)
            let next = page.more ? page.records.last.map(mark) : nil
            return .page(
                try page.records.map { try json($0, call, in: db) }, next: next, of: call, at: path)
        }
    }

    private func mark(_ record: RecordList.Record) -> ListMark {
        ListMark(order: list.table, value: "", tie: String(record.key))
    }
}

extension APICall {
    /// The mark of the query's cursor; `Problem` where it is none of such a list.
    func cursor(order: String) throws -> ListMark? {
        guard let token = query["cursor"]?.text else { return nil }
        guard let mark = ListMark(token: token), mark.order == order else { throw Self.noCursor }
        return mark
    }

    static let noCursor = Problem(
        .invalid, "The cursor is none of this list.",
        faults: [FieldFault("cursor", "Take it from «next» of the page before.")])

    /// The address of another page of the list.
    fileprivate func address(_ path: String, cursor: ListMark) -> String {
        var parts = query.filter { $0.key != "cursor" }.sorted { $0.key < $1.key }.map {
            "\(LocalPath.encode($0.key))=\(LocalPath.encode($0.value.asParameter))"
        }
        parts.append("cursor=\(cursor.token)")
        return "/api/v1\(path)?\(parts.joined(separator: "&"))"
    }
}

extension JSONValue {
    /// As it stands in a query.
    fileprivate var asParameter: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .truth(let truth): truth ? "true" : "false"
        case .list(let values): values.map(\.asParameter).joined(separator: ",")
        default: ""
        }
    }
}

extension Reply {
    /// A page of a list; `path` is below `/api/v1`.
    static func page(
        _ items: [JSONValue], next: ListMark?, total: Int? = nil, of call: APICall, at path: String
    ) -> Reply {
        var members: [JSONValue.Member] = [
            .init("items", .list(items)), .init("next", .optional(next?.token)),
        ]
        if let total { members.append(.init("total", .integer(Int64(total)))) }
        let links = next.map { [(relation: "next", path: call.address(path, cursor: $0))] } ?? []
        return .json(.object(members)).linked(to: links)
    }
}
