import Agreements
import Mustache
import Rules

/// The fields that choose what the list shows.
struct AgreementFilters: MustacheParent {
    private let words: Words
    private let request: AgreementRequest
    private let people: [Colleagues.Person]

    init(words: Words, request: AgreementRequest, people: [Colleagues.Person]) {
        self.words = words
        self.request = request
        self.people = people
    }

    func child(named key: String) -> Any? {
        let filter = request.filter
        switch key {
        case "owner":
            return choices(OwningUnit.allCases, filter.owners) { words.name($0) }
        case "kind":
            return choices(AgreementKind.allCases, filter.kinds) { words.name($0) }
        case "status":
            return choices(AgreementStatus.allCases, filter.statuses) { words.name($0) }
        case "area":
            return choices(Area.allCases, Set([filter.area].compactMap(\.self))) { words.name($0) }
        case "missing":
            return choices(Requirement.allCases, Set([filter.missing].compactMap(\.self))) {
                "\($0.rawValue) \(words.name($0))"
            }
        case "person":
            return people.map {
                FormField.Option(value: $0.id, label: $0.name, isChosen: $0.id == filter.person)
            }
        case "columns":
            return choices(AgreementColumn.allCases, Set(request.columns)) { words[$0.key] }
        case "inForce": return filter.inForceOn?.description ?? ""
        case "expiresBefore": return filter.expiresBefore?.description ?? ""
        case "late": return filter.hasLateFollowUps
        default: return nil
        }
    }

    private func choices<Value: RawRepresentable<String> & Hashable>(
        _ values: [Value], _ chosen: Set<Value>, _ label: (Value) -> String
    ) -> [FormField.Option] {
        values.map {
            FormField.Option(
                value: $0.rawValue, label: label($0), isChosen: chosen.contains($0))
        }
    }
}
