import Agreements
import Documents
import Mustache
import Rules

/// What surrounds every page: its title, the menu, and who is signed in.
struct ShellView: MustacheParent {
    let csrf: String
    private let title: String
    private let language: Language
    private let menu: HTML
    private let trail: [Crumb]
    private let user: User?
    private let said: String?
    private let help: String
    private let asOf: String
    private let languages: [LanguageLink]

    init(visit: Visit, frame: Visit.Frame) {
        let words = visit.words
        csrf = visit.csrf
        title = frame.title
        language = visit.language
        user = visit.session?.user
        said = visit.said
        help = "/help/\(frame.help)"
        asOf = words["as_of", words.longDate(visit.today)]
        menu = Self.menu(of: user, at: frame.menu, words)
        trail = frame.trail.map { Crumb(name: $0.name, path: $0.path) }
        languages = Language.allCases.map {
            LanguageLink(
                code: $0.rawValue, name: $0.ownName, isCurrent: $0 == visit.language,
                path: "/language/\($0.rawValue)?next=\(LocalPath.encode(visit.path))")
        }
    }

    func child(named key: String) -> Any? {
        switch key {
        case "csrf": csrf
        case "title": title
        case "language": language.rawValue
        case "menu": menu.markup
        case "trail": trail.isEmpty ? nil : trail
        case "isSignedIn": user != nil
        case "userName": user?.name
        case "said": said
        case "help": help
        case "asOf": asOf
        case "languages": languages
        case "style": Asset.style.path
        case "script": Asset.script.path
        case "icon": Asset.icon.path
        default: nil
        }
    }

    /// Written directly: it is on every page.
    private static func menu(of user: User?, at current: String, _ words: Words) -> HTML {
        Tabs.links(
            Menu.items(for: user).map { (words[$0.key], $0.path, $0.key == current) })
    }

    private struct Crumb: MustacheParent {
        let name: String
        let path: String

        func child(named key: String) -> Any? {
            switch key {
            case "name": name
            case "path": path
            default: nil
            }
        }
    }

    private struct LanguageLink: MustacheParent {
        let code: String
        let name: String
        let isCurrent: Bool
        let path: String

        func child(named key: String) -> Any? {
            switch key {
            case "code": code
            case "name": name
            case "isCurrent": isCurrent
            case "path": path
            default: nil
            }
        }
    }
}

extension Language {
    /// What its own speakers call it.
    var ownName: String {
        switch self {
        case .nb: "Bokmål"
        case .nn: "Nynorsk"
        case .en: "English"
        }
    }
}
