import Agreements
import GRDB
import Register

/// Makes the forms of what lies under one agreement.
struct UnderAgreement {
    let visit: Visit
    let head: AgreementHead
    let fields: AgreementForm

    /// For a path that names the agreement.
    init(_ visit: Visit) throws {
        let id = try visit.parameter("agreement")
        try self.init(visit) { try AgreementHead(id, in: $0) }
    }

    /// For a path that names a row of a table under an agreement.
    init(_ visit: Visit, of table: Scope.UnderAgreement) throws {
        let key = try visit.key()
        try self.init(visit) { try AgreementHead.over(table, key: key, in: $0) }
    }

    private init(_ visit: Visit, find: (Database) throws -> AgreementHead) throws {
        self.visit = visit
        (head, fields) = try visit.read { db in
            let head = try find(db)
            let people = try AgreementChoices.people(
                of: head.owner, agreement: head.key, in: db)
            return (
                head,
                AgreementForm(
                    words: visit.words, choices: AgreementChoices(people: people, parties: []))
            )
        }
    }

    var words: Words { visit.words }

    /// - Parameters:
    ///   - title: Key of the form's name, which its button bears too unless `submit` says another.
    ///   - back: Where «cancel» leads, under the agreement.
    func form(
        _ title: String, action: String, back: String, submit: String = "save",
        intro: String? = nil, version: RecordVersion? = nil
    ) -> RecordForm {
        let view = AgreementHeadView(visit: visit, head: head, tab: .overview)
        return RecordForm(
            visit: visit, frame: view.frame(of: words[title]), action: action, cancel: back,
            submit: words[submit], intro: intro.map { words[$0] }, version: version)
    }

    func version(_ table: String, _ key: Int64) throws -> RecordVersion? {
        try visit.read { try RecordVersion.of(table, key: key, in: $0) }
    }

    func side(_ side: Side?) -> FormField {
        fields.field(
            "side", .radios(fields.options(Side.self, "side")), side?.rawValue, isRequired: true)
    }
}
