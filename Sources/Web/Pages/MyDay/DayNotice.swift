import Agreements
import GRDB
import Mustache
import Register

/// Says what was just recorded, and offers to take it back where that is honest.
struct DayNotice: MustacheParent {
    private let text: String
    private let place: String?
    private let undo: String?
    private let correct: String?

    /// Nil when the address names no deed of the reader's own.
    init?(_ visit: Visit, in db: Database) throws {
        guard let seq = Int64(visit.query["did"]), seq > 0,
            let deed = try DayDeed.recorded(as: seq, by: visit.reader.id, in: db)
        else { return nil }
        let words = visit.words
        text = words["did", DayDeedText(words: words).sentence(deed)]
        place =
            deed.parties.isEmpty
            ? nil
            : DayName(words: words, today: visit.today)
                .parties(deed.parties, or: "")
        correct = deed.kind == .activity ? "/log/\(deed.key)" : nil
        let subject = deed.kind == .planned ? nil : TakingBack.Subject(rawValue: deed.table)
        let isPossible = try subject.map {
            try TakingBack(db, author: visit.author, at: visit.now).isPossible(
                $0, key: deed.key, version: RecordVersion(seq: seq))
        }
        undo = isPossible == true ? String(seq) : nil
    }

    func child(named key: String) -> Any? {
        switch key {
        case "text": text
        case "place": place
        case "undo": undo
        case "correct": correct
        default: nil
        }
    }
}
