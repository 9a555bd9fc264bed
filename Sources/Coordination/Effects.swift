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
    private let baseURL: String?

    /// - Parameter baseURL: Where figures of reports lead to their records, without a slash at the
    ///   end; nil for figures without links.
    package init(
        language: Language, rules: RulebookInForce, clock: WallClock, baseURL: String? = nil
    ) {
        self.baseURL = baseURL
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
        let store = TaskStore(db)
        let order = try store.envelope(of: task.id)?.payload(as: DigestOrder.self)
        for letter in order?.letters ?? [] {
            try store.cancel(letter, at: clock.now(), reason: "It went with the day's digest.")
        }
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
        try ReportAssembly(
            db, rulebook: rules.current, language: language, baseURL: baseURL, at: clock.now()
        ).take(part, of: task.envelope.subject)
    }

    private func reportWritten(_ result: Data, _ task: StoredTask, _ db: Database) throws {
        let answer = try JSONDecoder().decode(ReportAnswer.self, from: result)
        let shelf = ReportShelf(db)
        guard let edition = try shelf.edition(task.envelope.subject), !edition.isIssued
        else { return }
        let now = clock.now()
        for file in answer.files {
            try DocumentStore(db).keep(
                DocumentStore.Document(
                    path: "\(edition.path).\(file.ending)", mediaType: file.mediaType,
                    body: file.body),
                at: now)
        }
        let changes = try EditionChanges(of: edition, in: db)?.json()
        if let changes {
            try DocumentStore(db).keep(
                DocumentStore.Document(
                    path: "\(edition.path).changes.json", mediaType: "application/json",
                    body: Data(changes.utf8)),
                at: now)
        }
        try shelf.note(answer.problems ?? [], of: edition)
        try shelf.issue(edition, checksum: answer.checksum, changes: changes, at: now)
    }
}
