import Agreements
import GRDB
import Register
import Rules
import Tasks

/// Plans reminders to respondents who have not answered, on the days of the ladder of
/// `evaluation.due` between the opening and the term, within one transaction of the caller.
///
/// Each stage reminds a respondent once, by a link of its own. Whoever was invited on the stage's
/// day or later has just had a letter and is left alone; after days without a run only the last
/// stage missed counts, and only within the rulebook's days of catching up.
struct RespondentReminders {
    let settings: PlannerSettings

    /// A stage of the ladder that has come.
    struct Stage: Hashable {
        /// Of the evaluations.
        let year: Int
        /// As in the rules, from 1.
        let number: Int
        let on: Day
    }

    /// Whether anybody is to be reminded on the day.
    func hasWork(on day: Day, in db: Database) throws -> Bool {
        guard let stage = stage(on: day) else { return false }
        return try !silent(at: stage, in: db).isEmpty
    }

    /// Plans what is to go on the day, and answers how many letters.
    func plan(on day: Day, at now: Instant, in db: Database) throws -> Int {
        guard let stage = stage(on: day) else { return 0 }
        let term = settings.rulebook.evaluationTerm(of: stage.year)
        return try silent(at: stage, in: db).count {
            try remind($0, stage, by: term, at: now, in: db)
        }
    }

    private func silent(
        at stage: Stage, in db: Database
    ) throws -> [RespondentQueue.Silent] {
        try RespondentQueue(db).silent(
            year: stage.year, stage: stage.number, invitedBefore: stage.on)
    }

    /// The last stage on or before the day, if its letters may still go.
    func stage(on day: Day) -> Stage? {
        let rulebook = settings.rulebook
        let last = [day.year - 1, day.year].flatMap { year -> [Stage] in
            let term = rulebook.evaluationTerm(of: year)
            let opened = rulebook.calendar.nextWorkingDay(
                onOrAfter: rulebook.evaluationOpens.day(in: year))
            return (rulebook.notices[.evaluationDue] ?? []).enumerated().map { index, stage in
                Stage(
                    year: year, number: index + 1,
                    on: stage.at.day(for: term, in: rulebook.calendar))
            }.filter { $0.on > opened && $0.on <= term && $0.on <= day }
        }.max { $0.on < $1.on }
        guard let last,
            rulebook.calendar.workingDay(rulebook.catchUpWorkingDays, after: last.on) >= day
        else { return nil }
        return last
    }

    private func remind(
        _ silent: RespondentQueue.Silent, _ stage: Stage, by term: Day, at now: Instant,
        in db: Database
    ) throws -> Bool {
        let author = Author(actor: "coordinator", request: "evaluation.due/\(stage.number)")
        let secret = try RespondentDeeds(db, author: author, at: now)
            .addSecret(for: silent.respondent.key)
        return try RespondentLetters(db, baseURL: settings.baseURL).remind(
            silent.respondent, of: silent.evaluation, stage: stage.number, secret: secret,
            by: term, at: now)
    }
}
