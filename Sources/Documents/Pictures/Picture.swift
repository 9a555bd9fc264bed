/// What a page draws, with the table that says the same to whoever does not see it.
package protocol Picture: Sendable {
    /// The drawing alone.
    func drawing(_ texts: Texts) -> HTML

    /// Every value of the drawing as text.
    func table(_ texts: Texts) -> PictureTable
}

extension Picture {
    /// The drawing, and below it the table, folded until somebody asks for it.
    package func figure(_ texts: Texts) -> HTML {
        """
        <div class="picture">
        \(drawing(texts))
        <details><summary>\(texts[.showTable])</summary>
        \(table(texts).html(texts))
        </details>
        </div>
        """
    }
}
