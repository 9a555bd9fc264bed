import Agreements
import GRDB
import Register

/// The fields of an agreement's terms, for new ones and for changed ones.
struct AgreementForm {
    let words: Words
    let choices: AgreementChoices

    /// Fields in which the terms stand; signature and signatory where it is signed.
    func fields(_ terms: AgreementTerms, isSigned: Bool) -> [FormField] {
        var fields = [
            field("title", .text(), terms.title, isRequired: true),
            field(
                "designation", .text(), terms.designation, hint: words["hint_designation"]),
            kind(terms), parties(terms),
            field(
                "add_party", .area(rows: 2), "", hint: words["hint_add_party"]),
            field("purpose", .area(rows: 4), terms.purpose, hint: words["hint_text"]),
            areas(terms),
            field("valid_from", .day, terms.validFrom?.description),
            field("valid_to", .day, terms.validTo?.description, hint: words["hint_valid_to"]),
            field(
                "strategic_meetings_per_year", .number,
                terms.strategicMeetingsPerYear.map(String.init)),
            field(
                "operational_meetings_per_year", .number,
                terms.operationalMeetingsPerYear.map(String.init)),
            person("responsible", terms.responsible), person("deputy", terms.deputy),
        ]
        if isSigned { fields += signature(terms.signedOn, terms.counterpartSignatory) }
        if terms.parties.isEmpty { fields.removeAll { $0.name == "parties" } }
        return fields
    }

    func signature(_ signedOn: Day?, _ signatory: Signatory?) -> [FormField] {
        [
            field("signed_on", .day, signedOn?.description, isRequired: true),
            field(
                "counterpart_signatory",
                .radios(options(Signatory.self, "signatory")), signatory?.rawValue),
        ]
    }

    /// The terms as they were typed; nil with something rejected.
    func read(_ reader: inout FormReader, isSigned: Bool) -> AgreementTerms? {
        let title = reader.text("title", name("title"), isRequired: true, limit: 200)
        let kind = reader.choice("kind", name("kind"), of: AgreementKind.self, isRequired: true)
        let parties = readParties(&reader)
        var terms = AgreementTerms(
            title: title ?? "", kind: kind ?? .municipal, parties: parties)
        terms.designation = reader.text("designation", name("designation"), limit: 100) ?? ""
        terms.purpose = reader.text("purpose", name("purpose"), limit: 4000)
        terms.areas = Set(reader.choices("areas", name("areas"), of: Area.self))
        terms.validFrom = reader.day("valid_from", name("valid_from"))
        terms.validTo = reader.day("valid_to", name("valid_to"))
        terms.strategicMeetingsPerYear = reader.number(
            "strategic_meetings_per_year", name("strategic_meetings_per_year"), in: 0...50)
        terms.operationalMeetingsPerYear = reader.number(
            "operational_meetings_per_year", name("operational_meetings_per_year"), in: 0...50)
        terms.responsible = readPerson("responsible", &reader)
        terms.deputy = readPerson("deputy", &reader)
        if isSigned {
            terms.signedOn = reader.day("signed_on", name("signed_on"), isRequired: true)
            terms.counterpartSignatory = reader.choice(
                "counterpart_signatory", name("counterpart_signatory"), of: Signatory.self)
        }
        return reader.isValid ? terms : nil
    }

    /// Somebody who can be chosen; anything else is rejected.
    func readPerson(_ place: String, _ reader: inout FormReader) -> String? {
        guard let id = reader.text(place, name(place)) else { return nil }
        guard choices.people.contains(where: { $0.id == id }) else {
            reader.reject(place, words["error_choose", name(place)])
            return nil
        }
        return id
    }

    // MARK: Parts

    func name(_ field: String) -> String { words["field_\(field)"] }

    func field(
        _ name: String, _ kind: FormField.Kind, _ value: String?, hint: String? = nil,
        isRequired: Bool = false
    ) -> FormField {
        var field = FormField(name, self.name(name), kind)
        field.value = value ?? ""
        field.hint = hint
        field.isRequired = isRequired
        return field
    }

    func options<Value: RawRepresentable<String> & CaseIterable>(
        _ type: Value.Type, _ prefix: String
    ) -> [FormField.Option] {
        Value.allCases.map {
            FormField.Option(value: $0.rawValue, label: words["\(prefix)_\($0.rawValue)"])
        }
    }

    func person(_ place: String, _ id: String?) -> FormField {
        let people = choices.people.map { FormField.Option(value: $0.id, label: $0.name) }
        return field(
            place, .select([FormField.Option(value: "", label: words["choose"])] + people), id)
    }

    private func kind(_ terms: AgreementTerms) -> FormField {
        field(
            "kind", .radios(options(AgreementKind.self, "kind")), terms.kind.rawValue,
            isRequired: true)
    }

    private func areas(_ terms: AgreementTerms) -> FormField {
        var field = field("areas", .checkboxes(options(Area.self, "area")), nil)
        field.values = Set(terms.areas.map(\.rawValue))
        return field
    }

    /// Those that it has, each to be taken away; new ones are written in a field of their own.
    private func parties(_ terms: AgreementTerms) -> FormField {
        let options = terms.parties.map { id in
            FormField.Option(
                value: id, label: choices.parties.first { $0.id == id }?.name ?? id)
        }
        var field = field("parties", .checkboxes(options), nil)
        field.values = Set(terms.parties)
        return field
    }

    private func readParties(_ reader: inout FormReader) -> [String] {
        var parties = reader.form.all("parties").filter { id in
            choices.parties.contains { $0.id == id }
        }
        let typed = reader.text("add_party", name("add_party"), limit: 2000) ?? ""
        for line in typed.split(separator: "\n").map({ String($0).trimmed }) where !line.isEmpty {
            let found = choices.parties(named: line)
            if let party = found.first, found.count == 1 {
                parties.append(party.id)
            } else if found.isEmpty {
                reader.reject("add_party", words["error_party", line])
            } else {
                let names = found.prefix(5).map { "\($0.name) (\($0.id))" }
                reader.reject(
                    "add_party",
                    words["error_parties", line, names.joined(separator: ", ")])
            }
        }
        return parties
    }
}

/// Who and what an agreement's form can name.
struct AgreementChoices: Sendable {
    /// Active users of the unit, and those who stand there already.
    var people: [AgreementHead.Person]
    var parties: [Counterpart]

    struct Counterpart: Sendable {
        var id: String
        var name: String
        var municipalityNumber: String?
    }

    /// By id, number or whole name; else by a part of the name. «Hammerfest» is the municipality,
    /// and not whoever else has an office there.
    func parties(named text: String) -> [Counterpart] {
        let wanted = text.lowercased()
        let names: Set = [wanted, "\(wanted) kommune"]
        let exact = parties.filter {
            $0.id.lowercased() == wanted || $0.municipalityNumber == wanted
                || names.contains($0.name.lowercased())
        }
        return exact.isEmpty
            ? parties.filter { $0.name.lowercased().contains(wanted) } : exact
    }
}
