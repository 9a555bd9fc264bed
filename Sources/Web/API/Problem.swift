import HTTPTypes
import Register

/// What the API answers when something is wrong (RFC 9457).
struct Problem: Error, Sendable {
    let sort: Sort
    /// What is wrong in this case, and what would be right.
    let detail: String
    var faults: [FieldFault] = []
    /// What somebody else changed meanwhile.
    var changes: [RecordChange] = []
    var headers = HTTPFields()

    init(_ sort: Sort, _ detail: String, faults: [FieldFault] = []) {
        self.sort = sort
        self.detail = detail
        self.faults = faults
    }

    /// The sorts of problems; each has a page of its own, which its type's address leads to.
    enum Sort: String, CaseIterable, Sendable {
        case malformed
        case unauthorized
        case forbidden
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case conflict
        case movedOn = "moved-on"
        case tooLarge = "too-large"
        case wrongMediaType = "wrong-media-type"
        case invalid
        case versionRequired = "version-required"
        case tooMany = "too-many"
        case unforeseen
        case busy
    }

    func reply(requestID: String) -> Reply {
        var members: [JSONValue.Member] = [
            .init("type", .text("/api/v1/problems/\(sort.rawValue)")),
            .init("title", .text(sort.title)),
            .init("status", .integer(Int64(sort.status.code))),
            .init("detail", .text(detail)), .init("instance", .text(requestID)),
        ]
        if !faults.isEmpty {
            members.append(
                .init(
                    "errors",
                    .list(
                        faults.map {
                            .object([
                                .init("field", .text($0.field)),
                                .init("message", .text($0.message)),
                            ])
                        })))
        }
        if !changes.isEmpty { members.append(.init("changes", .list(changes.map(Self.json)))) }
        var reply = Reply(
            status: sort.status,
            body: .bytes(JSONValue.object(members).bytes, type: "application/problem+json"))
        reply.headers = headers
        return reply
    }

    private static func json(_ change: RecordChange) -> JSONValue {
        .object([
            .init("seq", .integer(change.seq)), .init("at", .text(change.at)),
            .init("actor", .text(change.actor)),
            .init("fields", .list(change.fields.map { .text($0.field) })),
        ])
    }
}

extension Problem.Sort {
    var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .unauthorized: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .conflict: .conflict
        case .movedOn: .preconditionFailed
        case .tooLarge: .contentTooLarge
        case .wrongMediaType: .unsupportedMediaType
        case .invalid: .unprocessableContent
        case .versionRequired: .preconditionRequired
        case .tooMany: .tooManyRequests
        case .unforeseen: .internalServerError
        case .busy: .serviceUnavailable
        }
    }

    var title: String {
        switch self {
        case .malformed: "The request cannot be read"
        case .unauthorized: "A valid token is needed"
        case .forbidden: "The token does not allow it"
        case .notFound: "There is no such thing"
        case .methodNotAllowed: "The address does not know the method"
        case .conflict: "The register does not allow it"
        case .movedOn: "Somebody else has changed the record"
        case .tooLarge: "The request is too large"
        case .wrongMediaType: "The body is not JSON"
        case .invalid: "What is said is not valid"
        case .versionRequired: "The version is missing"
        case .tooMany: "Too many requests"
        case .unforeseen: "Something went wrong here"
        case .busy: "The register is busy"
        }
    }

    /// What its page says to do.
    var advice: String {
        switch self {
        case .malformed: "Send a path, a query and a body that follow /api/v1/openapi.yaml."
        case .unauthorized:
            """
            Send «Authorization: Bearer …» with a token that an administrator made, and that has \
            neither expired nor been revoked.
            """
        case .forbidden:
            "Ask an administrator for a token with the role and the unit that the record needs."
        case .notFound: "Look the identifier or the number up in a list."
        case .methodNotAllowed: "Use one of the methods in the answer's Allow header."
        case .conflict:
            "Read the record again: its state, or something that it refers to, speaks against it."
        case .movedOn:
            "Read the record again, look at what changed, and send its new ETag as If-Match."
        case .tooLarge: "Send at most 256 KB."
        case .wrongMediaType: "Send «Content-Type: application/json»."
        case .invalid: "Correct the fields that «errors» names."
        case .versionRequired: "Read the record and send its ETag as If-Match."
        case .tooMany: "Wait as many seconds as Retry-After says."
        case .unforeseen: "Tell whoever runs this the «instance» of the answer."
        case .busy: "Try again in some seconds."
        }
    }
}

extension Problem {
    /// What a deed's refusal is to a program.
    init(_ refusal: RecordRefusal) {
        switch refusal {
        case .unknown(let table, let id):
            self.init(
                .invalid, "The register has no \(table) «\(id)».",
                faults: [FieldFault(Self.field(of: table), "There is no \(table) «\(id)».")])
        case .identityNumber(let field), .empty(_, _, let field):
            self.init(
                .invalid, refusal.description, faults: [FieldFault(field, refusal.description)])
        case .daysReversed(_, _, _, let second):
            self.init(
                .invalid, refusal.description,
                faults: [FieldFault(second.name, refusal.description)])
        case .movedOn(let moved):
            self.init(.movedOn, refusal.description)
            changes = moved.changes
        case .exists, .notNow, .toCome, .contradiction:
            self.init(.conflict, refusal.description)
        }
    }

    /// Which field names rows of a table.
    private static func field(of table: String) -> String {
        table == "user" ? "responsible" : table
    }
}
