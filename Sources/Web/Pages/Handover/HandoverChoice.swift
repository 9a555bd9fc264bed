import Agreements

/// What the first step of an offer is made of.
struct HandoverChoice {
    let givers: [HandoverSelection.Person]
    /// Nil where nobody has anything to give.
    let giver: HandoverSelection.Person?
    let agreements: [HandoverSelection.Agreement]
    let receivers: [HandoverSelection.Person]

    /// - Parameter given: What was chosen before, or is named in the address.
    func view(_ visit: Visit, _ given: Form, errors: [String: String]) -> HandoverChoiceView {
        let words = visit.words
        let free = agreements.filter { $0.offeredTo == nil }
        var receiver = FormField("to", words["receiver"], .select(options(words)))
        receiver.value = given["to"]
        receiver.isRequired = true
        receiver.error = errors["to"]
        var chosen = FormField(
            "agreement", words["which"],
            .checkboxes(free.map { .init(value: $0.id, label: "\($0.id) \($0.title)") }))
        chosen.values =
            given["all"] == "1" ? Set(free.map(\.id)) : Set(given.all("agreement"))
        chosen.error = errors["agreement"]
        let offered = agreements.compactMap { agreement in
            agreement.offeredTo.map { words["offered_to", agreement.id, agreement.title, $0] }
        }
        let wrong = [receiver, chosen].filter { $0.error != nil }
        let from = giver?.id ?? ""
        return HandoverChoiceView(
            giver: givers.count > 1 ? giverField(words) : nil, givenBy: from, csrf: visit.csrf,
            receiver: receiver, agreements: chosen, hasAgreements: !free.isEmpty,
            offered: offered, hasOffered: !offered.isEmpty,
            allPath: "/handovers/new?from=\(LocalPath.encode(from))&to="
                + "\(LocalPath.encode(given["to"]))&all=1",
            errors: wrong, hasErrors: !wrong.isEmpty)
    }

    private func giverField(_ words: Words) -> FormField {
        var field = FormField(
            "from", words["giver"],
            .select(givers.map { .init(value: $0.id, label: label($0, words)) }))
        field.value = giver?.id ?? ""
        return field
    }

    private func options(_ words: Words) -> [FormField.Option] {
        [.init(value: "", label: words["choose"])]
            + receivers.map { .init(value: $0.id, label: label($0, words)) }
    }

    private func label(_ person: HandoverSelection.Person, _ words: Words) -> String {
        person.isThere ? person.name : words["away", person.name]
    }
}
