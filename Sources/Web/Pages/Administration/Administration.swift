import Agreements
import Register

/// People, units, rules, imports, the audit trail, and programs' tokens.
enum Administration: Section {
    static let templates = [
        Template("administration", PackageResources.administration_mustache),
        Template("adminlist", PackageResources.adminlist_mustache),
        Template("adminform", PackageResources.adminform_mustache),
        Template("person", PackageResources.person_mustache),
        Template("secret", PackageResources.secret_mustache),
        Template("table", PackageResources.table_mustache),
        Template("rules", PackageResources.rules_mustache),
        Template("rulesdraft", PackageResources.rulesdraft_mustache),
        Template("rehearsal", PackageResources.rehearsal_mustache),
        Template("yearahead", PackageResources.yearahead_mustache),
        Template("import", PackageResources.import_mustache),
    ]

    static let vocabulary = Vocabulary(
        AdministrationWords.texts.merging(PeopleWords.texts) { own, _ in own }
            .merging(TokenWords.texts) { own, _ in own }
            .merging(AuditWords.texts) { own, _ in own }
            .merging(RulesWords.texts) { own, _ in own }
            .merging(ImportWords.texts) { own, _ in own }
            .merging(QuietWords.texts) { own, _ in own }
            .merging(YearAheadWords.texts) { own, _ in own })

    static let routes =
        [Route.get(home, .right(.read, .user, .everybody), show)]
        + PeoplePage.routes + TokensPage.routes + AuditPage.routes + RulesPage.routes
        + ImportPage.routes + UnitsPage.routes + QuietPage.routes
        + YearAheadPage.routes

    static let home = "/administration"

    /// The frame of a page below the first one.
    static func frame(_ visit: Visit, _ title: String, help: String = "administration")
        -> Visit.Frame
    {
        .init(
            title: title, menu: "nav_administration",
            trail: [(visit.words["nav_administration"], home)], help: help)
    }

    private static func show(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let parts: [(name: String, path: String, mayUse: Bool)] = [
            ("people", PeoplePage.path, true), ("units", UnitsPage.path, true),
            ("rules", RulesPage.path, true), ("quiet", QuietPage.path, true),
            ("years", YearAheadPage.path, true),
            ("imports", ImportPage.path, visit.may(.write, .dataImport, of: .everybody)),
            ("audit", AuditPage.path, visit.may(.read, .auditTrail, of: .everybody)),
            ("tokens", TokensPage.path, true),
        ]
        return visit.page(
            "administration",
            .init(
                title: words["nav_administration"], menu: "nav_administration",
                help: "administration"),
            HomeView(
                parts: parts.filter(\.mayUse).map { part in
                    HomeView.Part(
                        path: part.path, name: words[part.name],
                        about: words["\(part.name)_about"])
                }))
    }

    private struct HomeView: Sendable {
        let parts: [Part]

        struct Part: Sendable {
            let path: String
            let name: String
            let about: String
        }
    }
}

/// A page with a form and nothing else.
struct AdminFormView: Sendable {
    var intro: String?
    let form: FormView
}

/// A secret that is shown this once.
struct SecretView: Sendable {
    let intro: String
    let label: String
    let secret: String
    let hint: String
    let back: String
}

/// A page with what may be added, filters, and a table.
struct AdminListView: Sendable {
    var intro: String?
    var add: Link?
    var filters: Filters?
    let table: TableView?
    /// Said where there is nothing to show.
    let nothing: String
    var next: Link?

    struct Link: Sendable {
        let path: String
        let name: String
    }

    struct Filters: Sendable {
        let action: String
        let fields: [FormField]
    }
}
