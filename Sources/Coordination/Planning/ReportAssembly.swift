import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// Puts an edition's parts together once nothing more is to be waited for, within one transaction.
///
/// A part whose task ended without a result is named in the report with the reason. When somebody
/// has that task done after all, a new edition holds the part: what is frozen stays as it is.
struct ReportAssembly {
    private let db: Database
    private let shelf: ReportShelf
    private let rulebook: Rulebook
    private let language: Language
    private let baseURL: String?
    private let now: Instant

    /// - Parameters:
    ///   - language: Of editions that were begun without one.
    ///   - baseURL: Where figures lead to their records; nil for figures without links.
    init(
        _ db: Database, rulebook: Rulebook, language: Language, baseURL: String?, at now: Instant
    ) {
        self.db = db
        shelf = ReportShelf(db)
        self.rulebook = rulebook
        self.language = language
        self.baseURL = baseURL
        self.now = now
    }

    /// Takes a part in, and plans the whole if it was the last one that was waited for.
    func take(_ part: UnitReport, of name: String) throws {
        guard let edition = try shelf.edition(name) else { return }
        guard let frozen = try content(of: edition) else {
            try shelf.keep(part, of: edition)
            try assemble(edition)
            return
        }
        guard frozen.missing.contains(where: { $0.unit == part.unit }) else { return }
        try beginAgain(edition, frozen, with: part)
    }

    /// Plans the whole of every edition whose missing parts will not come; answers how many.
    func assembleWaiting() throws -> Int {
        try shelf.waiting().count { try assemble($0) }
    }

    /// Freezes the edition's content and plans its whole, unless parts are still to come.
    @discardableResult
    private func assemble(_ edition: ReportShelf.Edition, knownMissing: [MissingPart] = []) throws
        -> Bool
    {
        let parts = try shelf.parts(of: edition)
        let absent = edition.units.filter { unit in !parts.contains { $0.unit == unit } }
        let known = Dictionary(
            knownMissing.map { ($0.unit, $0.reason) }, uniquingKeysWith: { first, _ in first })
        let failures = try shelf.failures(of: absent.filter { known[$0] == nil }, in: edition)
        let missing = absent.compactMap { unit in
            (known[unit] ?? failures[unit] ?? nil).map { MissingPart(unit: unit, reason: $0) }
        }
        guard missing.count == absent.count, !parts.isEmpty else { return false }
        let content = ConsolidatedReport(
            period: edition.period, rulesVersion: edition.rulesVersion, parts: parts,
            targets: try TargetDeeds.all(of: edition.period.to.year, in: db),
            divisionOn: edition.terms?.divisionOn, unit: edition.terms?.unit, missing: missing)
        let order = ReportOrder(
            report: edition.name, content: content,
            language: edition.terms?.language ?? language, rulebook: rulebook, baseURL: baseURL)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let payload = try encoder.encode(order)
        try shelf.freeze(String(decoding: payload, as: UTF8.self), of: edition)
        try TaskStore(db).plan(
            [
                NewTask(
                    once: "report.whole/\(edition.name)", kind: .reportWhole,
                    unit: edition.terms?.unit ?? .central, subject: edition.name, dueAt: now,
                    // After a part that failed a step of its sequence would be held.
                    sequenceKey: missing.isEmpty ? edition.name : nil, sequenceStep: 1,
                    payload: payload)
            ], at: now)
        return true
    }

    private func content(of edition: ReportShelf.Edition) throws -> ConsolidatedReport? {
        try shelf.content(of: edition).map {
            try JSONDecoder().decode(ReportOrder.self, from: Data($0.utf8)).content
        }
    }

    /// A new edition with the parts of all editions that know of the same register, and this one.
    private func beginAgain(
        _ edition: ReportShelf.Edition, _ frozen: ConsolidatedReport, with part: UnitReport
    ) throws {
        var parts = [part]
        for sibling in try shelf.siblings(of: edition) {
            let more = try shelf.parts(of: sibling)
            parts += more.filter { other in !parts.contains { $0.unit == other.unit } }
        }
        let name = try shelf.begin(
            edition.period, edition.terms ?? ReportShelf.Terms(language: language),
            rulesVersion: edition.rulesVersion, asOf: edition.asOf, at: now)
        guard let next = try shelf.edition(name) else { return }
        for part in parts { try shelf.keep(part, of: next) }
        try assemble(
            next,
            knownMissing: frozen.missing.filter { missing in
                !parts.contains { $0.unit == missing.unit }
            })
    }
}

extension Array {
    fileprivate func count(_ holds: (Element) throws -> Bool) rethrows -> Int {
        try reduce(0) { try $0 + (holds($1) ? 1 : 0) }
    }
}
