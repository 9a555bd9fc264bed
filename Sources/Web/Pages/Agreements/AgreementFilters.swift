import Agreements
import Documents
import Rules

/// The fields that choose what the list shows, written directly as its rows are: they are a
/// hundred choices, of which a template reads each several times.
struct AgreementFilters {
    let words: Words
    let request: AgreementRequest
    let people: [Colleagues.Person]

    var markup: String {
        let filter = request.filter
        let html: HTML = """
            <div class="choices">
            \(ticks("owner", OwningUnit.allCases, filter.owners) { words.name($0) })
            \(ticks("kind", AgreementKind.allCases, filter.kinds) { words.name($0) })
            \(ticks("status", AgreementStatus.allCases, filter.statuses) { words.name($0) })
            \(ticks("columns", AgreementColumn.allCases, Set(request.columns), as: "col") {
                words[$0.key]
            })
            <div class="stackfields">
            \(list("area", words["any"], Area.allCases.map { ($0.rawValue, words.name($0)) },
                chosen: filter.area?.rawValue))
            \(list("person", words["any"], people.map { ($0.id, $0.name) }, chosen: filter.person))
            \(list("missing", "–", Requirement.allCases.map {
                ($0.rawValue, "\($0.rawValue) \(words.name($0))")
            }, chosen: filter.missing?.rawValue))
            \(day("in_force", filter.inForceOn))
            \(day("expires_before", filter.expiresBefore))
            <label class="tick"><input type="checkbox" name="late" value="true"\
            \(filter.hasLateFollowUps ? " checked" : "" as HTML)> \(words["late"])</label>
            </div>
            </div>

            """
        return html.markup
    }

    /// Choices of which several may hold.
    ///
    /// - Parameter name: What they are called in the address; else as their key is.
    private func ticks<Value: RawRepresentable<String> & Hashable>(
        _ key: String, _ values: [Value], _ chosen: Set<Value>, as name: String? = nil,
        _ label: (Value) -> String
    ) -> HTML {
        let choices: [HTML] = values.map { value in
            """
            <label class="tick"><input type="checkbox" name="\(name ?? key)" \
            value="\(value.rawValue)"\(chosen.contains(value) ? " checked" : "" as HTML)> \
            \(label(value))</label>
            """
        }
        return "<fieldset><legend>\(words[key])</legend>\(choices)</fieldset>"
    }

    /// A choice of one, or of none as the first option says.
    private func list(
        _ key: String, _ none: String, _ values: [(value: String, label: String)],
        chosen: String?
    ) -> HTML {
        let options: [HTML] = values.map { value, label in
            """
            <option value="\(value)"\(value == chosen ? " selected" : "" as HTML)>\
            \(label)</option>
            """
        }
        return """
            <div><label for="\(key)">\(words[key])</label><select id="\(key)" name="\(key)">\
            <option value="">\(none)</option>\(options)</select></div>
            """
    }

    private func day(_ key: String, _ day: Day?) -> HTML {
        """
        <div><label for="\(key)">\(words[key])</label><input id="\(key)" name="\(key)" \
        type="date" value="\(day?.description ?? "")"></div>
        """
    }
}
