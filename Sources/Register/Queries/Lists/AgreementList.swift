import Agreements
import GRDB
import Rules

/// A list of agreements, filtered and sorted, of which pages are read.
///
/// A page is found by the mark of the row that it follows and not by counting rows, so the last
/// page costs what the first does, and nothing is shown twice when rows come in between.
package struct AgreementList: Hashable, Sendable {
    package var filter: AgreementFilter
    package var order: AgreementOrder
    package var isDescending: Bool
    /// The day by which what is late or to come is judged.
    package var day: Day

    /// Lines of a page, at most.
    package static let mostLines = 100

    package init(
        filter: AgreementFilter = AgreementFilter(), order: AgreementOrder = .number,
        isDescending: Bool = false, on day: Day
    ) {
        self.filter = filter
        self.order = order
        self.isDescending = isDescending
        self.day = day
    }

    /// The mark that a token stands for; nil where it is none, or of a list sorted otherwise.
    package func mark(_ token: String) -> ListMark? {
        guard let mark = ListMark(token: token), mark.order == orderName else { return nil }
        return mark
    }

    /// One page, of 1 to 100 lines, and how many lines there are in all.
    ///
    /// The mark of the position is one of a list sorted the same way.
    package func page(
        _ position: ListPosition = .start, limit: Int, rulebook: Rulebook, in db: Database
    ) throws -> ListPage<AgreementLine> {
        let limit = min(max(limit, 1), Self.mostLines)
        var arguments = filter.arguments(rulebook: rulebook)
        let total = try count(arguments, in: db)
        arguments["day"] = day
        arguments["limit"] = limit + 1
        switch position {
        case .start: break
        case .after(let mark), .before(let mark):
            arguments["value"] = mark.value
            arguments["tie"] = mark.tie
        }
        let statement = try statement(sql(position), in: db)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        var lines: [AgreementLine] = []
        lines.reserveCapacity(limit + 1)
        while let row = try rows.next() { lines.append(try AgreementLine(row)) }
        return ListPage(lines, limit: limit, at: position, total: total) {
            ListMark(order: orderName, value: $0.sortValue, tie: $0.id)
        }
    }

    /// Every line, one after the other, for a file; `body` is called within the transaction.
    package func forEach(
        rulebook: Rulebook, in db: Database, _ body: (AgreementLine) throws -> Void
    ) throws {
        var arguments = filter.arguments(rulebook: rulebook)
        arguments["day"] = day
        arguments["limit"] = -1
        let rows = try Row.fetchCursor(
            db, sql: sql(.start), arguments: StatementArguments(arguments))
        while let row = try rows.next() {
            try body(try AgreementLine(row))
        }
    }

    private var orderName: String { isDescending ? "-\(order.rawValue)" : order.rawValue }

    private func count(
        _ arguments: [String: (any DatabaseValueConvertible)?], in db: Database
    ) throws -> Int {
        let conditions = filter.conditions
        var arguments = arguments
        if conditions.contains(where: { $0.contains(":day") }) { arguments["day"] = day }
        let condition = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
        let statement = try statement("SELECT count(*) FROM agreement AS a \(condition)", in: db)
        return try Int.fetchOne(statement, arguments: StatementArguments(arguments)) ?? 0
    }

    /// Kept prepared where the filter is simple: of all that can be combined there are too many.
    private func statement(_ sql: String, in db: Database) throws -> Statement {
        filter.conditions.count <= 1
            ? try db.cachedStatement(sql: sql) : try db.makeStatement(sql: sql)
    }

    func sql(_ position: ListPosition) -> String {
        var conditions = filter.conditions
        var isReversed = isDescending
        switch position {
        case .start: break
        case .after: conditions.append(isDescending ? isBelow : isAbove)
        case .before:
            conditions.append(isDescending ? isAbove : isBelow)
            isReversed.toggle()
        }
        let direction = isReversed ? "DESC" : "ASC"
        let ordering =
            order == .number ? "a.id \(direction)" : "\(order.sql) \(direction), a.id \(direction)"
        return """
            SELECT \(AgreementLine.columns), \(order.sql)
            FROM agreement AS a JOIN agreement_listing AS l ON l.agreement = a.key
            LEFT JOIN user AS responsible ON responsible.key = a.responsible
            LEFT JOIN user AS deputy ON deputy.key = a.deputy
            \(conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))")
            ORDER BY \(ordering) LIMIT :limit
            """
    }

    /// The place of a row of the same value is told by its number, whatever the order.
    private var isAbove: String { comparison(">") }
    private var isBelow: String { comparison("<") }

    private func comparison(_ sign: String) -> String {
        order == .number
            ? "(a.id \(sign) :tie AND :value IS NOT NULL)"
            : "(\(order.sql), a.id) \(sign) (:value, :tie)"
    }
}
