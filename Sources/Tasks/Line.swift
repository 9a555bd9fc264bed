/// Things that leave in the order in which they came.
package struct Line<Element> {
    private var elements: [Element] = []
    private var head = 0

    package init() {}

    package var count: Int { elements.count - head }
    package var isEmpty: Bool { count == 0 }
    /// The one that leaves next.
    package var first: Element? { head < elements.count ? elements[head] : nil }

    package mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Takes the first ones out, as many as there are up to the limit.
    package mutating func take(upTo limit: Int) -> [Element] {
        let end = head + max(0, min(limit, count))
        let taken = Array(elements[head..<end])
        head = end
        compact()
        return taken
    }

    /// Puts things that were taken back to the front, in this order.
    package mutating func putBack(_ returned: [Element]) {
        elements.replaceSubrange(0..<head, with: returned)
        head = 0
    }

    /// Drops what has left once it is half of the whole, which costs each element one move.
    private mutating func compact() {
        guard head > 64, head * 2 >= elements.count else {
            if head == elements.count {
                elements.removeAll(keepingCapacity: true)
                head = 0
            }
            return
        }
        elements.removeFirst(head)
        head = 0
    }
}

extension Line: Sendable where Element: Sendable {}
