import Agreements
import Documents

/// What the pages are told.
package struct SiteSettings: Hashable, Sendable {
    /// Where the pages are found from outside, without a slash at the end.
    package var baseURL: String
    /// Of readers who have not said theirs.
    package var language: Language
    package var signIn = SignInPolicy()
    /// Whether mail reaches people by a server, so that invitations to an account can be mailed.
    package var sendsMail = false
    /// What makes PDF of packages for the archive; nil for none.
    package var printer: PDFPrinter?

    package init(baseURL: String, language: Language) {
        self.baseURL = baseURL
        self.language = language
    }

    /// Whether browsers reach the pages encrypted, so that cookies may insist on it.
    var isEncrypted: Bool { baseURL.hasPrefix("https:") }
}
