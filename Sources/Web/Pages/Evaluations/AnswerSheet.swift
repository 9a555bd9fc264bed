import Agreements
import GRDB
import Register

/// The form in which either side scores the dimensions of an evaluation, each with a comment.
///
/// What was typed is saved before anything else is tried with it, and stays in the form where it
/// cannot be saved.
struct AnswerSheet {
    let words: Words
    let kind: AgreementKind
    /// Where it is posted to.
    let action: String
    let csrf: String
    var answers: [Answers.Answer]
    /// When the answers were saved that it shows; nil for none.
    var stamp: String?
    /// What is wrong, by the names of fields.
    var errors: [String: String] = [:]
    /// What is wrong with all of it.
    var problem: String?
    /// What somebody else saved meanwhile.
    var meanwhile: [Answers.Answer] = []

    /// What is done with what is posted.
    enum Deed: String {
        case save
        case deliver
    }

    /// The button that was pressed; saving where it cannot be told.
    static func deed(_ form: Form) -> Deed { Deed(rawValue: form["do"]) ?? .save }

    // MARK: Posting

    /// Reads what was posted over what the sheet shows.
    mutating func read(_ form: Form) {
        var reader = FormReader(form, words: words)
        answers = Dimension.all(for: kind).map { dimension in
            let name = words.dimension(dimension)
            let score = reader.number("score_\(dimension)", name, in: 1...6)
            let comment = reader.text(
                "comment_\(dimension)", words["comment_on", name], limit: Answers.longestComment)
            if reader.errors["comment_\(dimension)"] != nil {
                return .init(
                    dimension: dimension, score: score, comment: form["comment_\(dimension)"])
            }
            return .init(dimension: dimension, score: score, comment: comment)
        }
        stamp = form["stamp"].isEmpty ? nil : form["stamp"]
        errors = reader.errors
    }

    /// Saves what was read, and delivers it where that was asked for; each in a transaction of its
    /// own. Answers what was done, or nil with the reason in the sheet.
    mutating func accept(
        _ visit: Visit, _ deed: Deed, evaluation: Int64, side: ScoringSide,
        save: (Database) throws -> Void, deliver: (Database) throws -> Void
    ) throws -> Deed? {
        guard errors.isEmpty else { return nil }
        func held() throws -> Answers.Held {
            try visit.read { try Answers.held(by: side, evaluation, kind, in: $0) }
        }
        do {
            try visit.write(save)
            stamp = try held().stamp
            if deed == .deliver { try visit.write(deliver) }
            return deed
        } catch RecordRefusal.contradiction(.answeredMeanwhile) {
            let held = try held()
            (meanwhile, stamp) = (held.answers, held.stamp)
            problem = words["answered_meanwhile"]
        } catch RecordRefusal.contradiction(.scoreTakenAway(_, let dimension)) {
            errors["score_\(dimension)"] = words["score_taken_away", words.dimension(dimension)]
        } catch RecordRefusal.identityNumber(let field) {
            let dimension = String(field.dropFirst("comment_".count))
            errors[field] = words["error_identity", words.dimension(dimension)]
        } catch let refusal as RecordRefusal {
            problem = Refusal(words: words, refusal: refusal).sentence
        }
        return nil
    }

    // MARK: Showing

    var model: [String: Any] {
        [
            "action": action, "csrf": csrf, "stamp": stamp ?? "", "scores": answers.map(line),
            "problem": shown(problem), "has_errors": problem != nil || !errors.isEmpty,
            "errors": errors.sorted { $0.key < $1.key }.map {
                ["id": "field-\($0.key)", "error": $0.value]
            },
        ]
    }

    private func line(_ answer: Answers.Answer) -> [String: Any] {
        let name = words.dimension(answer.dimension)
        let score = "score_\(answer.dimension)"
        let comment = "comment_\(answer.dimension)"
        let chosen = answer.score.map(String.init) ?? ""
        let grades = (1...6).map { (String($0), String($0)) } + [("", words["blank"])]
        return [
            "name": name, "about": shown(words.known("about_\(answer.dimension)")),
            "score_id": "field-\(score)", "score_name": score,
            "comment_id": "field-\(comment)", "comment_name": comment,
            "comment": answer.comment ?? "", "is_wrong": (errors[score] ?? errors[comment]) != nil,
            "score_error": shown(errors[score]), "comment_error": shown(errors[comment]),
            "meanwhile": shown(other(than: answer)),
            "grades": grades.map { value, label in
                ["value": value, "label": label, "isChosen": value == chosen]
            },
        ]
    }

    /// What somebody else saved of the dimension, where it differs.
    private func other(than answer: Answers.Answer) -> String? {
        guard let saved = meanwhile.first(where: { $0.dimension == answer.dimension }),
            saved != answer
        else { return nil }
        return words[
            "meanwhile", saved.score.map(String.init) ?? words["blank"], saved.comment ?? "–"]
    }
}
