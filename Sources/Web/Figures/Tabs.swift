import Documents

/// Links to the sides of one matter; the one that is open is marked.
struct Tabs {
    let label: String
    let items: [(name: String, path: String, isCurrent: Bool)]

    var html: HTML {
        let links = items.map { item -> HTML in
            let mark: HTML = item.isCurrent ? #" aria-current="page""# : ""
            return #"<li><a href="\#(item.path)"\#(mark)>\#(item.name)</a></li>"#
        }
        return """
            <nav aria-label="\(label)"><ul class="tabs">
            \(links.joined)</ul></nav>
            """
    }
}
