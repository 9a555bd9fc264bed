import Agreements
import GRDB
import Register

/// Makes the forms that lie under one evaluation.
struct EvaluationForms {
    let visit: Visit
    let detail: EvaluationDetail

    init(_ visit: Visit) throws {
        self.visit = visit
        detail = try EvaluationDetail(visit)
    }

    var words: Words { visit.words }

    /// - Parameters:
    ///   - title: Key of the form's name, which its button bears too unless `submit` says another.
    ///   - rest: The form's path below the evaluation's.
    func form(
        _ title: String, _ rest: String, submit: String? = nil, intro: String? = nil,
        version: RecordVersion? = nil
    ) -> RecordForm {
        RecordForm(
            visit: visit, frame: detail.frame(of: words[title], words),
            action: detail.path(rest), cancel: detail.path(), submit: words[submit ?? title],
            intro: intro, version: version)
    }

    /// Text of some lines.
    func area(_ name: String, _ value: String = "", isRequired: Bool = true) -> FormField {
        var field = FormField(name, words["field_\(name)"], .area(rows: 4))
        field.value = value
        field.hint = words["hint_text"]
        field.isRequired = isRequired
        return field
    }

    static func recommendations(_ words: Words) -> [FormField.Option] {
        Recommendation.allCases.map {
            FormField.Option(value: $0.rawValue, label: words["recommend_\($0.rawValue)"])
        }
    }

    /// Two routes of a form: shown, and posted.
    static func routes(
        _ path: String, _ access: Access,
        _ answer: @escaping @Sendable (Visit, _ isPosted: Bool) throws -> Reply
    ) -> [Route] {
        [
            .get(path, access) { try answer($0, false) },
            .post(path, access) { try answer($0, true) },
        ]
    }
}
