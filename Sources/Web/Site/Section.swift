/// A part of the site: its addresses, its templates and its texts.
///
/// `Site.sections` is the one list of them.
protocol Section: SendableMetatype {
    static var routes: [Route] { get }
    static var templates: [Template] { get }
    static var vocabulary: Vocabulary { get }
}

/// A Mustache template by the name that others include it by.
struct Template: Sendable {
    let name: String
    /// UTF-8.
    let source: [UInt8]

    init(_ name: String, _ source: [UInt8]) {
        self.name = name
        self.source = source
    }
}
