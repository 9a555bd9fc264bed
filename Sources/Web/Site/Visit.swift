import Agreements
import GRDB
import Register
import Rules
import Tasks

/// One request, as a handler sees it: who asks, when, for what, and with which words to answer.
struct Visit: Sendable {
    let site: Site
    private(set) var vocabulary: Vocabulary
    /// The path without its query, encoded as it came.
    let path: String
    /// Of the route, decoded.
    let parameters: [String: String]
    let query: Form
    /// What was posted; empty for GET.
    let form: Form
    /// Nil for somebody who is not signed in.
    private(set) var session: Session?
    let cookies: [String: String]
    private(set) var language: Language
    let now: Instant
    /// In the logs and in the audit trail.
    let requestID: String
    /// Address of the peer; empty where there is no network.
    let peer: String
    /// What forms made for this reader bring along.
    private(set) var csrf: String
    /// Where the browser says that the request comes from.
    let origin: RequestOrigin

    /// The texts of the section in the reader's language.
    var words: Words { vocabulary[language] }

    /// The calendar day in Oslo.
    var today: Day { Oslo.day(at: now) }

    /// Who is signed in.
    ///
    /// Throws `PageError.signInFirst` where nobody is: routes that are not open never meet it.
    var reader: User {
        get throws {
            guard let session else { throw PageError.signInFirst }
            return session.user
        }
    }

    /// The path with what follows its question mark, as it came.
    var pathAndQuery: String {
        let pairs = query.values.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { "\(LocalPath.encode(name))=\(LocalPath.encode($0))" }
        }
        return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
    }

    /// The same visit, answered in the words of another section.
    func withVocabulary(_ vocabulary: Vocabulary) -> Visit {
        var visit = self
        visit.vocabulary = vocabulary
        return visit
    }

    /// The same visit of somebody who is known by a secret alone, whoever is signed in.
    func asStranger(in language: Language) -> Visit {
        var visit = self
        (visit.session, visit.language) = (nil, language)
        return visit
    }

    /// The same visit of somebody who has just signed in.
    func signedIn(with session: Session) -> Visit {
        var visit = self
        visit.session = session
        visit.csrf = session.csrf
        return visit
    }

    /// For the audit trail.
    var author: Author {
        Author(actor: session?.user.id ?? "anonymous", request: requestID)
    }

    /// A parameter of the route's path.
    func parameter(_ name: String) throws -> String {
        guard let value = parameters[name] else { throw PageError.notFound }
        return value
    }

    /// The path's `key`.
    func key() throws -> Int64 {
        guard let key = Int64(try parameter("key")) else { throw PageError.notFound }
        return key
    }

    /// Whether the reader may do this with a record of the subject.
    func may(_ action: RightAction, _ kind: RecordKind, of subject: RightSubject) -> Bool {
        guard let user = session?.user else { return false }
        return Rights.allows(
            role: user.role, unit: user.unit, action: action, kind: kind, of: subject)
    }

    func may(_ action: RightAction, _ kind: RecordKind, of unit: OwningUnit) -> Bool {
        may(action, kind, of: .unit(unit))
    }

    /// Throws `PageError.forbidden` when the reader may not.
    func require(_ action: RightAction, _ kind: RecordKind, of unit: OwningUnit) throws {
        guard may(action, kind, of: unit) else { throw PageError.forbidden }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T { try site.register.read(body) }

    func write<T>(_ body: (Database) throws -> T) throws -> T { try site.register.write(body) }

    /// What the site was last told to say, if it is one of its texts: after a redirect to
    /// `…?said=saved`.
    var said: String? {
        let key = query["said"]
        return key.isEmpty ? nil : words.known("said_\(key)")
    }

    /// Reads the posted form.
    var formReader: FormReader { FormReader(form, words: words) }
}
