import Agreements

/// A column of a file of the import format: what its cells may hold and where they are kept.
struct ImportColumn: Sendable {
    /// What the cells of a column are.
    enum Meaning: Sendable {
        /// The row's own identifier.
        case identifier
        /// Free text, searched for national identity numbers.
        case text
        case phone
        case email
        case day
        case count(ClosedRange<Int64>)
        case decimal
        /// `true`, `false`, `ja`, `nei`.
        case truth
        case choice(Choices)
        /// The row's own county or municipality number.
        case ownNumber(Referenced)
        case organisationNumber
        /// The identifier of a row, in the folder or in the register.
        case reference(Referenced)
        /// Several of a set, kept in a link table.
        case choices(Choices, Link)
        /// Several identifiers, kept in a link table.
        case references(Referenced, Link)
    }

    /// Where the values of a cell with several are kept.
    struct Link: Sendable {
        let table: String
        let owner: String
        let value: String
        /// Whether the order of the values is kept, in a column `position`.
        var isOrdered = false
    }

    let name: String
    let meaning: Meaning
    /// Whether the header must have it and every cell must be filled.
    let isRequired: Bool
    /// Column of the table; nil where the values are kept elsewhere.
    let stored: String?
    /// What an empty cell stands for.
    let empty: String?

    /// The stored name is the column's own unless another is given.
    static func required(_ name: String, _ meaning: Meaning, as stored: String? = nil)
        -> ImportColumn
    {
        ImportColumn(name, meaning, isRequired: true, stored: stored ?? name, empty: nil)
    }

    static func optional(
        _ name: String, _ meaning: Meaning, as stored: String? = nil, empty: String? = nil
    ) -> ImportColumn {
        ImportColumn(name, meaning, isRequired: false, stored: stored ?? name, empty: empty)
    }

    private init(
        _ name: String, _ meaning: Meaning, isRequired: Bool, stored: String?, empty: String?
    ) {
        self.name = name
        self.meaning = meaning
        self.isRequired = isRequired
        self.stored = if case .some = Self.link(of: meaning) { nil } else { stored }
        self.empty = empty
    }

    /// The same column, read and checked and kept by what follows from it.
    var derivedFrom: ImportColumn {
        ImportColumn(name, meaning, isRequired: isRequired, withoutStore: empty)
    }

    private init(_ name: String, _ meaning: Meaning, isRequired: Bool, withoutStore empty: String?)
    {
        self.name = name
        self.meaning = meaning
        self.isRequired = isRequired
        stored = nil
        self.empty = empty
    }

    var link: Link? { Self.link(of: meaning) }

    private static func link(of meaning: Meaning) -> Link? {
        switch meaning {
        case .choices(_, let link), .references(_, let link): link
        default: nil
        }
    }
}

/// The words that a cell may hold.
struct Choices: Sendable {
    let names: [String]
    let bytes: [[UInt8]]

    init(_ names: [String]) {
        self.names = names
        bytes = names.map { Array($0.utf8) }
    }

    init<Noun: CaseIterable & RawRepresentable>(_: Noun.Type) where Noun.RawValue == String {
        self.init(Noun.allCases.map(\.rawValue))
    }

    /// The position of the word, or nil.
    func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        bytes.firstIndex { $0.count == word.count && $0.elementsEqual(word) }
    }
}

/// A table whose rows others refer to by identifier.
enum Referenced: Int, CaseIterable, Sendable {
    case county
    case municipality
    case user
    case party
    case agreement
    case meeting

    var table: String { "\(self)" }

    var fileName: String {
        switch self {
        case .county: "counties.csv"
        case .municipality: "municipalities.csv"
        case .party: "parties.csv"
        case .user, .agreement, .meeting: "\(self)s.csv"
        }
    }

    /// Column of the table that holds the identifier.
    var identifier: String {
        switch self {
        case .county, .municipality: "number"
        case .user, .party, .agreement, .meeting: "id"
        }
    }

    /// Digits of the identifier, where it is a number.
    var digits: Int? {
        switch self {
        case .county: 2
        case .municipality: 4
        case .user, .party, .agreement, .meeting: nil
        }
    }

    /// With its article, for messages.
    var noun: String { self == .agreement ? "an agreement" : "a \(self)" }
}
