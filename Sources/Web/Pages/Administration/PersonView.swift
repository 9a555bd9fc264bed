import Agreements
import GRDB
import Register

/// What the page of one person shows.
struct PersonView: Sendable {
    let problem: String?
    let facts: [Fact]
    /// Where all that the person was reminded of stands.
    let notices: String
    /// Nil for whoever may not look at the trail.
    let audit: String?
    /// Nil for whoever may only read.
    let form: FormView?
    let actions: Actions?

    struct Fact: Sendable {
        let name: String
        let value: String
    }

    struct Actions: Sendable {
        let buttons: [Button]
    }

    struct Button: Sendable {
        let path: String
        let label: String
    }

    init(_ visit: Visit, _ user: User, _ reader: FormReader? = nil, problem: String? = nil) throws {
        let words = visit.words
        self.problem = problem
        let mayWrite = visit.may(.write, .user, of: .everybody)
        let known = try visit.read { try Known(user.id, visit.now, in: $0) }
        facts = [
            Fact(name: words["user_name"], value: user.id),
            Fact(name: words["email"], value: user.email),
            Fact(name: words["unit"], value: words.name(user.unit)),
            Fact(name: words["role"], value: words.name(user.role)),
            Fact(name: words["person_state"], value: PeoplePage.state(of: user, visit)),
            Fact(name: words["person_agreements"], value: words.texts.number(known.agreements)),
            Fact(
                name: words["person_signs_in"],
                value: words[known.hasPassword ? "signs_in_password" : "signs_in_not"]),
            Fact(name: words["person_sessions"], value: words.texts.number(known.sessions)),
        ]
        notices = "\(PeoplePage.path(of: user.id))/notices"
        audit =
            visit.may(.read, .auditTrail, of: .everybody)
            ? "\(AuditPage.path)?q=\(LocalPath.encode(user.id))" : nil
        guard mayWrite else {
            form = nil
            actions = nil
            return
        }
        let fields = PersonForm.fields(of: user, version: known.version, words)
        var filled = reader?.filled(fields) ?? fields
        // What was typed stays, and stands on what is registered now.
        if problem != nil, let last = filled.indices.last {
            filled[last].value = known.version.map { String($0.seq) } ?? ""
        }
        let path = PeoplePage.path(of: user.id)
        form = visit.formView(
            action: path, fields: filled, submit: words["save"], cancel: PeoplePage.path)
        var buttons: [Button] = []
        if user.isActive {
            buttons.append(Button(path: "\(path)/invite", label: words["person_invite"]))
        }
        if known.sessions > 0 {
            buttons.append(Button(path: "\(path)/sign-out", label: words["person_sign_out"]))
        }
        actions = buttons.isEmpty ? nil : Actions(buttons: buttons)
    }

    /// What is known of a person besides what they are.
    private struct Known {
        let agreements: Int
        let sessions: Int
        let hasPassword: Bool
        let version: RecordVersion?

        init(_ user: String, _ now: Instant, in db: Database) throws {
            agreements =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM agreement
                        WHERE status IN ('draft', 'negotiating', 'active')
                            AND (SELECT key FROM user WHERE id = ?) IN (responsible, deputy)
                        """, arguments: [user]) ?? 0
            sessions = try SessionStore(db).list(of: user, at: now).count
            hasPassword = try AccountStore.hasPassword(user, in: db)
            version = try StaffDeeds.version(of: user, in: db)
        }
    }
}
