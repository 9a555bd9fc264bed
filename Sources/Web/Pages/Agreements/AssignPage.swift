import Agreements
import GRDB
import Register
import Rules

/// Gives several agreements another responsible or deputy at once: all of them or none.
enum AssignPage {
    static let routes: [Route] = [
        .get("/agreements/assign", .right(.write, .agreement, .some)) { try show($0) },
        .post("/agreements/assign", .right(.write, .agreement, .some), assign),
    ]

    /// Agreements at once, at most.
    private static let most = 200

    struct Model: Sendable {
        let which: String
        let agreements: [Line]
        let form: FormView?

        struct Line: Sendable {
            let id: String
            let title: String
            let path: String
        }
    }

    private struct Chosen {
        let id: String
        let title: String
        let owner: OwningUnit
        let status: AgreementStatus
    }

    private static func show(
        _ visit: Visit, _ reader: FormReader? = nil, problem: String? = nil
    ) throws -> Reply {
        let words = visit.words
        let chosen = try chosen(visit, reader == nil ? visit.query : visit.form)
        let user = try visit.reader
        let unit = chosen.first?.owner ?? user.unit
        let people = try visit.read { try Colleagues($0).all(of: unit) }
        let options =
            [FormField.Option(value: "", label: words["assign_keep"])]
            + people.map { FormField.Option(value: $0.id, label: $0.name) }
        let fields = [
            FormField("responsible", words["column_responsible"], .select(options)),
            FormField("deputy", words["column_deputy"], .select(options)),
        ]
        let hidden = chosen.map { line in
            var field = FormField("agreement", "", .hidden)
            field.value = line.id
            return field
        }
        let problem = problem ?? (chosen.isEmpty ? words["assign_none"] : nil)
        let form = visit.formView(
            action: "/agreements/assign", fields: hidden + (reader?.filled(fields) ?? fields),
            submit: words["save"], cancel: "/agreements", problem: problem)
        let model = Model(
            which: words[
                "assign_which",
                chosen.count == 1
                    ? words["count_one"] : words["count", words.texts.number(chosen.count)]],
            agreements: chosen.map {
                .init(id: $0.id, title: $0.title, path: "/agreements/\(LocalPath.encode($0.id))")
            },
            form: form)
        return visit.page(
            "assign",
            .init(
                title: words["assign_title"], menu: "nav_agreements",
                trail: [(words["title"], "/agreements")], help: "list"),
            model, status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func assign(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let responsible = reader.text("responsible", words["column_responsible"])
        let deputy = reader.text("deputy", words["column_deputy"])
        let chosen = try chosen(visit, visit.form)
        guard !chosen.isEmpty else { return try show(visit, reader) }
        guard responsible != nil || deputy != nil else {
            return try show(visit, reader, problem: words["assign_nothing"])
        }
        if responsible == deputy {
            return try show(visit, reader, problem: words["assign_same"])
        }
        if let foreign = chosen.first(where: { !visit.may(.write, .agreement, of: $0.owner) }) {
            return try show(visit, reader, problem: words["assign_foreign", foreign.id])
        }
        if let ended = chosen.first(where: { [.ended, .abandoned].contains($0.status) }) {
            return try show(visit, reader, problem: words["assign_ended", ended.id])
        }
        do {
            try visit.write { db in
                let deeds = AgreementDeeds(db, author: visit.author, at: visit.now)
                for line in chosen {
                    try deeds.assign(line.id, responsible: responsible, deputy: deputy)
                }
            }
        } catch let refusal as RecordRefusal {
            return try show(visit, reader, problem: "\(refusal)")
        }
        return .redirect(to: AgreementsPage.address("", said: "assigned"))
    }

    /// What is chosen and there, once each, in the order of numbers.
    private static func chosen(_ visit: Visit, _ form: Form) throws -> [Chosen] {
        let ids = Set(form.all("agreement").prefix(most))
        return try visit.read { db in
            try ids.sorted().compactMap { id in
                try Row.fetchOne(
                    db.cachedStatement(
                        sql: "SELECT id, title, owner, status FROM agreement WHERE id = ?"),
                    arguments: [id])
            }.map { row in
                guard let owner = OwningUnit(rawValue: row[2]),
                    let status = AgreementStatus(rawValue: row[3])
                else { throw PageError.notFound }
                return Chosen(id: row[0], title: row[1], owner: owner, status: status)
            }
        }
    }
}
