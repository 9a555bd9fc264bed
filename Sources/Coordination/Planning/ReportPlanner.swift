import Agreements
import Foundation
import GRDB
import Register
import Rules
import Tasks

/// Plans consolidated reports: seven parts beside each other, then the whole (domain.md, 7).
package struct ReportPlanner: Sendable {
    private let settings: PlannerSettings
    private let term: CoordinatorTerm?

    /// - Parameter term: Nil for people's tools, which plan what the coordinator then does.
    package init(settings: PlannerSettings, term: CoordinatorTerm?) {
        self.settings = settings
        self.term = term
    }

    /// The schedules of the report calendar, and what happens at their instants.
    package func entries() -> [Scheduler.Entry] {
        ReportCalendar.Kind.allCases.map { kind in
            let schedule = Schedule(
                name: "report.\(kind.rawValue)", hour: settings.hour, minute: settings.minute,
                catchUp: .latest, window: .seconds(settings.reportWindow * 86_400),
                fallsOn: { day in
                    due(on: day).contains { $0.kind == kind }
                })
            return Scheduler.Entry(
                schedule,
                work: ScheduledWork { nominalAt, db in
                    let day = Oslo.day(at: nominalAt)
                    for issue in due(on: day) where issue.kind == kind {
                        try plan(issue.period, at: nominalAt, in: db)
                    }
                })
        }
    }

    private func due(on day: Day) -> [ReportCalendar.Issue] {
        let rulebook = settings.rulebook
        return rulebook.reportCalendar.due(on: day, in: rulebook.calendar)
    }

    /// Plans the parts of a new edition of a period's report, and answers the edition's name.
    ///
    /// It is due as soon as the period is over, which lets it be done on any later day.
    ///
    /// - Parameter terms: What it is asked for with; nil for what the calendar asks for.
    @discardableResult
    package func plan(
        _ period: Period, _ terms: ReportShelf.Terms? = nil, at now: Instant, in db: Database
    ) throws -> String {
        let rulebook = settings.rulebook
        let terms = terms ?? ReportShelf.Terms(language: settings.language)
        let report = try ReportShelf(db).begin(
            period, terms, rulesVersion: rulebook.version, at: now)
        let facts = try Facts(for: .report(period), in: db)
        let dueAt = min(now, Oslo.instant(of: period.to.adding(days: 1)))
        let tasks = try (terms.unit.map { [$0] } ?? OwningUnit.allCases).map { unit in
            let order = ReportPartOrder(
                report: report, unit: unit, period: period, divisionOn: terms.divisionOn,
                facts: facts.part(of: unit, period: period, divisionOn: terms.divisionOn),
                rulebook: rulebook)
            return NewTask(
                once: ReportShelf.partKey(of: unit, in: report), kind: .reportPart, unit: unit,
                subject: report, dueAt: dueAt, sequenceKey: report, sequenceStep: 0,
                payload: try JSONEncoder().encode(order))
        }
        let store = try term.map { try TaskStore(db, under: $0) } ?? TaskStore(db)
        try store.plan(tasks, at: now)
        return report
    }

    /// Plans the whole of every report whose missing parts will not come, and answers how many:
    /// their tasks are dead, or were cancelled or put aside.
    package func planIncomplete(at now: Instant, in db: Database) throws -> Int {
        if let term { _ = try TaskStore(db, under: term) }
        return try ReportAssembly(
            db, rulebook: settings.rulebook, language: settings.language,
            baseURL: settings.baseURL, at: now
        ).assembleWaiting()
    }
}
