/// One file of the import format: its columns, what tells its rows apart, and their rules.
struct ImportFile: Sendable {
    /// What is told of a row that is in none of its columns.
    enum Extra: Sendable {
        case none
        /// How many rows with the same values came before in the file, and one.
        case occurrence
        /// The evaluation of the row's agreement and year.
        case evaluation
        /// A meeting's date before it was first postponed.
        case plannedOn
    }

    /// A rule between the cells of a row (the end of import-format.md); columns by position.
    enum Rule: Sendable {
        case notBefore(later: Int, earlier: Int)
        case filled(Int, when: Int, isOneOf: [Int])
        case exactlyOne(Int, Int)
        case notBefore15November(Int, year: Int)
        case dimensionOfKind(Int, agreement: Int)
    }

    /// `agreements`
    let name: String
    let table: String
    let columns: [ImportColumn]
    /// Positions of the columns that tell rows apart; one past the last is the extra.
    let identity: [Int]
    let extra: Extra
    let rules: [Rule]
    /// What other files call its rows.
    let referenced: Referenced?
    /// Whether rows refer to other rows of the same file, and by which column.
    let selfReference: Int?

    var fileName: String { name + ".csv" }

    /// Where the rows are read that there are: of targets, without those that were taken back.
    var source: String { table == "target" ? TargetWithdrawals.standing : table }

    /// The field that holds what is in no column.
    var extraField: Int { columns.count }

    /// The table's columns with the fields they take, without the key.
    var stored: [(column: String, field: Int)] {
        var stored = columns.enumerated().compactMap { index, column in
            column.stored.map { (column: $0, field: index) }
        }
        switch extra {
        case .none, .plannedOn: break
        case .occurrence: stored.append(("occurrence", extraField))
        case .evaluation: stored.append(("evaluation", extraField))
        }
        return stored
    }

    func position(of column: String) -> Int {
        guard let index = columns.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("\(fileName) has no column \(column).")
        }
        return index
    }
}

extension ImportFile {
    /// A rule by the names of columns.
    enum NamedRule {
        case notBefore(String, String)
        case filled(String, when: String, isOneOf: [String])
        case exactlyOne(String, String)
        case notBefore15November(String)
        case dimensionOfKind
    }

    init(
        _ name: String, table: String, identity: [String], extra: Extra = .none,
        referenced: Referenced? = nil, selfReference: String? = nil,
        columns: [ImportColumn], rules: [NamedRule] = []
    ) {
        self.name = name
        self.table = table
        self.columns = columns
        self.extra = extra
        self.referenced = referenced
        func position(_ column: String) -> Int {
            columns.firstIndex { $0.name == column } ?? columns.count
        }
        self.identity = identity.map(position)
        self.selfReference = selfReference.map(position)
        self.rules = rules.map { rule in
            switch rule {
            case .notBefore(let later, let earlier):
                return .notBefore(later: position(later), earlier: position(earlier))
            case .filled(let column, let when, let values):
                guard case .choice(let choices) = columns[position(when)].meaning else {
                    preconditionFailure("\(when) of \(name) is no choice.")
                }
                return .filled(
                    position(column), when: position(when),
                    isOneOf: values.compactMap(choices.names.firstIndex))
            case .exactlyOne(let one, let other):
                return .exactlyOne(position(one), position(other))
            case .notBefore15November(let column):
                return .notBefore15November(position(column), year: position("year"))
            case .dimensionOfKind:
                return .dimensionOfKind(position("dimension"), agreement: position("agreement"))
            }
        }
    }
}
