import Agreements
import GRDB
import Register
import Rules

/// Head office reminds everybody of what is missing in a round: once a day at most, of all of
/// theirs together, with the one mail that they get that day or the next.
enum NudgePages {
    private static let access = Access.right(.steer, .evaluation, .everybody)

    static let routes: [Route] = [
        .get("/evaluations/nudge", access) { try nudge($0, isPosted: false) },
        .post("/evaluations/nudge", access) { try nudge($0, isPosted: true) },
    ]

    private static func nudge(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let words = visit.words
        let round = try RoundState(visit, year: Int((isPosted ? visit.form : visit.query)["year"]))
        let gaps = try reachable(round, visit)
        var year = FormField("year", "", .hidden)
        year.value = String(round.year)
        let names = gaps.map { "\($0.user.name): \(words.texts.number($0.rows.count))" }
        let back = "/evaluations/round?year=\(round.year)"
        let form = RecordForm(
            visit: visit, frame: EvaluationsPage.frame(words["do_nudge"], words),
            action: "/evaluations/nudge", cancel: back, submit: words["do_nudge"],
            intro: gaps.isEmpty
                ? words["nudge_nobody"]
                : words["intro_nudge", names.joined(separator: "\n")])
        guard isPosted else { return form.show([year]) }
        return try form.accept([year]) { _ in
            true
        } write: { db, _, _ in
            let sent = try gaps.count { try post($0, of: round, visit, in: db) }
            return back + "&said=\(sent > 0 ? "nudged" : "nudged_today")"
        }
    }

    /// What one person is reminded of.
    private struct Reminded {
        let user: User
        let rows: [EvaluationRound.Row]
    }

    /// Those who are active; what nobody is responsible for reminds nobody.
    private static func reachable(_ round: RoundState, _ visit: Visit) throws -> [Reminded] {
        try visit.read { db in
            try round.gaps.compactMap { gap -> Reminded? in
                guard let id = gap.responsible?.id, let user = try StaffList.user(id, in: db),
                    user.isActive
                else { return nil }
                return Reminded(user: user, rows: gap.rows)
            }
        }
    }

    /// Answers whether the person is told: not twice a day, nor while the last one has not gone.
    private static func post(
        _ reminded: Reminded, of round: RoundState, _ visit: Visit, in db: Database
    ) throws -> Bool {
        let (user, box) = (reminded.user, LetterBox(db))
        let letter = Letter(
            .evaluationsMissing, to: user.name, in: user.language, year: round.year,
            dueOn: visit.site.rulebook.evaluationTerm(of: round.year),
            count: reminded.rows.count,
            items: reminded.rows.map { "\($0.agreement) \($0.title)" },
            link: "\(visit.site.settings.baseURL)/evaluations/round?year=\(round.year)")
        let isWaiting = try box.waiting().contains {
            $0.recipient == user.id && $0.order.letter.occasion == letter.occasion
                && $0.order.letter.year == letter.year
        }
        guard !isWaiting else { return false }
        return try box.post(
            letter, to: user,
            once: "evaluations/\(round.year)/nudge/\(user.id)/\(visit.today)", at: visit.now)
    }
}
