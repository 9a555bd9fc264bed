import Documents

/// Chooses the period and what it is compared with; works by GET, so that the choice can be sent
/// to others.
struct PeriodForm {
    let chosen: ChosenPeriod
    let words: Words
    let action: String
    /// What the address holds besides.
    var kept: [(String, String)] = []
    /// Chosen with the period, such as an indicator.
    var others: [Choice] = []
    var compares = true

    /// A field of the form.
    struct Choice {
        let name: String
        let label: String
        let options: [(value: String, label: String)]
        let value: String
    }

    var html: HTML {
        let choices = others + (compares ? own : Array(own.prefix(2)))
        let hidden = (kept + chosen.part.days).map {
            #"<input type="hidden" name="\#($0.0)" value="\#($0.1)">"# as HTML
        }
        return """
            <form class="filters inline" method="get" action="\(action)">
            \(hidden)\(choices.map(field).joined)\
            <button type="submit">\(words["show"])</button>
            </form>
            """
    }

    private var own: [Choice] {
        let text = FigureText(words: words)
        let years = (chosen.today.year - ChosenPeriod.yearCount + 1...chosen.today.year).reversed()
        return [
            Choice(
                name: "year", label: words["period_year"],
                options: years.map { (String($0), String($0)) }, value: String(chosen.year)),
            Choice(
                name: "part", label: words["period_part"],
                options: parts.map { ($0.code, text.name(of: $0)) },
                value: chosen.part.code),
            Choice(
                name: "against", label: words["period_against"],
                options: [("none", words["period_none"])]
                    + chosen.otherYears.map { (String($0), String($0)) },
                value: chosen.against.map { String($0) } ?? "none"),
        ]
    }

    /// Days that no choice stands for are one while they are chosen.
    private var parts: [ChosenPeriod.Part] {
        (chosen.part.span == nil ? [] : [chosen.part]) + ChosenPeriod.Part.all
    }

    private func field(_ choice: Choice) -> HTML {
        let options = choice.options.map { option -> HTML in
            let mark: HTML = option.value == choice.value ? " selected" : ""
            return #"<option value="\#(option.value)"\#(mark)>\#(option.label)</option>"#
        }
        return """
            <div><label for="choose-\(choice.name)">\(choice.label)</label>\
            <select id="choose-\(choice.name)" name="\(choice.name)">\(options)</select></div>
            """
    }
}
