import Agreements
import GRDB
import Register

/// Where outcomes are recorded: at once from a line of the page, or by a form of their own.
enum DayDeedPages {
    static let routes: [Route] =
        forms(.meeting, .right(.write, .meeting, .record(.meeting)), [.held, .postpone, .assign])
        + forms(.followUp, .right(.write, .followUp, .record(.followup)), [.done, .move, .assign])
        + forms(.measure, .right(.write, .measure, .record(.measure)), [.done, .move, .assign])
        + [
            .post("/day/plans/:key/adopt", .right(.approve, .plan, .record(.plan)), adopt),
            .post("/day/undo", .right(.write, .meeting, .some), takeBack),
        ]

    private static func forms(
        _ kind: DayRecord.Kind, _ access: Access, _ deeds: [DayDeedForm.Deed]
    ) -> [Route] {
        deeds.flatMap { deed -> [Route] in
            let path = "/day/\(kind.plural)/:key/\(deed.rawValue)"
            return [
                .get(path, access) { try show($0, deed, kind) },
                .post(path, access) { try record($0, deed, kind) },
            ]
        }
    }

    // MARK: Forms

    private static func show(_ visit: Visit, _ deed: DayDeedForm.Deed, _ kind: DayRecord.Kind)
        throws -> Reply
    {
        let form = try DayDeedForm(visit, deed, kind)
        let page = DayDeedPage(
            form: form, back: LocalPath.safe(visit.query["back"]),
            version: try visit.read(currentVersion))
        return page.reply(form.fields)
    }

    private static func record(_ visit: Visit, _ deed: DayDeedForm.Deed, _ kind: DayRecord.Kind)
        throws -> Reply
    {
        let form = try DayDeedForm(visit, deed, kind)
        let back = LocalPath.safe(visit.form["back"])
        let version = Int64(visit.form["version"]).map(RecordVersion.init)
        let page = DayDeedPage(form: form, back: back, version: version?.seq ?? 0)
        var reader = visit.formReader
        guard let input = form.read(&reader) else {
            return page.reply(page.filled(reader), isWrong: true)
        }
        do {
            let seq = try visit.write { db in
                try form.perform(input, expecting: version, in: db)
                return try currentVersion(db)
            }
            return said(seq, back: back)
        } catch RecordRefusal.movedOn(let moved) {
            return page.conflict(moved, reader)
        } catch let refusal as RecordRefusal {
            return page.refused(refusal, reader)
        }
    }

    // MARK: At once

    private static func adopt(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        let back = LocalPath.safe(visit.form["back"])
        let version = Int64(visit.form["version"]).map(RecordVersion.init)
        do {
            let seq = try visit.write { db in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT agreement.id, year FROM plan
                        JOIN agreement ON agreement.key = plan.agreement WHERE plan.key = ?
                        """, arguments: [key])
                guard let row else { throw PageError.notFound }
                try PlanDeeds(db, author: visit.author, at: visit.now).adopt(
                    row[0], year: row[1], on: visit.today, expecting: version)
                return try currentVersion(db)
            }
            return said(seq, back: back)
        } catch is RecordRefusal {
            return .redirect(to: join(back, "said=changed"))
        }
    }

    /// Takes back a deed by its entry in the trail, which must be the reader's own and the last
    /// of its record.
    private static func takeBack(_ visit: Visit) throws -> Reply {
        let back = LocalPath.safe(visit.form["back"])
        guard let seq = Int64(visit.form["undo"]) else { throw PageError.malformed }
        do {
            let seq = try visit.write { db in
                let deed = try DayDeed.recorded(as: seq, by: visit.reader.id, in: db)
                guard let deed, let subject = TakingBack.Subject(rawValue: deed.table),
                    let agreement = deed.agreement
                else { throw PageError.notFound }
                let owner = try String.fetchOne(
                    db, sql: "SELECT owner FROM agreement WHERE id = ?", arguments: [agreement])
                guard let unit = owner.flatMap(OwningUnit.init(rawValue:)) else {
                    throw PageError.notFound
                }
                try visit.require(subject == .plan ? .approve : .write, .plan, of: unit)
                try TakingBack(db, author: visit.author, at: visit.now).takeBack(
                    subject, key: deed.key, version: RecordVersion(seq: seq))
                return try currentVersion(db)
            }
            return said(seq, back: back)
        } catch is RecordRefusal {
            return .redirect(to: join(back, "said=changed"))
        }
    }

    // MARK: Steps

    /// The last entry of the trail: what a page made now has seen.
    static func currentVersion(_ db: Database) throws -> Int64 {
        try RecordVersion.latest(in: db)?.seq ?? 0
    }

    static func said(_ seq: Int64, back: String) -> Reply {
        .redirect(to: join(back, "did=\(seq)"))
    }

    private static func join(_ path: String, _ query: String) -> String {
        "\(path)\(path.contains("?") ? "&" : "?")\(query)"
    }
}
