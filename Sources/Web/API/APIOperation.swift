import Agreements
import GRDB
import Rules

/// What answers an operation of openapi.yaml, and who may use it.
struct APIOperation: Sendable {
    /// The document's `operationId`.
    let id: String
    let access: APIAccess
    let answer: @Sendable (APICall) throws -> Reply

    init(
        _ id: String, _ access: APIAccess, _ answer: @escaping @Sendable (APICall) throws -> Reply
    ) {
        self.id = id
        self.access = access
        self.answer = answer
    }

    /// Every operation that needs a token.
    static let all: [APIOperation] =
        AgreementOperations.all + RecordOperations.all + CommitmentOperations.all
        + PlanOperations.all + MeetingOperations.all + FollowUpOperations.all
        + FigureOperations.all + CountOperations.all + TaskOperations.all + AuditOperations.all
}

/// The right that an operation needs, over records of whom; looked up before it answers.
struct APIAccess: Sendable {
    let action: RightAction
    let kind: RecordKind
    let scope: Scope

    /// Whose the records are.
    enum Scope: Hashable, Sendable {
        case everybody
        /// The agreement that the path's `id` names.
        case agreement
        /// What the path's `key` names lies under an agreement.
        case record(Web.Scope.UnderAgreement)
        /// The agreement that the body names.
        case agreementInBody
        /// The unit that the body's `owner` names.
        case ownerInBody
        /// The unit of the party that the body names.
        case partyInBody
        /// The agreement or else the party that the body names.
        case eitherInBody
        /// The unit of the party of the contact that the path's `key` names.
        case contact
        /// The region of the municipality that the body names.
        case municipalityInBody
        /// The region of the municipality whose figures the path's `key` names.
        case settlement
        /// The unit whose target it is, in the body or by the path's `key`; everybody's for the
        /// total.
        case target
    }

    static func read(_ kind: RecordKind) -> APIAccess {
        APIAccess(action: .read, kind: kind, scope: .everybody)
    }

    static func write(_ kind: RecordKind, _ scope: Scope) -> APIAccess {
        APIAccess(action: .write, kind: kind, scope: scope)
    }

    /// Throws `Problem` where the call may not, or names nothing.
    func admit(_ call: APICall) throws {
        try call.require(action, kind, of: try call.read { try subject(call, $0) })
    }

    private func subject(_ call: APICall, _ db: Database) throws -> RightSubject {
        switch scope {
        case .everybody: return .everybody
        case .agreement:
            return try lookUp(.agreement, ["agreement": call.id()], in: db)
        case .record(let table):
            return try lookUp(.record(table), ["key": String(call.key())], in: db)
        case .agreementInBody:
            return try subject(ofAgreement: call.body.string("agreement") ?? "", in: db)
        case .ownerInBody: return .unit(try call.body.neededWord("owner"))
        case .partyInBody: return try subject(ofParty: call.body.string("party"), in: db)
        case .eitherInBody:
            guard let agreement = call.body.string("agreement") else {
                return try subject(ofParty: call.body.string("party"), in: db)
            }
            return try subject(ofAgreement: agreement, in: db)
        case .contact:
            let party = try String.fetchOne(
                db,
                sql: """
                    SELECT id FROM party
                    WHERE key = (SELECT party FROM contact WHERE key = ?)
                    """, arguments: [try call.key()])
            guard let party else { throw APICall.nothing }
            return try subject(ofParty: party, in: db)
        case .municipalityInBody:
            return try subject(ofMunicipality: call.body.needed("municipality_number"), in: db)
        case .settlement:
            let number = try String.fetchOne(
                db,
                sql: """
                    SELECT number FROM municipality
                    WHERE key = (SELECT municipality FROM settlement WHERE key = ?)
                    """, arguments: [try call.key()])
            guard let number else { throw APICall.nothing }
            return try subject(ofMunicipality: number, in: db)
        case .target:
            let unit = try call.body.string("unit") ?? self.unit(ofTarget: call.key(), in: db)
            return OwningUnit(rawValue: unit).map { .unit($0) } ?? .everybody
        }
    }

    private func unit(ofTarget key: Int64, in db: Database) throws -> String {
        let unit = try String.fetchOne(
            db, sql: "SELECT unit FROM target WHERE key = ?", arguments: [key])
        guard let unit else { throw APICall.nothing }
        return unit
    }

    private func subject(ofMunicipality number: String, in db: Database) throws -> RightSubject {
        let owner = try String.fetchOne(
            db, sql: "SELECT owner FROM v_municipality WHERE number = ?", arguments: [number])
        guard let unit = owner.flatMap(OwningUnit.init(rawValue:)) else {
            throw Self.unknown("municipality_number", number)
        }
        return .unit(unit)
    }

    private func lookUp(_ scope: Web.Scope, _ parameters: [String: String], in db: Database) throws
        -> RightSubject
    {
        do {
            return try ScopeLookup(db: db, parameters: parameters).subject(of: scope) ?? .everybody
        } catch PageError.notFound {
            throw APICall.nothing
        }
    }

    private func subject(ofAgreement id: String, in db: Database) throws -> RightSubject {
        let owner = try String.fetchOne(
            db, sql: "SELECT owner FROM agreement WHERE id = ?", arguments: [id])
        guard let unit = owner.flatMap(OwningUnit.init(rawValue:)) else {
            throw Self.unknown("agreement", id)
        }
        return .unit(unit)
    }

    private func subject(ofParty id: String?, in db: Database) throws -> RightSubject {
        let owner = try String.fetchOne(
            db, sql: "SELECT owner FROM v_party WHERE party = ?", arguments: [id])
        guard let unit = owner.flatMap(OwningUnit.init(rawValue:)) else {
            throw Self.unknown("party", id ?? "")
        }
        return .unit(unit)
    }

    private static func unknown(_ field: String, _ id: String) -> Problem {
        Problem(
            .invalid, "The register has no \(field) «\(id)».",
            faults: [FieldFault(field, "There is no \(field) «\(id)».")])
    }
}
