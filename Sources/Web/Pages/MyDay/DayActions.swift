import Agreements
import Documents
import Rules

/// A button that records something at once, or a link to a form that asks for more.
struct DayAction {
    let label: String
    /// The key that does it while its line has the focus.
    let key: String
    /// Where the button posts to.
    var post: String?
    /// The day that the button records.
    var day = ""
    /// Where the link leads.
    var link: String?

    var markup: HTML {
        if let post {
            return """
                <button class="small" formaction="\(post)" name="on" value="\(day)" \
                data-key="\(key)">\(label)</button>
                """
        }
        guard let link else { return "" }
        return "<a class=\"button small\" href=\"\(link)\" data-key=\"\(key)\">\(label)</a>"
    }
}

/// What the reader can record of a line, where they have the right to.
struct DayActions {
    private let words: Words
    private let today: Day
    private let back: String
    private let writable: Set<OwningUnit>
    private let adoptable: Set<OwningUnit>

    /// - Parameter back: Where a form leads back to; empty for the page itself.
    init(_ visit: Visit, back: String) throws {
        let reader = try visit.reader
        words = visit.words
        today = visit.today
        self.back = back == "/" ? "" : "?back=\(LocalPath.encode(back))"
        writable = Set(
            Rights.units(role: reader.role, unit: reader.unit, action: .write, kind: .meeting))
        adoptable = Set(
            Rights.units(role: reader.role, unit: reader.unit, action: .approve, kind: .plan))
    }

    func actions(for entry: DayEntry, owner: OwningUnit) -> [DayAction] {
        switch entry.kind {
        case .meeting where writable.contains(owner): meeting(entry)
        case .followUp where writable.contains(owner): promise("followups", entry)
        case .measure where writable.contains(owner): promise("measures", entry)
        case .planDraft where adoptable.contains(owner):
            [
                DayAction(
                    label: words["do_adopt"], key: "d", post: "/day/plans/\(entry.key)/adopt",
                    day: today.description)
            ]
        default: []
        }
    }

    /// A meeting whose day has passed was held that day unless somebody says another.
    private func meeting(_ entry: DayEntry) -> [DayAction] {
        let form = "/day/meetings/\(entry.key)"
        var held = DayAction(label: words["do_held"], key: "h")
        if entry.dueOn > today {
            held.link = "\(form)/held\(back)"
        } else {
            held = DayAction(
                label: entry.dueOn == today
                    ? words["do_held_today"] : words["do_held_on", shortDate(entry.dueOn)],
                key: "h", post: "\(form)/held", day: entry.dueOn.description)
        }
        var actions = [held]
        if entry.dueOn < today {
            actions.append(
                DayAction(label: words["do_held_other"], key: "m", link: "\(form)/held\(back)"))
        }
        return actions + [
            DayAction(label: words["do_postpone"], key: "p", link: "\(form)/postpone\(back)"),
            DayAction(label: words["do_assign"], key: "x", link: "\(form)/assign\(back)"),
        ]
    }

    private func promise(_ name: String, _ entry: DayEntry) -> [DayAction] {
        let form = "/day/\(name)/\(entry.key)"
        return [
            DayAction(
                label: words["do_done_today"], key: "d", post: "\(form)/done",
                day: today.description),
            DayAction(label: words["do_move"], key: "m", link: "\(form)/move\(back)"),
            DayAction(label: words["do_assign"], key: "x", link: "\(form)/assign\(back)"),
        ]
    }

    /// `26.02.`, in English `26 Feb`.
    private func shortDate(_ day: Day) -> String {
        guard words.language == .en else { return String(words.date(day).prefix(6)) }
        let parts = words.texts.date(day).split(separator: "\u{A0}")
        return "\(parts[0])\u{A0}\(parts[1].prefix(3))"
    }
}
