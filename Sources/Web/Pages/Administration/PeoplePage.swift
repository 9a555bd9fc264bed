import Agreements
import GRDB
import Register
import Rules

/// The people: who they are, what they may do, and how they come in.
enum PeoplePage {
    static let path = "\(Administration.home)/people"

    static let routes: [Route] = [
        .get(path, .right(.read, .user, .everybody), list),
        .post(path, .right(.write, .user, .everybody), add),
        .get("\(path)/new", .right(.write, .user, .everybody), showNew),
        .get("\(path)/:user", .right(.read, .user, .everybody), show),
        .post("\(path)/:user", .right(.write, .user, .everybody), change),
        .post("\(path)/:user/invite", .right(.write, .user, .everybody), invite),
        .post("\(path)/:user/invite/mail", .right(.write, .user, .everybody), mailInvitation),
        .post("\(path)/:user/sign-out", .right(.write, .session, .everybody), signOut),
    ]

    static func path(of user: String) -> String { "\(path)/\(LocalPath.encode(user))" }

    // MARK: The list

    private static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let filter = PeopleFilter(visit.query)
        let people = try visit.read { try StaffList.everybody(in: $0) }
        let columns = ["full_name", "user_name", "unit", "role", "person_state"].map { words[$0] }
        let rows = people.filter(filter.matches).map { user in
            TableView.row(
                columns,
                [
                    user.name, user.id, words.name(user.unit), words.name(user.role),
                    state(of: user, visit),
                ], path: path(of: user.id))
        }
        var view = AdminListView(
            table: rows.isEmpty
                ? nil : TableView(words["people"], columns: columns, rows: rows),
            nothing: words["people_none"])
        view.filters = .init(action: path, fields: filter.fields(words))
        if visit.may(.write, .user, of: .everybody) {
            view.add = .init(path: "\(path)/new", name: words["person_new"])
        }
        return visit.page("adminlist", Administration.frame(visit, words["people"]), view)
    }

    static func state(of user: User, _ visit: Visit) -> String {
        let words = visit.words
        guard user.isActive else { return words["person_inactive"] }
        guard user.isThere(on: visit.today) else {
            guard let to = user.leaveTo else { return words["person_away"] }
            return words["person_away_to", words.date(to)]
        }
        guard let from = user.leaveFrom, from > visit.today else { return words["person_active"] }
        return words["person_leaves", words.date(from)]
    }

    // MARK: New

    private static func showNew(_ visit: Visit) throws -> Reply {
        visit.page("adminform", newFrame(visit), newView(visit))
    }

    private static func add(_ visit: Visit) throws -> Reply {
        var form = PersonForm(visit)
        guard let user = form.read() else {
            return visit.incomplete("adminform", newFrame(visit), newView(visit, form.reader))
        }
        do {
            try visit.write { db in
                try StaffDeeds(db, author: visit.author, at: visit.now).add(user)
            }
        } catch let refusal as StaffDeeds.Refusal {
            form.say(refusal)
            return visit.incomplete("adminform", newFrame(visit), newView(visit, form.reader))
        }
        return .redirect(to: "\(path(of: user.id))?said=person_added")
    }

    private static func newFrame(_ visit: Visit) -> Visit.Frame {
        var frame = Administration.frame(visit, visit.words["person_new"])
        frame.trail.append((visit.words["people"], path))
        return frame
    }

    private static func newView(_ visit: Visit, _ reader: FormReader? = nil) -> AdminFormView {
        let fields = PersonForm.fields(of: nil, visit.words)
        return AdminFormView(
            intro: visit.words["person_new_intro"],
            form: visit.formView(
                action: path, fields: reader?.filled(fields) ?? fields,
                submit: visit.words["person_add"], cancel: path))
    }

    // MARK: One person

    private static func show(_ visit: Visit) throws -> Reply {
        let user = try person(visit)
        return visit.page("person", frame(visit, user), try PersonView(visit, user))
    }

    private static func change(_ visit: Visit) throws -> Reply {
        let before = try person(visit)
        var form = PersonForm(visit)
        guard let user = form.read(id: before.id) else {
            return visit.incomplete(
                "person", frame(visit, before), try PersonView(visit, before, form.reader))
        }
        do {
            let isChanged = try visit.write { db in
                try StaffDeeds(db, author: visit.author, at: visit.now)
                    .change(user, expecting: form.version)
            }
            return .redirect(
                to: "\(path(of: user.id))?said=\(isChanged ? "saved" : "nothing")")
        } catch let refusal as StaffDeeds.Refusal {
            form.say(refusal)
            return visit.incomplete(
                "person", frame(visit, before), try PersonView(visit, before, form.reader))
        } catch RecordRefusal.movedOn(let moved) {
            let problem = visit.words["person_moved_on", moved.changes.last?.actor ?? "–"]
            return visit.incomplete(
                "person", frame(visit, before),
                try PersonView(visit, before, form.reader, problem: problem))
        }
    }

    /// How long an invitation holds.
    private static let invitationTime = Duration.seconds(72 * 3600)

    private static func invite(_ visit: Visit) throws -> Reply {
        let user = try invitable(visit)
        let link = try visit.write { db in try makeInvitation(of: user, visit, in: db) }
        let words = visit.words
        var frame = frame(visit, user)
        frame.trail.append((user.name, path(of: user.id)))
        return visit.page(
            "secret", frame,
            SecretView(
                intro: words["invited", user.name], label: words["invitation_link"],
                secret: link, hint: words["invitation_hint"], back: path(of: user.id)))
    }

    /// What goes by mail is for its reader alone: the link is shown to nobody.
    private static func mailInvitation(_ visit: Visit) throws -> Reply {
        guard visit.site.settings.sendsMail else { throw PageError.notFound }
        let user = try invitable(visit)
        try visit.write { db in
            try AccountLetters(db).post(
                to: user, link: makeInvitation(of: user, visit, in: db), at: visit.now)
        }
        return .redirect(to: "\(path(of: user.id))?said=invitation_mailed")
    }

    private static func invitable(_ visit: Visit) throws -> User {
        let user = try person(visit)
        guard user.isActive else { throw PageError.forbidden }
        return user
    }

    /// The whole address that lets the person in.
    private static func makeInvitation(
        of user: User, _ visit: Visit, in db: Database
    ) throws -> String {
        let token = try AccountStore(db, author: visit.author, at: visit.now)
            .invite(user.id, lasting: invitationTime)
        return visit.site.settings.baseURL + InvitationPage.path(token)
    }

    private static func signOut(_ visit: Visit) throws -> Reply {
        let user = try person(visit)
        try visit.write { db in
            let count = try SessionStore(db).endAll(of: user.id, at: visit.now)
            guard count > 0 else { return }
            try AccountStore(db, author: visit.author, at: visit.now)
                .recordEnd(ofSessionsOf: user.id, count: count)
        }
        return .redirect(
            to: user.id == visit.session?.user.id
                ? "/signed-out" : "\(path(of: user.id))?said=signed_out")
    }

    private static func person(_ visit: Visit) throws -> User {
        let id = try visit.parameter("user")
        guard let user = try visit.read({ try StaffList.user(id, in: $0) }) else {
            throw PageError.notFound
        }
        return user
    }

    private static func frame(_ visit: Visit, _ user: User) -> Visit.Frame {
        var frame = Administration.frame(visit, user.name)
        frame.trail.append((visit.words["people"], path))
        return frame
    }
}
