import Foundation
import GRDB

/// What an office has to show for its work, read from outside: register, mail and documents.
///
/// Each entry is one thing that was to be done, and what became of it; times are left out.
struct Account: Sendable {
    let entries: [String: String]

    init(of office: Office) throws {
        var entries: [String: String] = [:]
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: office.register, configuration: configuration)
        try queue.read { db in
            for query in Self.queries {
                for row in try Row.fetchAll(db, sql: query) { entries[row[0]] = row[1] }
            }
        }
        try queue.close()
        for name in try office.mails() {
            let text = try String(contentsOfFile: office.path("mail/new/\(name)"), encoding: .utf8)
            entries["mail \(name)"] = Self.undated(text)
        }
        for (name, body) in Self.files(in: office.path("documents")) {
            entries["file \(name)"] = body.base64EncodedString()
        }
        self.entries = entries
    }

    /// What is lost, done differently, or done beyond what was asked, against a reference.
    func differences(from reference: Account) -> [String] {
        let names = Set(entries.keys).union(reference.entries.keys).sorted()
        return names.compactMap { name in
            switch (entries[name], reference.entries[name]) {
            case (nil, _): "lost: \(name)"
            case (_, nil): "unexpected: \(name)"
            case (let mine?, let other?) where mine != other:
                "different: \(name): \(mine.prefix(80)), not \(other.prefix(80))"
            default: nil
            }
        }
    }

    /// How many entries there are of a kind, such as `mail`.
    func count(_ kind: String) -> Int {
        entries.keys.count { $0.hasPrefix("\(kind) ") }
    }

    /// Each row is a name and a state. A task's state holds how often it was recorded as done.
    private static let queries = [
        """
        SELECT 'task ' || coalesce(unique_key, id), state || ', done '
            || (SELECT count(*) FROM task_event WHERE task = task.key AND name = 'done')
        FROM task
        """,
        """
        SELECT 'notice ' || rule || ' ' || notice.subject || ' ' || due_on || ' ' || stage, state
        FROM notice
        """,
        """
        SELECT 'recipient ' || rule || ' ' || notice.subject || ' ' || due_on || ' ' || stage
            || ' ' || user.id || ' ' || digest_on, r.state
        FROM notice_recipient AS r JOIN notice ON notice.key = r.notice
            JOIN user ON user.key = r.user
        """,
        """
        SELECT 'evaluation ' || agreement.id || ' ' || year,
            count(*) || ' ' || max(evaluation.status)
        FROM evaluation JOIN agreement ON agreement.key = evaluation.agreement
        GROUP BY evaluation.agreement, year
        """,
        """
        SELECT 'assessment ' || agreement.id || ' ' || year || ' ' || occasion,
            count(*) || ' ' || max(light) || ' ' || max(rating)
        FROM assessment JOIN evaluation ON evaluation.key = assessment.evaluation
            JOIN agreement ON agreement.key = evaluation.agreement
        GROUP BY assessment.evaluation, occasion
        """,
        """
        SELECT 'report ' || id || '/' || edition, period_from || ' ' || period_to || ' '
            || coalesce(checksum, 'not issued') FROM report
        """,
        "SELECT 'document ' || path, checksum FROM document",
        "SELECT 'schedule ' || schedule || ' ' || nominal_at, outcome FROM schedule_run",
        "SELECT 'planned ' || day, '' FROM planned_day",
    ]

    /// A mail without the second in which it was planned.
    private static func undated(_ mail: String) -> String {
        // A line ends in CRLF, which is one Character.
        mail.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("Date:") }.joined(separator: "\n")
    }

    /// Every file below the folder; one that goes away meanwhile is not there.
    static func files(in folder: String) -> [String: Data] {
        guard let names = FileManager.default.enumerator(atPath: folder) else { return [:] }
        var found: [String: Data] = [:]
        for case let name as String in names {
            var isFolder: ObjCBool = false
            let path = "\(folder)/\(name)"
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if !isFolder.boolValue { found[name] = FileManager.default.contents(atPath: path) }
        }
        return found
    }
}
