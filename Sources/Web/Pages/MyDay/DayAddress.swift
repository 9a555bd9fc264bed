import Agreements
import Documents

/// The page's own address, and those of the other ways to see it.
struct DayAddress {
    let scope: DayScope
    let part: DayPart?
    let offset: Int
    let reader: User

    /// As short as can be: `/` for what the reader sees first.
    var path: String { path(scope, part, offset) }

    func path(of part: DayPart?, from offset: Int = 0) -> String { path(scope, part, offset) }

    /// Mine, and my unit; who is in head office chooses a unit in a list beside them.
    func scopes(_ words: Words) -> [DayLink] {
        var scopes: [(String, DayScope)] = []
        if reader.role != .administrator, reader.role != .auditor {
            scopes.append((words["scope_mine"], .mine))
        }
        if reader.unit == .central {
            scopes.append((words["scope_all"], .everywhere))
        } else {
            scopes.append(
                (words["region", words.texts[reader.unit.text]], .unit(reader.unit)))
        }
        return scopes.map {
            DayLink(label: $0.0, path: path($0.1, part, 0), isCurrent: $0.1 == scope)
        }
    }

    /// Nil for somebody in a region.
    func units(_ words: Words) -> [FormField.Option]? {
        guard reader.unit == .central else { return nil }
        let all = [("all", words["scope_all"])]
        let mine =
            reader.role == .administrator || reader.role == .auditor
            ? [] : [("mine", words["scope_mine"])]
        return
            (mine + all
            + OwningUnit.allCases.map { ($0.rawValue, words.texts[$0.text]) }).map {
                FormField.Option(value: $0.0, label: $0.1, isChosen: $0.0 == scope.value)
            }
    }

    func tabs(_ words: Words, counts: (DayPart) -> Int) -> [DayLink] {
        var tabs = [
            DayLink(label: words["tab_overview"], path: path(of: nil), isCurrent: part == nil)
        ]
        for other in DayPart.allCases {
            let count = counts(other)
            guard count > 0 || other == part || other == .ahead else { continue }
            let name = words[title(of: other)]
            tabs.append(
                DayLink(
                    label: other == .ahead ? name : "\(name) (\(words.texts.number(count)))",
                    path: path(of: other), isCurrent: other == part))
        }
        return tabs
    }

    /// The key of a part's name; what a unit waits for does not wait for the reader.
    func title(of part: DayPart) -> String {
        part == .waiting && scope != .mine ? "part_waiting_unit" : "part_\(part.rawValue)"
    }

    private func path(_ scope: DayScope, _ part: DayPart?, _ offset: Int) -> String {
        var pairs: [String] = []
        if scope != DayScope("", reader: reader) { pairs.append("who=\(scope.value)") }
        if let part { pairs.append("show=\(part.rawValue)") }
        if offset > 0 { pairs.append("from=\(offset)") }
        return pairs.isEmpty ? "/" : "/?\(pairs.joined(separator: "&"))"
    }
}
