import Agreements
import Foundation
import Rules

/// What `avtalt` and `avtalt-coordinator` are told; both work on one register, so they share it.
package struct AvtaltSettings: Hashable, Sendable {
    /// Path of the register's file.
    package var register = "avtalt.sqlite"
    package var queue = QueueAddress.embedded
    /// Folder to which reports and other documents are written.
    package var documents = "documents"
    /// Path of the rules file; nil means the numbers of domain.md.
    package var rules: String?
    /// Of what is written to somebody who has chosen none.
    package var language = Language.nb
    /// Where pages are found, without a slash at the end; links in mails begin with it.
    package var baseURL = "http://localhost:8080"
    package var mail = MailSettings()
    package var pdf = PDFSettings()
    package var coordinator = CoordinatorSettings()
    /// Of the workers that run in this process, with the embedded queue.
    package var worker = WorkerLimits()
    package var monitoring = MonitoringSettings()
    package var web = WebSettings()
    package var signIn = SignInSettings()

    package init() {}

    /// Reads all settings: `arguments` by key (`register`), then `environment`, then the file that
    /// `config`, else `AVTALT_CONFIG`, names, then the defaults.
    package static func read(
        config: String?, arguments: [String: String] = [:], environment: [String: String]
    ) throws(SettingsError) -> AvtaltSettings {
        let file = try SettingsFile.named(by: config, environment: environment)
        var reader = SettingsReader(file: file, environment: environment, arguments: arguments)
        var settings = AvtaltSettings()
        settings.take(from: &reader)
        try reader.finish()
        return settings
    }

    /// The rules of the file that `rules` names, or of domain.md.
    package func rulebook() throws(SettingsError) -> Rulebook {
        guard let rules else { return .domain }
        return try Rulebook.read(file: rules)
    }

    mutating func take(from reader: inout SettingsReader) {
        register = reader.text("register", default: register)
        queue = reader.queue(default: queue)
        documents = reader.text("documents", default: documents)
        takeRules(from: &reader)
        language = reader.choice("language", default: language)
        baseURL = reader.value(
            "links.base_url", default: baseURL, expected: "a URL such as https://avtalt.example"
        ) { AvtaltSettings.baseURL($0) }
        mail.take(from: &reader)
        pdf.take(from: &reader)
        coordinator.take(from: &reader)
        worker.take(from: &reader)
        monitoring.take(from: &reader)
        web.take(from: &reader)
        signIn.take(from: &reader)
    }

    private mutating func takeRules(from reader: inout SettingsReader) {
        rules = reader.optionalText("rules")
        if let rules, !FileManager.default.fileExists(atPath: rules) {
            reader.reject(
                "rules", "«\(rules)» is not there; name a rules file, or none for the built-in ones"
            )
        }
    }

    private static func baseURL(_ text: String) -> String? {
        guard let url = URLComponents(string: text), let host = url.host, !host.isEmpty,
            url.scheme == "http" || url.scheme == "https", url.query == nil, url.fragment == nil
        else { return nil }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
}

extension SettingsFile {
    /// The file that `config` names, else the one that `AVTALT_CONFIG` names, else none.
    static func named(by config: String?, environment: [String: String])
        throws(SettingsError) -> SettingsFile?
    {
        let fallback = environment["AVTALT_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        guard let path = config ?? fallback else { return nil }
        return try SettingsFile(path: path)
    }
}
