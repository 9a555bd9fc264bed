import Agreements
import Foundation
import GRDB
import Register

/// The documents of an agreement: the list, the form that adds one, and their content.
enum DocumentPages {
    /// The largest document, and room for the rest of the form.
    private static let bodyLimit = DocumentDeeds.largest + 64 * 1024

    static let routes: [Route] = [
        .page("/agreements/:agreement/documents", .right(.read, .document, .agreement)) {
            try list($0)
        },
        .post(
            "/agreements/:agreement/documents", .right(.write, .document, .agreement),
            bodyLimit: bodyLimit, upload),
        .get(
            "/agreements/:agreement/documents/:document", .right(.read, .document, .agreement),
            fetch),
    ]

    private static func list(_ visit: Visit, reader: FormReader? = nil, problem: String? = nil)
        throws -> Reply
    {
        let id = try visit.parameter("agreement")
        let (head, documents) = try visit.read { db in
            (try AgreementHead(id, in: db), try DocumentDeeds.all(of: id, in: db))
        }
        let view = AgreementHeadView(visit: visit, head: head, tab: .documents)
        let words = visit.words
        var model: [String: Any] = [
            "head": view.model,
            "documents": documents.map { document -> [String: Any] in
                [
                    "name": document.name, "kind": words["document_\(document.kind.rawValue)"],
                    "size": size(of: document, words),
                    "added": words[
                        "added_by", words.date(document.addedOn), document.addedBy],
                    "path": head.path("documents/\(document.key)"),
                ]
            },
        ]
        if visit.may(.write, .document, of: head.owner) {
            model["package"] = head.path("package")
            let fields = reader?.filled(fields(words)) ?? fields(words)
            model["form"] = visit.formView(
                action: head.path("documents"), fields: fields, submit: words["new_document"],
                problem: problem)
        }
        guard reader == nil, problem == nil else {
            return visit.incomplete("agreement_documents", view.frame, model)
        }
        return visit.page("agreement_documents", view.frame, model)
    }

    private static func fields(_ words: Words) -> [FormField] {
        var file = FormField(
            "file", words["field_file"], .file(accept: DocumentType.endings))
        file.hint = words["hint_file"]
        file.isRequired = true
        var kind = FormField(
            "kind", words["document_kind"],
            .radios(
                DocumentDeeds.Kind.allCases.map {
                    FormField.Option(value: $0.rawValue, label: words["document_\($0.rawValue)"])
                }))
        kind.value = DocumentDeeds.Kind.signed.rawValue
        return [file, kind]
    }

    private static func upload(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let kind = reader.choice(
            "kind", words["document_kind"], of: DocumentDeeds.Kind.self, isRequired: true)
        guard let file = visit.form.file("file"), !file.content.isEmpty else {
            reader.reject("file", words["error_file_missing"])
            return try list(visit, reader: reader)
        }
        guard let type = DocumentType(file.content) else {
            reader.reject("file", words["error_file_kind"])
            return try list(visit, reader: reader)
        }
        guard let kind else { return try list(visit, reader: reader) }
        let id = try visit.parameter("agreement")
        do {
            _ = try visit.write { db in
                try DocumentDeeds(db, author: visit.author, at: visit.now).add(
                    DocumentDeeds.Upload(
                        kind: kind, name: type.name(from: file.name), mediaType: type.rawValue,
                        content: Data(file.content)),
                    to: id)
            }
        } catch let refusal as RecordRefusal {
            reader.reject("file", Refusal(words: words, refusal: refusal).sentence)
            return try list(visit, reader: reader)
        }
        return .redirect(to: AgreementHead.path(of: id, "documents") + "?said=saved")
    }

    /// Saved as a file and never shown: what a browser makes of it is its own affair.
    private static func fetch(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        guard let key = Int64(try visit.parameter("document")) else { throw PageError.notFound }
        return try visit.read { db in
            guard let document = try DocumentDeeds.document(key, in: db),
                document.agreement == id,
                let content = try DocumentDeeds.content(sha256: document.sha256, in: db)
            else { throw PageError.notFound }
            return .attachment(
                Array(content), type: document.mediaType, name: document.name)
        }
    }

    /// In kB of a thousand bytes, one at least.
    private static func size(of document: DocumentDeeds.Held, _ words: Words) -> String {
        "\(words.texts.number(max(1, document.size / 1000)))\u{A0}kB"
    }
}
