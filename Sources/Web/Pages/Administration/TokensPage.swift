import Agreements
import GRDB
import Register
import Rules

/// Programs' tokens: one's own, and for an administrator everybody's.
enum TokensPage {
    static let path = "\(Administration.home)/tokens"

    static let routes: [Route] = [
        .get(path, .right(.read, .token, .oneself), list),
        .get("\(path)/new", .right(.write, .token, .oneself), showNew),
        .post(path, .right(.write, .token, .oneself), make),
        .post("\(path)/:token/revoke", .right(.write, .token, .oneself), revoke),
    ]

    private static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let user = try visit.reader
        let seesAll = visit.may(.read, .token, of: .somebodyElse)
        let endsAll = visit.may(.write, .token, of: .somebodyElse)
        let tokens = try visit.read { db in
            try TokenStore.list(of: seesAll ? nil : user.id, in: db)
        }
        let columns = [
            "token_name", "token_made_by", "role", "unit", "token_expires", "token_state",
        ]
        .map { words[$0] }
        let rows = tokens.map { token in
            let holds = token.holds(at: visit.now)
            return TableView.row(
                columns,
                [
                    "\(token.name) (\(token.id))", token.madeBy, words.name(token.role),
                    words.name(token.unit), day(token.expiresAt, words),
                    words[
                        token.revokedAt != nil
                            ? "token_revoked" : holds ? "token_holds" : "token_expired"],
                ],
                button: holds && (endsAll || token.madeBy == user.id)
                    ? .init(
                        path: "\(path)/\(token.id)/revoke", label: words["token_revoke"],
                        about: token.name) : nil)
        }
        var view = AdminListView(
            intro: words["tokens_intro"],
            add: .init(path: "\(path)/new", name: words["token_new"]),
            table: rows.isEmpty
                ? nil : TableView(words["tokens"], columns: columns, rows: rows),
            nothing: words["tokens_none"])
        view.intro = words["tokens_intro"]
        return visit.page("adminlist", Administration.frame(visit, words["tokens"]), view)
    }

    private static func showNew(_ visit: Visit) throws -> Reply {
        visit.page("adminform", newFrame(visit), try newView(visit))
    }

    private static func make(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        let words = visit.words
        var reader = visit.formReader
        let name = reader.text("name", words["token_name"], isRequired: true, limit: 100)
        let days = reader.number("days", words["token_days"], in: 1...366, isRequired: true)
        // Others' rights are given by an administrator alone.
        var (role, unit): (Role?, OwningUnit?) = (user.role, user.unit)
        if visit.may(.write, .token, of: .somebodyElse) {
            role = reader.choice("role", words["role"], isRequired: true)
            unit = reader.choice("unit", words["unit"], isRequired: true)
        }
        guard let name, let days, let role, let unit, reader.isValid else {
            return visit.incomplete("adminform", newFrame(visit), try newView(visit, reader))
        }
        let made = try visit.write { db in
            try TokenStore(db, author: visit.author, at: visit.now).make(
                name: name, role: role, unit: unit, by: user.id,
                lasting: .seconds(86_400 * days))
        }
        return visit.page(
            "secret", newFrame(visit),
            SecretView(
                intro: words["token_made", name, made.id], label: words["token_secret"],
                secret: made.secret, hint: words["token_hint"], back: path))
    }

    private static func revoke(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        let isAnybodys = visit.may(.write, .token, of: .somebodyElse)
        let id = try visit.parameter("token")
        let isRevoked = try visit.write { db in
            try TokenStore(db, author: visit.author, at: visit.now)
                .revoke(id, of: isAnybodys ? nil : user.id)
        }
        guard isRevoked else { throw PageError.notFound }
        return .redirect(to: "\(path)?said=token_revoked")
    }

    private static func newFrame(_ visit: Visit) -> Visit.Frame {
        var frame = Administration.frame(visit, visit.words["token_new"])
        frame.trail.append((visit.words["tokens"], path))
        return frame
    }

    private static func newView(_ visit: Visit, _ reader: FormReader? = nil) throws
        -> AdminFormView
    {
        let words = visit.words
        let user = try visit.reader
        var name = FormField("name", words["token_name"])
        name.hint = words["token_name_hint"]
        var days = FormField("days", words["token_days"], .number)
        days.value = "90"
        var fields = [name, days]
        if visit.may(.write, .token, of: .somebodyElse) {
            var role = FormField("role", words["role"], .select(PeopleFilter.roles(words)))
            role.value = Role.auditor.rawValue
            role.hint = words["token_role_hint"]
            var unit = FormField("unit", words["unit"], .select(PeopleFilter.units(words)))
            unit.value = user.unit.rawValue
            fields += [role, unit]
        }
        var form = visit.formView(
            action: path, fields: reader?.filled(fields) ?? fields,
            submit: words["token_make"], cancel: path)
        form.note = words["all_required"]
        return AdminFormView(
            intro: fields.count == 2 ? words["token_own_rights"] : nil, form: form)
    }

    /// The day of an instant as the register keeps it.
    private static func day(_ text: String, _ words: Words) -> String {
        Day(String(text.prefix(10))).map { words.date($0) } ?? text
    }
}
