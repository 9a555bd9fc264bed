import Agreements
import GRDB

/// The action plan of a year and its measures, within one transaction of the caller.
package struct PlanDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// A new measure of a plan, or what one is to become.
    package struct MeasureTerms: Hashable, Sendable {
        package var title: String
        package var subGoal: SubGoal?
        package var by: Side
        /// Id of a user.
        package var responsible: String?
        package var dueOn: Day

        package init(
            title: String, subGoal: SubGoal? = nil, by: Side, responsible: String? = nil,
            dueOn: Day
        ) {
            self.title = title
            self.subGoal = subGoal
            self.by = by
            self.responsible = responsible
            self.dueOn = dueOn
        }
    }

    // MARK: Plans

    /// Adds the draft of a year's plan, with the measures of the year before when it is copied:
    /// those that were not cancelled, planned anew, a year later.
    package func draft(_ agreement: String, year: Int, copyingLast: Bool = false) throws {
        let key = try steps.state(
            "agreement", agreement, from: ["draft", "negotiating", "active"], wanted: "planned")
        if try plan(key, year) != nil {
            throw RecordRefusal.exists(table: "plan", id: "\(agreement)/\(year)")
        }
        try steps.add("plan", ["agreement": key, "year": year, "status": "draft"])
        guard copyingLast else { return }
        for measure in try measures(of: key, year: year - 1) {
            try addMeasure(measure, agreement, key, year: year)
        }
    }

    /// Adopts a draft; whoever approves plans of the unit does it.
    package func adopt(
        _ agreement: String, year: Int, on day: Day, expecting version: RecordVersion? = nil
    ) throws {
        let plan = try plan(agreement, year: year, from: ["draft"], wanted: "adopted")
        try steps.expect(version, of: "plan", key: plan)
        try steps.refuseToCome(
            day, "The adoption of the plan «\(agreement)/\(year)»", "plan", "\(agreement)/\(year)")
        try steps.change(
            "plan", key: plan, to: ["status": "adopted", "adopted_on": day.description])
    }

    /// Closes an adopted plan; its unfinished measures stay due.
    package func close(_ agreement: String, year: Int) throws {
        let plan = try plan(agreement, year: year, from: ["adopted"], wanted: "closed")
        try steps.change("plan", key: plan, to: ["status": "closed"])
    }

    // MARK: Measures

    /// Adds a planned measure to a plan that is not closed, and returns its id.
    @discardableResult
    package func add(_ terms: MeasureTerms, to agreement: String, year: Int) throws -> String {
        let key = try steps.key(of: "agreement", agreement)
        _ = try plan(agreement, year: year, from: ["draft", "adopted"], wanted: "added to")
        return try addMeasure(terms, agreement, key, year: year)
    }

    /// Changes a measure that is not finished; a new due day is `reschedule`, with its reason.
    package func edit(
        measure id: String, title: String, subGoal: SubGoal?, by side: Side, responsible: String?,
        expecting version: RecordVersion?
    ) throws {
        let key = try unfinished(id, wanted: "changed")
        try steps.expect(version, of: "measure", key: key)
        try steps.refuseEmpty(title, "measure", id, "title")
        try steps.change(
            "measure", key: key,
            to: [
                "title": title, "sub_goal": subGoal?.rawValue, "side": side.rawValue,
                "responsible": try steps.responsible(responsible, of: "measure", key: key),
            ])
    }

    package func reschedule(
        measure id: String, to day: Day, reason: String, expecting version: RecordVersion? = nil
    ) throws {
        let key = try unfinished(id, wanted: "given a new day")
        try steps.expect(version, of: "measure", key: key)
        try steps.reschedule("measure", id, key: key, to: day, reason: reason)
    }

    /// Gives a measure to somebody else.
    package func reassign(
        measure id: String, to user: String, because reason: String? = nil,
        expecting version: RecordVersion? = nil
    ) throws {
        let key = try unfinished(id, wanted: "reassigned")
        try steps.expect(version, of: "measure", key: key)
        try steps.reassign("measure", id, key: key, to: user, because: reason)
    }

    // MARK: Steps

    private func unfinished(_ id: String, wanted: String) throws -> Int64 {
        try steps.state("measure", id, from: ["planned", "in_progress"], wanted: wanted)
    }

    @discardableResult
    private func addMeasure(
        _ terms: MeasureTerms, _ agreement: String, _ key: Int64, year: Int
    ) throws -> String {
        let id = try steps.freeID(in: "measure", under: agreement, letter: "M")
        try steps.refuseEmpty(terms.title, "measure", id, "title")
        try steps.add(
            "measure",
            [
                "id": id, "agreement": key, "year": year, "title": terms.title,
                "sub_goal": terms.subGoal?.rawValue, "side": terms.by.rawValue,
                "responsible": try terms.responsible.map(steps.activeUser),
                "due_on": terms.dueOn.description, "status": "planned",
            ])
        return id
    }

    private func plan(_ agreement: Int64, _ year: Int) throws -> Row? {
        try Row.fetchOne(
            steps.db, sql: "SELECT key, status FROM plan WHERE agreement = ? AND year = ?",
            arguments: [agreement, year])
    }

    private func plan(
        _ agreement: String, year: Int, from states: Set<String>, wanted: String
    ) throws -> Int64 {
        guard let plan = try plan(try steps.key(of: "agreement", agreement), year) else {
            throw RecordRefusal.contradiction(
                .planOfAnotherYear(agreement: agreement, year: year))
        }
        let status: String = plan[1]
        guard states.contains(status) else {
            throw RecordRefusal.notNow(
                table: "plan", id: "\(agreement)/\(year)", state: status, wanted: wanted)
        }
        return plan[0]
    }

    /// Measures to be planned anew, a year later, without whoever is no longer active.
    private func measures(of agreement: Int64, year: Int) throws -> [MeasureTerms] {
        try Row.fetchAll(
            steps.db,
            sql: """
                SELECT title, sub_goal, side, due_on, user.id FROM measure
                LEFT JOIN user ON user.key = responsible AND user.active = 1
                WHERE agreement = ? AND year = ? AND status <> 'cancelled' ORDER BY measure.key
                """, arguments: [agreement, year]
        ).map { row in
            let (subGoal, side): (String?, String) = (row[1], row[2])
            let dueOn: Day = row[3]
            return MeasureTerms(
                title: row[0], subGoal: subGoal.flatMap(SubGoal.init),
                by: Side(rawValue: side) ?? .both, responsible: row[4],
                dueOn: dueOn.adding(months: 12))
        }
    }
}
