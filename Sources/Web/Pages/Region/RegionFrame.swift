import Agreements
import Documents
import Rules

/// What the pages about one region have in common.
struct RegionFrame: Sendable {
    /// A page of its own address.
    enum Side: String, CaseIterable {
        case requirements, work, uncovered

        var ending: String { self == .requirements ? "" : "/\(rawValue)" }
    }

    let words: Words
    let unit: OwningUnit
    let today: Day

    /// Throws `PageError.notFound` for a unit that does not exist.
    init(_ visit: Visit) throws {
        guard let unit = OwningUnit(rawValue: try visit.parameter("unit")) else {
            throw PageError.notFound
        }
        self.unit = unit
        words = visit.words
        today = visit.today
    }

    var name: String { words.texts[unit.text] }

    func path(_ side: Side = .requirements) -> String { "/regions/\(unit.rawValue)\(side.ending)" }

    func frame(_ side: Side) -> Visit.Frame {
        let title = unit == .central ? words["title_central"] : words["title", name]
        return Visit.Frame(title: title, menu: "nav_region", help: "region")
    }

    /// All units, then the sides of this one.
    func tabs(_ side: Side) -> HTML {
        let units = Tabs(
            label: words["units"],
            items: OwningUnit.allCases.map { other in
                let ending = other == .central && side == .uncovered ? "" : side.ending
                return (
                    words.texts[other.text], "/regions/\(other.rawValue)\(ending)", other == unit
                )
            })
        let sides = Tabs(
            label: words["sides"],
            items: Side.allCases.filter { unit != .central || $0 != .uncovered }.map {
                (words["tab_\($0.rawValue)"], path($0), $0 == side)
            })
        return "\(units.html)\n\(sides.html)"
    }
}
