import Agreements
import Register
import Secrets

/// Where somebody who is invited sets a first password, or says who vouches for them.
package enum InvitationPage {
    /// Where an invitation leads; what stands after it is its token.
    package static func path(_ token: String) -> String { "/invitation/\(token)" }

    static func show(_ visit: Visit) throws -> Reply {
        let user = try invited(visit)
        return visit.page("invitation", frame(visit), try view(visit, user))
    }

    static func post(_ visit: Visit) async throws -> Reply {
        guard visit.site.settings.signIn.takesPasswords else { throw PageError.notFound }
        let user = try invited(visit)
        var reader = visit.formReader
        let password = NewPassword.read(&reader, of: user)
        guard let password, reader.isValid else {
            return visit.incomplete("invitation", frame(visit), try view(visit, user, reader))
        }
        guard let hash = await visit.site.signIn.passwords.hash(of: password) else {
            throw PageError.busy
        }
        let author = Author(actor: user.id, request: visit.requestID)
        try visit.write { db in
            // Another may have used the invitation while the password was hashed.
            guard
                try AccountStore.invited(by: token(visit), in: db, at: visit.now) == user.id
            else { throw PageError.notFound }
            try AccountStore(db, author: author, at: visit.now).setPassword(of: user.id, to: hash)
        }
        let admission = Admission(visit: visit, user: user.id, method: .password)
        guard let admitted = try admission.admit() else { throw PageError.notFound }
        return admitted.reply(goingTo: "/?said=saved")
    }

    private static func token(_ visit: Visit) throws -> String { try visit.parameter("token") }

    /// An invitation that is used, too old or made up is a page that is not there.
    private static func invited(_ visit: Visit) throws -> User {
        try visit.read { db in
            let id = try AccountStore.invited(by: token(visit), in: db, at: visit.now)
            guard let user = try id.flatMap({ try StaffList.user($0, in: db) }) else {
                throw PageError.notFound
            }
            return user
        }
    }

    private static func frame(_ visit: Visit) -> Visit.Frame {
        .init(title: visit.words["invitation"], help: "sign-in")
    }

    private static func view(_ visit: Visit, _ user: User, _ reader: FormReader? = nil) throws
        -> InvitationView
    {
        let words = visit.words
        let settings = visit.site.settings.signIn
        let path = path(try token(visit))
        let fields = NewPassword.fields(of: user, words)
        return InvitationView(
            welcome: words["welcome", user.name], name: words["your_name", user.id],
            form: settings.takesPasswords
                ? visit.formView(
                    action: path, fields: reader?.filled(fields) ?? fields,
                    submit: words["set_password"]) : nil,
            provider: settings.provider == nil
                ? nil
                : SignInView.Provider(
                    path: "/sign-in/provider?invitation=\(LocalPath.encode(try token(visit)))",
                    label: words["sign_in_with", settings.providerName]))
    }
}

/// What somebody who is invited sees.
struct InvitationView: Sendable {
    let welcome: String
    let name: String
    let form: FormView?
    let provider: SignInView.Provider?
}
