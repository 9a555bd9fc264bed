import Agreements
import Documents

/// People's work by week, who is away, and who has how much.
struct WorkView {
    let region: RegionFrame
    let plan: WorkPlan

    private var words: Words { region.words }

    var html: HTML {
        """
        \(region.tabs(.work))
        <h2>\(words["load"])</h2>
        <p class="subtle">\(words["load_note"])</p>
        \(load)
        <h2>\(words["away"])</h2>
        \(away)
        <h2>\(words["people"])</h2>
        \(people)
        """
    }

    private func name(_ person: WorkPlan.Person) -> String {
        person.user?.name ?? words["no_one"]
    }

    private var load: HTML {
        let busy = plan.people.filter { !$0.due.isEmpty }
        guard !busy.isEmpty else { return "<p>\(words["load_none"])</p>" }
        let mondays = plan.mondays
        let chart = LoadChart(
            id: "load", title: words["load"],
            weeks: mondays.map { LoadChart.Week(number: $0.isoWeek.week, monday: $0) },
            people: busy.map { person in
                LoadChart.Person(
                    name: name(person), link: link(person),
                    counts: mondays.map { monday in
                        person.due.count { $0 >= monday && $0 <= monday.adding(days: 6) }
                    },
                    isAway: mondays.map { monday in
                        guard let user = person.user, user.isActive else { return false }
                        return (0..<5).contains { !user.isThere(on: monday.adding(days: $0)) }
                    })
            })
        return chart.figure(words.texts)
    }

    private func link(_ person: WorkPlan.Person) -> String? {
        person.user.map { "/agreements?person=\(LocalPath.encode($0.id))" }
    }

    private var away: HTML {
        guard !plan.away.isEmpty else { return "<p>\(words["away_none"])</p>" }
        let rows = plan.away.map { person -> HTML in
            let dated = person.due.count { day in
                person.user.map { !$0.isThere(on: day) } ?? false
            }
            let isAway = person.user.map { !$0.isThere(on: plan.today) } ?? false
            let mark: HTML =
                isAway ? #" <span class="tag warn">\#(words["away_now"])</span>"# : ""
            return """
                <tr data-row><th scope="row">\(name(person))\(mark)</th><td>\(days(person))</td>\
                <td class="number">\(dated)</td><td class="number">\(person.undeputised)</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["away"]])">
            <table><caption class="hidden">\(words["away"])</caption>
            <thead><tr><th scope="col">\(words["person"])</th><th scope="col">\(words["away"])</th>\
            <th scope="col" class="number">\(words["away_due"])</th>\
            <th scope="col" class="number">\(words["away_undeputised"])</th></tr></thead>
            <tbody>
            \(rows.joined)</tbody></table></div>
            """
    }

    private func days(_ person: WorkPlan.Person) -> String {
        let (from, to) = (
            person.user?.leaveFrom.map(words.date), person.user?.leaveTo.map(words.date)
        )
        switch (from, to) {
        case (let from?, let to?): return words["away_days", from, to]
        case (let from?, nil): return words["away_from", from]
        case (nil, let to?): return words["away_to", to]
        case (nil, nil): return ""
        }
    }

    private var people: HTML {
        let heads = ["responsible_for", "late", "coming", "half_year"]
            .map { #"<th scope="col" class="number">\#(words[$0])</th>"# as HTML }
        return """
            <div class="scroll" role="region" tabindex="0" \
            aria-label="\(words.texts[.scrollTable, words["people"]])">
            <table class="stack"><caption class="hidden">\(words["people"])</caption>
            <thead><tr><th scope="col">\(words["person"])</th><th scope="col">\(words["role"])</th>\
            \(heads)</tr></thead>
            <tbody>
            \(plan.people.map(row).joined)</tbody></table></div>
            """
    }

    private func row(_ person: WorkPlan.Person) -> HTML {
        let shown: HTML =
            link(person).map { #"<a href="\#($0)">\#(name(person))</a>"# } ?? "\(name(person))"
        let month = plan.today.adding(days: 28)
        let role = person.user.map { user in
            words["role_\(user.role.rawValue)"]
                + (user.isActive ? "" : " (\(words["inactive"]))")
        }
        let numbers = [
            ("responsible_for", person.agreements), ("late", person.late),
            ("coming", person.due.count { $0 < month }), ("half_year", person.due.count),
        ].map { key, number -> HTML in
            let style: HTML = key == "late" && number > 0 ? " late" : ""
            return """
                <td class="number\(style)" data-name="\(words[key])">\
                \(words.texts.number(number))</td>
                """
        }
        return """
            <tr data-row><th scope="row">\(shown)</th>\
            <td data-name="\(words["role"])">\(role ?? "")</td>\(numbers)</tr>
            """
    }
}
