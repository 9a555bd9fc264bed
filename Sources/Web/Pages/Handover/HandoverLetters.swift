import GRDB
import Register
import Rules

/// Mails about an offer: to whoever is to take over, taken back once the offer is decided.
enum HandoverLetters {
    static func offered(
        _ handover: Int64, of agreements: Int, to receiver: String, _ visit: Visit, in db: Database
    ) throws {
        guard let user = try StaffList.user(receiver, in: db) else { return }
        try LetterBox(db).post(
            Letter(
                .handoverOffered, to: user.name, in: user.language, count: agreements,
                link: "\(visit.site.settings.baseURL)/handovers/\(handover)"),
            to: user, once: key(handover), at: visit.now)
    }

    /// What nobody has to hear of any more, neither the receiver nor a leader.
    static func decided(_ handover: Int64, _ visit: Visit, in db: Database) throws {
        try LetterBox(db).takeBackAll(
            under: "handover/\(handover)/", reason: "The offer was decided.", at: visit.now)
    }

    private static func key(_ handover: Int64) -> String { "handover/\(handover)/offered" }
}
