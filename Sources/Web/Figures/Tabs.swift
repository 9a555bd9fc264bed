import Documents

/// Links to the sides of one matter; the one that is open is marked.
struct Tabs {
    let label: String
    let items: [(name: String, path: String, isCurrent: Bool)]

    var html: HTML {
        """
        <nav aria-label="\(label)"><ul class="tabs">
        \(Self.links(items))</ul></nav>
        """
    }

    /// The items of a list of links, one below the other.
    static func links(_ items: [(name: String, path: String, isCurrent: Bool)]) -> HTML {
        items.map { item -> HTML in
            let mark: HTML = item.isCurrent ? #" aria-current="page""# : ""
            return #"<li><a href="\#(item.path)"\#(mark)>\#(item.name)</a></li>"#
        }.joined
    }
}
