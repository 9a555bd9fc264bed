import Agreements
import Foundation
import Register

/// Says what a field was and became, in a reader's language.
struct ChangeText {
    let words: Words

    func sentence(_ change: FieldChange) -> String {
        let name = words.known("field_\(change.field)") ?? change.field
        let before = change.before.map { value($0, of: change.field) } ?? ""
        let after = change.after.map { value($0, of: change.field) } ?? ""
        if before.isEmpty { return words["set_to", name, after] }
        if after.isEmpty { return words["taken_away", name, before] }
        return words["from_to", name, before, after]
    }

    /// The changes that an amendment keeps as JSON; nothing for a text that is none.
    func sentences(ofStored changes: String) -> [String] {
        do {
            return try JSONDecoder().decode([FieldChange].self, from: Data(changes.utf8))
                .map(sentence)
        } catch {
            return []
        }
    }

    /// Days, words of closed lists and truths as people read them; anything else as it is.
    func value(_ value: String, of field: String) -> String {
        if let day = Day(value) { return words.date(day) }
        switch field {
        case "areas":
            return value.split(separator: "|").map { words.known("area_\($0)") ?? String($0) }
                .joined(separator: ", ")
        case "measurable": return words[value == "1" ? "measurable" : "not_measurable"]
        case "counterpart_signatory": return words.known("signatory_\(value)") ?? value
        case "side", "kind", "level": return words.known("\(field)_\(value)") ?? value
        case "minutes_state": return words.known("state_\(value)") ?? value
        case "status", "state": return words.known("state_\(value)") ?? value
        default: return value
        }
    }
}
