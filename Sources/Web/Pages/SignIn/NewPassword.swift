import Agreements
import Secrets

/// The two fields of a new password, wherever one is set.
enum NewPassword {
    /// With the name that it is for, which password managers keep it under.
    static func fields(of user: User, _ words: Words) -> [FormField] {
        var name = FormField("name", "", .userName)
        name.value = user.id
        var password = FormField(
            "password", words["new_password"], .password(autocomplete: "new-password"))
        password.hint = words["new_password_hint", String(PasswordRule.shortest)]
        let again = FormField(
            "password_again", words["password_again"], .password(autocomplete: "new-password"))
        return [name, password, again]
    }

    /// The password, unless something is wrong with it, which the reader then says at the field.
    static func read(_ reader: inout FormReader, of user: User) -> String? {
        let words = reader.words
        let password = reader.form.untouched("password")
        guard !password.isEmpty else {
            reader.reject("password", words["error_required", words["new_password"]])
            return nil
        }
        if let fault = PasswordRule.fault(in: password, of: [user.id, user.name, user.email]) {
            reader.reject("password", sentence(fault, words))
            return nil
        }
        guard password == reader.form.untouched("password_again") else {
            reader.reject("password_again", words["password_differs"])
            return nil
        }
        return password
    }

    private static func sentence(_ fault: PasswordRule.Fault, _ words: Words) -> String {
        switch fault {
        case .tooShort: words["password_short", String(PasswordRule.shortest)]
        case .tooLong: words["password_long", String(PasswordRule.longest)]
        case .tooEven: words["password_even"]
        case .aboutThePerson: words["password_own"]
        case .common: words["password_common"]
        }
    }
}
