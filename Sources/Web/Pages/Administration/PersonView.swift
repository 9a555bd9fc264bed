import Agreements
import GRDB
import Register

/// What the page of one person shows.
struct PersonView: Sendable {
    let problem: String?
    private(set) var facts: [Fact]
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
        if mayWrite, let invitation = known.invitation {
            facts.append(
                Fact(
                    name: words["person_invitation"],
                    value: Self.sentence(about: invitation, words)))
        }
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
            if visit.site.settings.sendsMail {
                buttons.append(
                    Button(path: "\(path)/invite/mail", label: words["person_invite_by_mail"]))
            }
            buttons.append(Button(path: "\(path)/invite", label: words["person_invite"]))
        }
        if known.sessions > 0 {
            buttons.append(Button(path: "\(path)/sign-out", label: words["person_sign_out"]))
        }
        actions = buttons.isEmpty ? nil : Actions(buttons: buttons)
    }

    /// Until when the invitation holds, and where its letter stands.
    private static func sentence(
        about invitation: AccountLetters.Standing, _ words: Words
    ) -> String {
        let time = words["invitation_holds", words.moment(invitation.expiresAt)]
        guard let letter = invitation.letter else { return time }
        let key =
            switch letter.state.phase {
            case .planned, .published, .retrying: "invitation_on_its_way"
            case .done: "invitation_mailed"
            case .dead, .quarantined, .cancelled, .expired: "invitation_lost"
            }
        return "\(words[key, letter.address]) \(time)"
    }

    /// What is known of a person besides what they are.
    private struct Known {
        let agreements: Int
        let sessions: Int
        let hasPassword: Bool
        let version: RecordVersion?
        let invitation: AccountLetters.Standing?

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
            invitation = try AccountLetters(db).standing(of: user, at: now)
        }
    }
}
