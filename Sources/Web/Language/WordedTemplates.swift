import Documents
import Mustache
import Synchronization

/// The site's templates in the words of one section and one language.
///
/// `{{w.key}}` becomes its text before a template is parsed. A page has a hundred of them, and each
/// would otherwise be looked for in all that surrounds it, again for every reader.
final class WordedTemplates: Sendable {
    private let texts: [String: String]
    /// By the template that was asked for; each with those that it names.
    private let libraries = Mutex<[String: MustacheLibrary]>([:])

    init(_ texts: [String: String]) {
        self.texts = texts
    }

    /// A template that is not there, or cannot be parsed, is a programmer's error.
    func render(_ view: Any, withTemplate name: String) -> String {
        guard let text = library(of: name).render(view, withTemplate: name) else {
            preconditionFailure("There is no template «\(name)».")
        }
        return text
    }

    private func library(of name: String) -> MustacheLibrary {
        libraries.withLock { libraries in
            if let library = libraries[name] { return library }
            var templates: [String: MustacheTemplate] = [:]
            add(name, to: &templates)
            let library = MustacheLibrary(templates: templates)
            libraries[name] = library
            return library
        }
    }

    /// Adds a template and, in turn, those that it includes.
    private func add(_ name: String, to templates: inout [String: MustacheTemplate]) {
        guard templates[name] == nil else { return }
        guard let source = Self.sources[name] else {
            preconditionFailure("There is no template «\(name)».")
        }
        do {
            templates[name] = try MustacheTemplate(string: Self.pragma + filled(source))
        } catch {
            preconditionFailure("The template «\(name)» cannot be parsed: \(error).")
        }
        for sign in ["{{>", "{{<"] {
            let tags = source.split(separator: sign, omittingEmptySubsequences: false)
            for tag in tags.dropFirst() {
                add(String(tag.prefix { $0 != "}" }), to: &templates)
            }
        }
    }

    /// The source with the texts in place; a key of another section's stays as it is.
    private func filled(_ source: String) -> String {
        var result = ""
        var rest = Substring(source)
        while let start = rest.firstRange(of: "{{w."),
            let end = rest[start.upperBound...].firstRange(of: "}}")
        {
            let tag = start.lowerBound..<end.upperBound
            let text = texts[String(rest[start.upperBound..<end.lowerBound])]
            result += rest[..<tag.lowerBound]
            result += text.map(HTML.escape) ?? String(rest[tag])
            rest = rest[tag.upperBound...]
        }
        return result + rest
    }

    // MARK: Every section's

    private static let sources = Dictionary(
        uniqueKeysWithValues: Site.sections.flatMap { $0.templates }.map {
            ($0.name, String(decoding: $0.source, as: UTF8.self))
        })

    /// Has the values of a template escaped byte by byte; Mustache's own way looks at characters.
    private static let pragma: String = {
        MustacheContentTypes.register(Escaping(), named: "MARKUP")
        return "{{% CONTENT_TYPE: MARKUP}}\n"
    }()

    private struct Escaping: MustacheContentType {
        func escapeText(_ text: String) -> String { HTML.escape(text) }
    }
}
