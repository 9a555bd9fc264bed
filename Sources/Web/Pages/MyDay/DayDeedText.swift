import Agreements
import Documents

/// Says in a sentence what somebody recorded.
struct DayDeedText {
    let words: Words

    /// `Holdt 26.02.2013: Bosetting`, without whom it was with.
    func sentence(_ deed: DayDeed) -> String {
        let day = deed.day.map { words.date($0) } ?? ""
        switch deed.kind {
        case .activity: return deed.title ?? activity(deed)
        case .held, .postponed: return words["deed_\(deed.kind.rawValue)", subject(deed), day]
        case .planned:
            return words[
                deed.table == "meeting" ? "deed_planned" : "deed_reopened", subject(deed), day]
        case .done, .moved, .adopted: return words["deed_\(deed.kind.rawValue)", subject(deed), day]
        case .cancelled, .reassigned: return words["deed_\(deed.kind.rawValue)", subject(deed)]
        case .offered: return words["deed_offered", deed.title ?? ""]
        }
    }

    /// `Telefon`, `Strategisk møte`.
    func sort(_ deed: DayDeed) -> String {
        guard let sort = deed.sort else { return "" }
        if let kind = ActivityKind(rawValue: sort) { return words.texts[kind.text] }
        if let level = MeetingLevel(rawValue: sort) { return words["meeting_\(level.rawValue)"] }
        return words.known("kind_\(sort)") ?? ""
    }

    private func activity(_ deed: DayDeed) -> String {
        deed.sort.flatMap(ActivityKind.init).map { words.texts[$0.text] } ?? ""
    }

    private func subject(_ deed: DayDeed) -> String {
        guard let title = deed.title, !title.isEmpty else { return sort(deed) }
        return deed.table == "plan" ? words["plan_of", title] : title
    }
}
