import Documents

/// Leads to the pages before and after.
struct Pager {
    let words: Words
    /// From 1.
    let page: Int
    let count: Int
    let path: (Int) -> String

    var html: HTML {
        let before: HTML =
            page > 1
            ? #"<a href="\#(path(page - 1))" rel="prev">\#(words["previous_page"])</a>"# : ""
        let after: HTML =
            page < count
            ? #"<a href="\#(path(page + 1))" rel="next">\#(words["next_page"])</a>"# : ""
        return """
            <nav class="pager" aria-label="\(words["page_of", String(page), String(count)])">\
            \(before) <span>\(words["page_of", String(page), String(count)])</span> \(after)</nav>
            """
    }
}
