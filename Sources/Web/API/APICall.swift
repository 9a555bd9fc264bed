import Agreements
import GRDB
import Register
import Rules
import Tasks

/// One request to the API whose path, query, headers and body are what openapi.yaml asks for.
struct APICall: Sendable {
    let site: Site
    let token: APIToken
    let now: Instant
    let requestID: String
    /// Of the path, decoded.
    let path: [String: JSONValue]
    let query: [String: JSONValue]
    /// An object; empty where the operation takes no body.
    let body: JSONValue
    /// The version of `If-Match`; nil where there is none.
    let version: RecordVersion?

    var today: Day { Oslo.day(at: now) }

    var author: Author { Author(actor: "token:\(token.id)", request: requestID) }

    func read<T>(_ body: (Database) throws -> T) throws -> T { try site.register.read(body) }

    func write<T>(_ body: (Database) throws -> T) throws -> T { try site.register.write(body) }

    /// Throws `Problem` where the token gives no right over records of the subject.
    func require(_ action: RightAction, _ kind: RecordKind, of subject: RightSubject) throws {
        guard token.may(action, kind, of: subject) else {
            throw Problem(
                .forbidden,
                """
                A \(token.role.rawValue) of \(token.unit.rawValue) may not \(action.rawValue) \
                \(kind.rawValue) \(subject.place).
                """)
        }
    }

    // MARK: What was sent

    /// The number in the path.
    func key() throws -> Int64 {
        guard case .integer(let key)? = path["key"] else { throw Self.nothing }
        return key
    }

    /// The identifier in the path.
    func id(_ name: String = "id") throws -> String {
        guard let id = path[name]?.text else { throw Self.nothing }
        return id
    }

    static let nothing = Problem(.notFound, "There is no such record.")

    /// The page that is asked for: at most a hundred elements.
    var limit: Int {
        guard case .integer(let limit)? = query["limit"] else { return 50 }
        return Int(limit)
    }

    func day(_ name: String) -> Day? { query[name]?.text.flatMap { Day($0) } }

    /// A word of the query that the document allows.
    func word<Word: RawRepresentable<String>>(_ name: String) -> Word? {
        query[name]?.text.flatMap(Word.init(rawValue:))
    }

    func words<Word: RawRepresentable<String> & Hashable>(_ name: String) -> Set<Word> {
        guard case .list(let words)? = query[name] else { return [] }
        return Set(words.compactMap { $0.text.flatMap(Word.init(rawValue:)) })
    }

    func truth(_ name: String) -> Bool? {
        guard case .truth(let truth)? = query[name] else { return nil }
        return truth
    }
}

extension RightSubject {
    fileprivate var place: String {
        switch self {
        case .unit(let unit): "of \(unit.rawValue)"
        case .oneself, .somebodyElse: "of others"
        case .everybody: "at all"
        }
    }
}

/// Fields of a body that has been found to be as openapi.yaml says.
extension JSONValue {
    /// Whether the field was sent, null or not.
    func has(_ name: String) -> Bool { self[name] != nil }

    func string(_ name: String) -> String? { self[name]?.text }

    /// A field that the document requires.
    func needed(_ name: String) throws -> String {
        guard let text = string(name) else { throw Self.missing(name) }
        return text
    }

    func day(_ name: String) -> Day? { string(name).flatMap { Day($0) } }

    func neededDay(_ name: String) throws -> Day {
        guard let day = day(name) else { throw Self.missing(name) }
        return day
    }

    func word<Word: RawRepresentable<String>>(_ name: String) -> Word? {
        string(name).flatMap(Word.init(rawValue:))
    }

    func neededWord<Word: RawRepresentable<String>>(_ name: String) throws -> Word {
        guard let word: Word = word(name) else { throw Self.missing(name) }
        return word
    }

    func number(_ name: String) -> Int? {
        if case .integer(let number)? = self[name] { Int(number) } else { nil }
    }

    func neededNumber(_ name: String) throws -> Int {
        guard let number = number(name) else { throw Self.missing(name) }
        return number
    }

    /// A number that need not be whole.
    func neededAmount(_ name: String) throws -> Double {
        switch self[name] {
        case .integer(let number)?: Double(number)
        case .number(let number)?: number
        default: throw Self.missing(name)
        }
    }

    func truth(_ name: String) -> Bool? {
        if case .truth(let truth)? = self[name] { truth } else { nil }
    }

    func strings(_ name: String) -> [String]? {
        if case .list(let texts)? = self[name] { texts.compactMap(\.text) } else { nil }
    }

    private static func missing(_ name: String) -> Problem {
        Problem(
            .invalid, "«\(name)» is missing: give it.",
            faults: [FieldFault(name, "It is missing: give it.")])
    }
}
