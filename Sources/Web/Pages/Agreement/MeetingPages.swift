import Agreements
import GRDB
import Register

/// The meetings of an agreement: the list, one meeting, and its forms.
enum MeetingPages {
    private static let write = Access.right(.write, .meeting, .record(.meeting))

    static let routes: [Route] =
        [
            .page("/agreements/:agreement/meetings", .right(.read, .meeting, .agreement), list),
            .page("/meetings/:key", .right(.read, .meeting, .record(.meeting)), show),
        ]
        + PromisePages.forms(
            "/agreements/:agreement/meetings/new", .right(.write, .meeting, .agreement), plan)
        + PromisePages.forms("/meetings/:key/prepare", write, prepare)
        + PromisePages.forms("/meetings/:key/minutes", write, minute)
        + PromisePages.forms("/meetings/:key/close", write, close)

    static func deeds(_ visit: Visit, _ db: Database) -> MeetingDeeds {
        MeetingDeeds(db, author: visit.author, at: visit.now)
    }

    // MARK: Pages

    private static func list(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let (head, meetings) = try visit.read { db in
            let head = try AgreementHead(id, in: db)
            return (head, try MeetingLine.all(of: head.key, in: db))
        }
        let view = AgreementHeadView(visit: visit, head: head, tab: .meetings)
        let lines = MeetingLines(words: visit.words, today: visit.today)
        return visit.page(
            "agreement_meetings", view.frame,
            [
                "head": view.model, "meetings": meetings.map(lines.model),
                "may_write": view.mayWrite && head.isOpen,
                "new_path": head.path("meetings/new"),
            ] as [String: Any])
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        let (head, record) = try visit.read { db in
            (
                try AgreementHead.over(.meeting, key: key, in: db),
                try MeetingRecord(key, in: db)
            )
        }
        let view = MeetingView(visit: visit, head: head, record: record)
        return visit.page("agreement_meeting", view.frame, view.model)
    }

    // MARK: Forms

    private static func plan(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit)
        let fields = under.fields
        let shown =
            [
                fields.field("planned_on", .day, nil, isRequired: true),
                fields.field(
                    "level", .radios(fields.options(MeetingLevel.self, "level")),
                    MeetingLevel.operational.rawValue, isRequired: true),
            ] + preparation(under, nil)
        let form = under.form(
            "new_meeting", action: under.head.path("meetings/new"),
            back: under.head.path("meetings"))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (Day, MeetingLevel, String?, String?)? in
            let day = reader.day("planned_on", fields.name("planned_on"), isRequired: true)
            let level = reader.choice(
                "level", fields.name("level"), of: MeetingLevel.self, isRequired: true)
            let (theme, agenda) = readPreparation(&reader, under)
            guard let day, let level else { return nil }
            return (day, level, theme, agenda)
        } write: { db, typed, _ in
            try deeds(visit, db).plan(
                under.head.id, level: typed.1, on: typed.0, theme: typed.2, agenda: typed.3)
            return under.head.path("meetings") + "?said=saved"
        }
    }

    private static func prepare(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try meeting(visit)
        let shown = preparation(under, record)
        let form = form(under, record, "prepare_meeting", "prepare")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) {
            readPreparation(&$0, under)
        } write: { db, typed, version in
            try deeds(visit, db).prepare(
                record.line.id, theme: typed.0, agenda: typed.1, expecting: version)
            return record.line.path + "?said=saved"
        }
    }

    private static func minute(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try meeting(visit)
        let fields = under.fields
        let shown = [
            fields.field(
                "imdi_roles", .text(), record.imdiRoles, hint: visit.words["hint_roles"]),
            fields.field(
                "counterpart_roles", .text(), record.counterpartRoles,
                hint: visit.words["hint_roles"]),
            fields.field(
                "minutes", .area(rows: 12), record.line.minutes,
                hint: visit.words["hint_text"]),
        ]
        let form = form(under, record, "write_minutes", "minutes")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> (String?, String?, String?)? in
            (
                reader.text("minutes", fields.name("minutes"), limit: 20_000),
                reader.text("imdi_roles", fields.name("imdi_roles")),
                reader.text("counterpart_roles", fields.name("counterpart_roles"))
            )
        } write: { db, typed, version in
            try deeds(visit, db).write(
                minutes: typed.0, imdiRoles: typed.1, counterpartRoles: typed.2,
                of: record.line.id, expecting: version)
            return record.line.path + "?said=saved"
        }
    }

    private static func close(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let (under, record) = try meeting(visit)
        var form = form(under, record, "close_minutes", "close", submit: "close_minutes")
        form.intro = visit.words["intro_close_minutes"]
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, version in
            try deeds(visit, db).closeMinutes(of: record.line.id, expecting: version)
            return record.line.path + "?said=closed"
        }
    }

    // MARK: Steps

    static func meeting(_ visit: Visit) throws -> (UnderAgreement, MeetingRecord) {
        let key = try visit.key()
        return (
            try UnderAgreement(visit, of: .meeting),
            try visit.read { try MeetingRecord(key, in: $0) }
        )
    }

    static func form(
        _ under: UnderAgreement, _ record: MeetingRecord, _ title: String, _ page: String,
        submit: String = "save"
    ) -> RecordForm {
        under.form(
            title, action: "\(record.line.path)/\(page)", back: record.line.path,
            submit: submit, version: record.version)
    }

    private static func preparation(_ under: UnderAgreement, _ record: MeetingRecord?)
        -> [FormField]
    {
        [
            under.fields.field("theme", .text(), record?.line.theme),
            under.fields.field(
                "agenda", .area(rows: 8), record?.line.agenda, hint: under.words["hint_text"]),
        ]
    }

    private static func readPreparation(_ reader: inout FormReader, _ under: UnderAgreement)
        -> (String?, String?)
    {
        (
            reader.text("theme", under.fields.name("theme"), limit: 200),
            reader.text("agenda", under.fields.name("agenda"), limit: 10_000)
        )
    }
}
