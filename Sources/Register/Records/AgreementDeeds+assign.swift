import GRDB

extension AgreementDeeds {
    /// Names who is responsible and who is deputy, and nothing else; nil leaves the place as it is.
    ///
    /// Both must be active, and two people (domain.md, 5, R8).
    package func assign(_ id: String, responsible: String?, deputy: String?) throws {
        let key = try open(id, wanted: "given to others")
        let terms = try AgreementRecord(id, in: steps.db).terms
        let people = (responsible ?? terms.responsible, deputy ?? terms.deputy)
        if let person = people.0, person == people.1 {
            throw RecordRefusal.contradiction(.samePerson(agreement: id, user: person))
        }
        var values: [String: RecordSteps.Value] = [:]
        if let responsible { values["responsible"] = try steps.activeUser(responsible) }
        if let deputy { values["deputy"] = try steps.activeUser(deputy) }
        try steps.change("agreement", key: key, to: values)
    }
}
