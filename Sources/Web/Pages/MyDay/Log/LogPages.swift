import Agreements
import GRDB
import Register

/// The log line of My day, and the forms that complete and correct what it wrote.
enum LogPages {
    static let routes: [Route] = [
        .get("/log", .right(.write, .activity, .some), show),
        .post("/log", .right(.write, .activity, .some), log),
        .get("/log/:key", .right(.write, .activity, .record(.activity)), showCorrection),
        .post("/log/:key", .right(.write, .activity, .record(.activity)), correct),
    ]

    // MARK: A new activity

    private static func show(_ visit: Visit) throws -> Reply {
        let form = LogForm(visit: visit, back: LocalPath.safe(visit.query["back"]))
        return form.page(form.fields(LogForm.Draft(on: visit.today), []))
    }

    private static func log(_ visit: Visit) throws -> Reply {
        visit.form.has("confirmed") ? try complete(visit) : try understand(visit)
    }

    /// Writes what the line says when nobody needs to be asked; else asks with what was
    /// understood.
    private static func understand(_ visit: Visit) throws -> Reply {
        let form = LogForm(visit: visit, back: LocalPath.safe(visit.form["back"]))
        guard !visit.form["text"].isEmpty else { return .redirect(to: form.back) }
        let line = LogLine(visit.form["text"], today: visit.today)
        let match = try visit.read { try search(visit, $0).match(line.names) }
        var draft = LogForm.Draft(
            theme: line.text, kind: line.kind, on: line.on, participants: line.participants)
        if match.isSure { draft.with = match.candidates[0].counterpart }
        guard match.isSure, line.kind != nil, line.on <= visit.today else {
            return form.page(
                form.fields(draft, match.candidates),
                problem: match.candidates.isEmpty ? visit.words["log_nobody"] : nil)
        }
        return try write(draft, form, form.fields(draft, match.candidates))
    }

    private static func complete(_ visit: Visit) throws -> Reply {
        let form = LogForm(visit: visit, back: LocalPath.safe(visit.form["back"]))
        return try complete(form)
    }

    // MARK: A correction

    private static func showCorrection(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        let (activity, candidate, version) = try visit.read { db in
            let activity = try LoggedActivity(key: key, in: db)
            return (
                activity, try search(visit, db).candidate(activity.counterpart),
                try RecordVersion.of("activity", key: key, in: db)
            )
        }
        let form = LogForm(
            visit: visit, key: key, version: version?.seq ?? 0,
            back: LocalPath.safe(visit.query["back"]))
        return form.page(form.fields(activity.draft, candidate.map { [$0] } ?? []))
    }

    private static func correct(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        return try complete(
            LogForm(
                visit: visit, key: key, version: Int64(visit.form["version"]) ?? 0,
                back: LocalPath.safe(visit.form["back"])))
    }

    // MARK: Steps

    /// Reads the form, looks up again whom it was with where other words are typed for it, and
    /// writes it.
    private static func complete(_ form: LogForm) throws -> Reply {
        let visit = form.visit
        var reader = visit.formReader
        var draft = form.read(&reader)
        var candidates: [LogCandidate] = []
        var isChosen = false
        try visit.read { db in
            let search = try search(visit, db)
            if let with = draft.with, let chosen = try search.candidate(with) {
                candidates = [chosen]
                isChosen = true
            }
            guard !draft.find.isEmpty else { return }
            let match = try search.match(
                LogLine(draft.find, today: visit.today).names.isEmpty
                    ? [draft.find] : LogLine(draft.find, today: visit.today).names)
            candidates = match.candidates
            isChosen = match.isSure
            draft.with = match.isSure ? match.candidates[0].counterpart : nil
        }
        if !isChosen {
            reader.reject(
                candidates.isEmpty ? "find" : "with",
                visit.words[candidates.isEmpty ? "log_nobody" : "log_choose"])
        }
        let fields = form.fields(draft, candidates)
        guard reader.isValid else {
            return form.page(filled(reader, fields), isWrong: true)
        }
        return try write(draft, form, fields, reader)
    }

    /// What was looked up anew is no longer what was typed.
    private static func filled(_ reader: FormReader, _ fields: [FormField]) -> [FormField] {
        reader.filled(fields).map { field in
            var field = field
            if field.name == "find", reader.errors["find"] == nil { field.value = "" }
            return field
        }
    }

    private static func write(
        _ draft: LogForm.Draft, _ form: LogForm, _ fields: [FormField],
        _ reader: FormReader? = nil
    ) throws -> Reply {
        let visit = form.visit
        do {
            let seq = try visit.write { db in
                try record(draft, form, in: db)
                return try DayDeedPages.currentVersion(db)
            }
            return DayDeedPages.said(seq, back: form.back)
        } catch RecordRefusal.movedOn(let moved) {
            let text = DayChangeText(words: visit.words)
            var form = form
            form.version = moved.current.seq
            return form.page(
                fields, isWrong: true, problem: visit.words["conflict"],
                changes: moved.changes.map(text.sentence))
        } catch RecordRefusal.identityNumber(let field) {
            var reader = reader ?? FormReader(Form(), words: visit.words)
            let name = field == "outcome" ? "outcome" : "theme"
            reader.reject(name, visit.words["error_identity", visit.words["log_\(name)"]])
            return form.page(reader.filled(fields), isWrong: true)
        }
    }

    private static func record(_ draft: LogForm.Draft, _ form: LogForm, in db: Database) throws {
        let visit = form.visit
        guard let with = draft.with, let kind = draft.kind,
            let candidate = try search(visit, db).candidate(with)
        else { throw PageError.malformed }
        try visit.require(.write, .activity, of: candidate.owner)
        var activity = Activity(
            id: "", on: draft.on, kind: kind, theme: draft.theme, subGoal: draft.subGoal,
            participants: draft.participants, outcome: draft.outcome)
        let deeds = ActivityDeeds(db, author: visit.author, at: visit.now)
        switch with {
        case .agreement:
            if case .agreement(let id) = candidate.counterpart { activity.agreement = id }
        case .party(let id): activity.party = id
        case .municipality(let number): activity.party = try deeds.party(ofMunicipality: number)
        }
        guard let key = form.key else {
            try deeds.add(activity)
            return
        }
        activity.id = try LoggedActivity(key: key, in: db).id
        try deeds.correct(activity, expecting: form.version.map(RecordVersion.init))
    }

    private static func search(_ visit: Visit, _ db: Database) throws -> LogSearch {
        LogSearch(reader: try visit.reader, today: visit.today, db: db)
    }
}

/// An activity as it is registered.
struct LoggedActivity {
    let id: String
    let counterpart: LogCounterpart
    let draft: LogForm.Draft

    /// Throws `PageError.notFound` when there is none.
    init(key: Int64, in db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT t.id, a.id, p.id, t.theme, t.kind, t.happened_on, t.participants,
                    t.sub_goal, t.outcome
                FROM activity AS t LEFT JOIN agreement AS a ON a.key = t.agreement
                LEFT JOIN party AS p ON p.key = t.party WHERE t.key = ?
                """, arguments: [key])
        guard let row else { throw PageError.notFound }
        let (agreement, party): (String?, String?) = (row[1], row[2])
        id = row[0]
        counterpart = agreement.map { .agreement($0) } ?? .party(party ?? "")
        let (kind, subGoal): (String, String?) = (row[4], row[7])
        draft = LogForm.Draft(
            with: counterpart, theme: row[3] ?? "", kind: ActivityKind(rawValue: kind),
            on: row[5], participants: row[6], subGoal: subGoal.flatMap(SubGoal.init),
            outcome: row[8])
    }
}
