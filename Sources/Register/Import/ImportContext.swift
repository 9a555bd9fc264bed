import GRDB

/// What the files of one import share: the connection, the faults, and who is known by what name.
final class ImportContext {
    typealias Identity = UnsafeBufferPointer<UInt8>

    let db: Database
    let faults = ImportFaults()
    let scratch = Scratch()
    /// By agreement and year.
    let evaluations: Directory
    private let directories: [Directory]
    private let lookups: [RawStatement]
    private let evaluationLookup: RawStatement
    private let kindLookup: RawStatement
    /// Position in `AgreementKind.allCases`, by key of the agreement.
    private var kinds: [Int64: Int] = [:]

    init(_ db: Database) throws {
        self.db = db
        directories = try Referenced.allCases.map { referenced in
            Directory(lastKey: try Self.lastKey(of: referenced.table, in: db))
        }
        lookups = try Referenced.allCases.map { referenced in
            try RawStatement(
                db,
                "SELECT key FROM \(referenced.table) WHERE \(referenced.identifier) = ?")
        }
        evaluations = Directory(lastKey: try Self.lastKey(of: "evaluation", in: db))
        evaluationLookup = try RawStatement(
            db, "SELECT key FROM evaluation WHERE agreement = ? AND year = ?")
        kindLookup = try RawStatement(db, "SELECT kind FROM agreement WHERE key = ?")
    }

    static func lastKey(of table: String, in db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(key) FROM \"\(table)\"") ?? 0
    }

    func directory(of referenced: Referenced) -> Directory { directories[referenced.rawValue] }

    /// Key of the row with this identifier, in the folder or in the register.
    func key(of identifier: Identity, in referenced: Referenced) throws -> Int64? {
        try directory(of: referenced).find(identifier) {
            try registeredKey(of: identifier, in: referenced)
        }
    }

    func registeredKey(of identifier: Identity, in referenced: Referenced) throws -> Int64? {
        let lookup = lookups[referenced.rawValue]
        lookup.bind(Field(form: .text, bytes: identifier), at: 1)
        return try lookup.firstInteger()
    }

    /// Key of the evaluation, in the folder or in the register.
    func evaluation(ofAgreement agreement: Int64, year: Int64, identity: Identity) throws -> Int64?
    {
        try evaluations.find(identity) {
            evaluationLookup.bind(agreement, at: 1)
            evaluationLookup.bind(year, at: 2)
            return try evaluationLookup.firstInteger()
        }
    }

    func setKind(_ kind: Int, ofAgreement key: Int64) { kinds[key] = kind }

    /// Position in `AgreementKind.allCases`; nil where the folder's row has none that can be read.
    func kind(ofAgreement key: Int64, among choices: Choices) throws -> Int? {
        if let kind = kinds[key] { return kind }
        defer { kindLookup.reset() }
        kindLookup.bind(key, at: 1)
        guard try kindLookup.step(), let kind = choices.find(kindLookup.text(0)) else { return nil }
        kinds[key] = kind
        return kind
    }
}

extension RawStatement {
    /// The first column of its first row.
    func firstInteger() throws -> Int64? {
        defer { reset() }
        return try step() ? integer(0) : nil
    }
}
