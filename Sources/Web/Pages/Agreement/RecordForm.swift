import Agreements
import Foundation
import GRDB
import Register

/// A form that writes one record: shown with its values, and posted back with the version that
/// it was made from.
///
/// What a deed refuses stands at its field or on top, with everything typed still there. When
/// somebody else changed the record meanwhile, their change is shown, taken over where the field
/// was not touched, and the next try expects the version that has it.
struct RecordForm {
    let visit: Visit
    let frame: Visit.Frame
    let action: String
    let cancel: String
    let submit: String
    /// What the form is about, above it.
    var intro: String?
    /// What is registered as the form is made; nil where nothing is edited.
    var version: RecordVersion?
    /// Another form that may have been meant: its name and address.
    var other: (name: String, path: String)?

    private static let template = "agreement_form"
    private static let versionField = "version"

    private var words: Words { visit.words }

    /// The form as it is first shown.
    func show(_ fields: [FormField]) -> Reply {
        visit.page(Self.template, frame, model(fields, version: version))
    }

    /// Reads what was posted and writes it; the address to go on to comes from `write`.
    ///
    /// - Parameters:
    ///   - read: The typed values; nil with something rejected in the reader.
    ///   - write: The deed, in a transaction of its own.
    func accept<Input>(
        _ fields: [FormField], read: (inout FormReader) throws -> Input?,
        write: (Database, Input, RecordVersion?) throws -> String
    ) throws -> Reply {
        var reader = visit.formReader
        let expected = Int64(visit.form[Self.versionField]).map(RecordVersion.init)
        guard let input = try read(&reader), reader.isValid else {
            return incomplete(reader.filled(fields), version: expected)
        }
        do {
            let path = try visit.write { try write($0, input, expected) }
            return .redirect(to: path)
        } catch RecordRefusal.movedOn(let moved) {
            return conflict(moved, reader.filled(fields))
        } catch let refusal as RecordRefusal {
            return refused(Refusal(words: words, refusal: refusal), reader, fields, expected)
        }
    }

    private func refused(
        _ refusal: Refusal, _ reader: FormReader, _ fields: [FormField],
        _ version: RecordVersion?
    ) -> Reply {
        guard let name = refusal.field, fields.contains(where: { $0.name == name }) else {
            return incomplete(
                reader.filled(fields), version: version, problem: refusal.sentence)
        }
        var reader = reader
        reader.reject(name, refusal.sentence)
        return incomplete(reader.filled(fields), version: version)
    }

    private func conflict(_ moved: MovedOn, _ fields: [FormField]) -> Reply {
        let merge = FieldMerge(moved: moved, words: words)
        return incomplete(
            fields.map(merge.merged), version: moved.current, problem: words["conflict_do"],
            changes: merge.lines)
    }

    private func incomplete(
        _ fields: [FormField], version: RecordVersion?, problem: String? = nil,
        changes: [String] = []
    ) -> Reply {
        visit.incomplete(
            Self.template, frame,
            model(fields, version: version, problem: problem, changes: changes))
    }

    private func model(
        _ fields: [FormField], version: RecordVersion?, problem: String? = nil,
        changes: [String] = []
    ) -> [String: Any] {
        var fields = fields
        if let version {
            var hidden = FormField(Self.versionField, "", .hidden)
            hidden.value = String(version.seq)
            fields.append(hidden)
        }
        let form = visit.formView(
            action: action, fields: fields, submit: submit, cancel: cancel, problem: problem)
        return [
            "form": form, "intro": shown(intro), "changes": changes,
            "other": shown(other?.name), "other_path": other?.path ?? "",
        ]
    }
}

/// Brings together what two people wrote in one record.
struct FieldMerge {
    let moved: MovedOn
    let words: Words

    /// What somebody else changed, when, from what to what.
    var lines: [String] {
        let text = ChangeText(words: words)
        return moved.changes.map { change in
            let what = change.fields.map(text.sentence)
            return words[
                "conflict_line", change.actor, words.instant(change.at),
                what.isEmpty ? words["history_added"] : what.joined(separator: "; ")]
        }
    }

    /// The field with the other's value where the reader left it as it was; else with the
    /// reader's, and the other's beside it.
    func merged(_ field: FormField) -> FormField {
        let changes = moved.changes.flatMap(\.fields).filter { $0.field == field.name }
        guard let first = changes.first, let last = changes.last else { return field }
        var field = field
        if isUntouched(field, first.before) {
            field.value = last.after ?? ""
            field.values = Set(Self.parts(of: last.after))
            field.hint = words["conflict_taken"]
        } else {
            let text = ChangeText(words: words).value(last.after ?? "", of: field.name)
            field.error = words["conflict_both", field.label, text]
        }
        return field
    }

    private func isUntouched(_ field: FormField, _ before: String?) -> Bool {
        switch field.kind {
        case .checkboxes: field.values == Set(Self.parts(of: before))
        case .checkbox: (field.value == "true") == (before == "1")
        default: field.value == (before ?? "")
        }
    }

    /// Lists are kept with bars, and shown with commas where they were identifiers.
    private static func parts(of value: String?) -> [String] {
        (value ?? "").replacing(", ", with: "|").split(separator: "|").map(String.init)
    }
}

/// A text for a template: false where there is none, so that its section is left out.
func shown(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return false }
    return text
}

extension Words {
    /// An instant as the audit trail keeps it, in Oslo: `03.05.2026 14:30`.
    func instant(_ text: String) -> String { Instant(text).map(moment) ?? text }
}
