import Documents
import OpenID
import Settings
import Web

extension SiteSettings {
    /// What the pages need of the settings.
    init(_ settings: AvtaltSettings) {
        self.init(baseURL: settings.baseURL, language: settings.language)
        printer = settings.pdf.program.map { PDFPrinter(program: $0) }
        if case .smtp = settings.mail.delivery { sendsMail = true }
        signIn.takesPasswords = settings.signIn.passwords
        signIn.sessions.idle = settings.signIn.idle
        signIn.sessions.age = settings.signIn.longest
        signIn.isBehindProxy = settings.signIn.behindProxy
        guard let provider = settings.signIn.provider else { return }
        signIn.providerName = provider.name
        var client = ClientSettings(
            issuer: provider.issuer, clientID: provider.clientID,
            clientSecret: provider.clientSecret?.reveal(),
            redirectURI: "\(settings.baseURL)/sign-in/provider/answer",
            afterSignOut: "\(settings.baseURL)/signed-out")
        client.assurance = provider.assurance
        client.authorities = provider.authorities
        signIn.provider = client
    }
}
