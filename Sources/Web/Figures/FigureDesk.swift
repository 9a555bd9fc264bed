import Agreements
import Coordination
import Documents
import GRDB
import Register
import Rules

/// Works out the figures that pages show, once for each state of the register.
///
/// A year's report of 2,000 agreements takes about 100 ms, so that everything here is kept by the
/// register's head: the last change in its audit trail. Sign-ins and other events change no figure
/// and are left out of it.
struct FigureDesk: Sendable {
    private let register: Register
    private let rules: RulebookInForce
    /// The rules that hold; adopting others is a change in the trail, which empties the shelves.
    var rulebook: Rulebook { rules.current }
    private let reports = Shelf<Key<Period>, ConsolidatedReport>(limit: 40)
    /// The facts of a year are some megabytes.
    private let counted = Shelf<Key<Period>, CountedRecords>(limit: 3)
    private let judged = Shelf<Key<Day>, JudgedAgreements>(limit: 2)
    /// Contents of pages, at most some fifty kilobytes each.
    private let contents = Shelf<Key<String>, HTML>(limit: 200)

    private struct Key<Question: Hashable & Sendable>: Hashable, Sendable {
        let head: Int64
        let question: Question
    }

    init(register: Register, rules: RulebookInForce) {
        self.register = register
        self.rules = rules
    }

    func report(_ period: Period) async throws -> ConsolidatedReport {
        try await reports.value(of: Key(head: head(), question: period)) { [register, rulebook] in
            Indicators(
                facts: try register.facts(for: .report(period)), period: period,
                rulebook: rulebook
            ).consolidated
        }
    }

    /// The rows behind a period's figures.
    func records(_ period: Period) async throws -> CountedRecords {
        try await counted.value(of: Key(head: head(), question: period)) { [register, rulebook] in
            CountedRecords(
                facts: try register.facts(for: .report(period)), period: period,
                rulebook: rulebook)
        }
    }

    /// The agreements in force on a day against the nine requirements.
    func requirements(on day: Day) async throws -> JudgedAgreements {
        try await judged.value(of: Key(head: head(), question: day)) { [register, rulebook] in
            JudgedAgreements(
                facts: try register.facts(for: .requirements(on: day)), on: day,
                rulebook: rulebook)
        }
    }

    /// A page's content, which must depend on the register and on `question` alone.
    func content(
        _ question: String, make: @escaping @Sendable () async throws -> HTML
    ) async throws -> HTML {
        try await contents.value(of: Key(head: head(), question: question), make: make)
    }

    private func head() throws -> Int64 {
        try register.read { db in
            try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT seq FROM audit WHERE action <> 'event' ORDER BY seq DESC LIMIT 1
                        """)) ?? 0
        }
    }
}
