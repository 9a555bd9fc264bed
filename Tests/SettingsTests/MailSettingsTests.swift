import Testing

@testable import Settings

@Suite struct MailSettingsTests {
    @Test func `a server, its user and the password from the environment`() throws {
        let settings = try AvtaltSettings.read(
            config: nil,
            environment: [
                "AVTALT_MAIL_DELIVERY": "smtp://avtalt@mail.example:2525",
                "AVTALT_MAIL_PASSWORD": "hemmelig", "AVTALT_MAIL_SECURITY": "tls",
            ])

        #expect(
            settings.mail.delivery == .smtp(host: "mail.example", port: 2525, user: "avtalt"))
        #expect(settings.mail.password?.reveal() == "hemmelig")
        #expect(settings.mail.security == .tls)
        #expect("\(settings)".contains("••••"))
        #expect(!"\(settings)".contains("hemmelig"))
    }

    @Test(arguments: ["mail", "maildir:", "smtp://", "smtp://a:b@h", "smtp://h/x", "smtp://h:0"])
    func `anything else takes no mail`(text: String) {
        #expect(MailDelivery(text) == nil)
    }

    @Test func `a password in the URL is refused and not repeated`() {
        let found = problems(in: "mail:\n  delivery: smtp://a:hemmelig@h\n")

        #expect(found.count == 1)
        #expect(found.first?.contains("smtp://••••@h") == true)
    }

    @Test func `a password file that is not there, or empty, stops the start`() throws {
        let scratch = try Scratch()
        let empty = try scratch.file("empty", "\n")

        #expect(
            problems(in: "mail:\n  password_file: /nowhere\n") == [
                "avtalt.yaml:2: mail.password_file: «/nowhere» cannot be read; it must be a file "
                    + "with a password on one line"
            ])
        #expect(
            problems(in: "mail:\n  password_file: \(empty)\n") == [
                "avtalt.yaml:2: mail.password_file: «\(empty)» is empty; it must hold a password"
            ])
    }

    @Test func `a user without a password stops the start`() {
        #expect(
            problems(in: "mail:\n  delivery: smtp://avtalt@h\n") == [
                "avtalt.yaml:2: mail.delivery: names a user; mail.password or mail.password_file "
                    + "must be given"
            ])
    }
}
