import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// What the workers' results do to the register, by kind of task.
package struct Effects: Sendable {
    private let language: Language
    private let rules: RulebookInForce
    private let clock: WallClock

    package init(language: Language, rules: RulebookInForce, clock: WallClock) {
        self.language = language
        self.rules = rules
        self.clock = clock
    }

    package var all: [TaskKind: TaskEffect] {
        [
            .reminderDigest: TaskEffect { try digestSent($0, $1, $2) },
            .reminderLetter: TaskEffect { try letterSent($0, $1, $2) },
            .evaluationOpen: TaskEffect { try evaluationSeen($0, $1, .opened, $2) },
            .evaluationAssess: TaskEffect { try evaluationSeen($0, $1, .submitted, $2) },
            .reportPart: TaskEffect { try partWritten($0, $1, $2) },
            .reportWhole: TaskEffect { try reportWritten($0, $1, $2) },
        ]
    }

    private func digestSent(_ result: Data, _ task: StoredTask, _ db: Database) throws {
        let answer = try JSONDecoder().decode(DigestAnswer.self, from: result)
        try NoticeLedger(db).settle(
            digestOf: task.envelope.subject, on: Oslo.day(at: task.envelope.dueAt), as: .sent,
            reason: "Message-ID \(answer.messageID)", at: clock.now())
    }

    /// What lets somebody in is kept no longer than it is needed.
    private func letterSent(_ result: Data, _ task: StoredTask, _ db: Database) throws {
        _ = try JSONDecoder().decode(DigestAnswer.self, from: result)
        try LetterBox(db).forgetLink(of: task.id)
    }

    private func evaluationSeen(
        _ result: Data, _ task: StoredTask, _ occasion: EvaluationOrder.Occasion, _ db: Database
    ) throws {
        let answer = try JSONDecoder().decode(EvaluationAnswer.self, from: result)
        let (now, day) = (clock.now(), Oslo.day(at: task.envelope.dueAt))
        let (agreement, year) = (task.envelope.subject, answer.evidence.year)
        let ledger = EvaluationLedger(db)
        if occasion == .opened {
            try ledger.open(
                agreement, year: year,
                author: Author(actor: "coordinator", request: task.id.text), at: now)
        }
        try ledger.keep(
            answer.assessment, light: answer.evidence.light,
            content: try JSONEncoder().encode(
                Finding(evidence: answer.evidence, assessment: answer.assessment)),
            of: agreement, year: year, occasion: occasion.rawValue,
            occasionOn: answer.occasionOn, judgedOn: day, isLater: (answer.delivery ?? 0) > 1)
        let name = DocumentStore.fileName(of: agreement)
        let again = answer.delivery.map { $0 > 1 ? "-\($0)" : "" } ?? ""
        let happened = "\(occasion.rawValue)-\(answer.occasionOn)\(again)"
        try DocumentStore(db).keep(
            DocumentStore.Document(
                path: "evaluations/\(year)/\(name)-\(happened).html",
                mediaType: "text/html; charset=utf-8", body: Data(answer.page.utf8)),
            at: now)
    }

    /// What is kept of looking at an evaluation.
    private struct Finding: Encodable {
        let evidence: Evidence
        let assessment: EvaluationAssessment
    }

    private func partWritten(_ result: Data, _ task: StoredTask, _ db: Database) throws {
        let part = try JSONDecoder().decode(UnitReport.self, from: result)
        let shelf = ReportShelf(db)
        guard let edition = try shelf.edition(task.envelope.subject),
            let parts = try shelf.keep(part, of: edition)
        else { return }
        let content = ConsolidatedReport(
            period: edition.period, rulesVersion: edition.rulesVersion, parts: parts,
            targets: try targets(of: edition.period.to.year, db))
        let order = ReportOrder(
            report: edition.name, content: content, language: language,
            rulebook: rules.current)
        let now = clock.now()
        try TaskStore(db).plan(
            [
                NewTask(
                    once: "report.whole/\(edition.name)", kind: .reportWhole, unit: .central,
                    subject: edition.name, dueAt: now, sequenceKey: edition.name,
                    sequenceStep: 1, payload: try JSONEncoder().encode(order))
            ],
            at: now)
    }

    private func targets(of year: Int, _ db: Database) throws -> [Target] {
        try Row.fetchAll(
            db, sql: "SELECT unit, year, indicator, value FROM target WHERE year = ? ORDER BY key",
            arguments: [year]
        ).map { Target(unit: $0[0], year: $0[1], indicator: $0[2], value: $0[3]) }
    }

    private func reportWritten(_ result: Data, _ task: StoredTask, _ db: Database) throws {
        let answer = try JSONDecoder().decode(ReportAnswer.self, from: result)
        let shelf = ReportShelf(db)
        guard let edition = try shelf.edition(task.envelope.subject), !edition.isIssued
        else { return }
        let now = clock.now()
        let folder = "reports/\(edition.name.replacing("/", with: "-edition-"))"
        for file in answer.files {
            try DocumentStore(db).keep(
                DocumentStore.Document(
                    path: "\(folder).\(file.ending)", mediaType: file.mediaType, body: file.body),
                at: now)
        }
        let changes = try changes(since: edition, shelf)
        if let changes {
            try DocumentStore(db).keep(
                DocumentStore.Document(
                    path: "\(folder).changes.json", mediaType: "application/json",
                    body: Data(changes.utf8)),
                at: now)
        }
        try shelf.issue(edition, checksum: answer.checksum, changes: changes, at: now)
    }

    /// What issuing again has changed, as JSON: the total's figures with their values in the
    /// issued edition before and now. Nil when there is none before.
    private func changes(since edition: ReportShelf.Edition, _ shelf: ReportShelf) throws
        -> String?
    {
        let before = try shelf.partsBefore(edition)
        guard !before.isEmpty else { return nil }
        let changes = FigureChanges(
            from: before.reduce(Tally()) { $0 + $1.tally },
            to: try shelf.parts(of: edition).reduce(Tally()) { $0 + $1.tally })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(changes.figures), as: UTF8.self)
    }
}
