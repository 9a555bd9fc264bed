/// A part of a list, and where it goes on.
package struct ListPage<Element: Sendable>: Sendable {
    package let elements: [Element]
    /// Where the page before and the one after begin; nil where there is none.
    package let previous: ListPosition?
    package let next: ListPosition?
    /// How many there are on all pages.
    package let total: Int
}

/// Where a page of a list begins.
package enum ListPosition: Hashable, Sendable {
    case start
    /// After the row that the mark names.
    case after(ListMark)
    /// Ends before the row that the mark names.
    case before(ListMark)
}

extension ListPage {
    /// Puts a page together from rows that were read one beyond the limit, in the order of
    /// reading: backwards where the page ends before a mark.
    init(
        _ rows: [Element], limit: Int, at position: ListPosition, total: Int,
        mark: (Element) -> ListMark
    ) {
        let hasMore = rows.count > limit
        var elements = Array(rows.prefix(limit))
        var isBackwards = false
        if case .before = position {
            elements.reverse()
            isBackwards = true
        }
        let goesOn = isBackwards || hasMore
        let cameFrom = isBackwards ? hasMore : position != .start
        self.elements = elements
        self.total = total
        next = goesOn ? elements.last.map { .after(mark($0)) } : nil
        previous = cameFrom ? elements.first.map { .before(mark($0)) } : nil
    }
}
