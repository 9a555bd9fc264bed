import Agreements
import Rules

/// A small report that shows every state a page can show, with a title that tries to be markup.
enum SampleReport {
    static let report = ConsolidatedReport(
        period: Period(year: 2013), rulesVersion: "0f3a9c1d2b4e",
        parts: OwningUnit.allCases.enumerated().map { index, unit in
            UnitReport(
                unit: unit, tally: tally(index, unit), coverage: coverage(index, unit),
                exceptions: exceptions(unit),
                exceptionCounts: unit == .nord
                    ? [.overdue: 14, .postponed: 1, .expiring: 1, .belowStandard: 1] : [:])
        },
        targets: [
            Target(unit: "ost", year: 2013, indicator: "plan_coverage", value: 0.9),
            Target(unit: "sor", year: 2013, indicator: "plan_coverage", value: 0.5),
            Target(unit: "nord", year: 2013, indicator: "plan_coverage", value: 0.9),
            Target(unit: "total", year: 2013, indicator: "plan_coverage", value: 0.7),
            Target(unit: "total", year: 2013, indicator: "settlement", value: 1),
            Target(unit: "total", year: 2012, indicator: "anchored", value: 1),
        ])

    private static func tally(_ index: Int, _ unit: OwningUnit) -> Tally {
        var tally = Tally()
        guard unit != .indreOst else { return tally }
        let size = index + 2
        tally.agreementsInForce = [.municipal: unit == .central ? 0 : size, .sector: 1]
        tally.municipalitiesCovered = unit == .central ? Ratio() : Ratio(size, of: 50 + index)
        tally.settledUnderAgreement = unit == .central ? Ratio() : Ratio(100 + 7 * index, of: 1234)
        tally.planCoverage = Ratio(size - 1, of: size + 1)
        tally.meetingsHeld = Ratio(2 * size, of: 2 * size + 3)
        tally.meetingsPostponed = Ratio(1, of: 2 * size + 3)
        tally.meetingsCancelled = Ratio(0, of: 2 * size + 3)
        tally.meetingDelays = [0, index, 40]
        tally.followUpsOnTime = Ratio(5, of: 8)
        tally.measuresDone = Ratio(index, of: 7)
        tally.evaluationCoverage = Ratio(size, of: size)
        tally.imdiScores = [4.25, 5]
        tally.counterpartScores = unit == .vest ? [] : [3.5]
        tally.commitmentGrade = Ratio(6 * size, of: 9 * size)
        tally.anchored = Ratio(size - 1, of: size)
        tally.activitiesByKind = [.visit: size, .seminar: 2]
        tally.activitiesBySubGoal = [.d1: size]
        tally.overdue = OverdueCount(upTo30: index, from31To90: 1, over90: 0)
        tally.sectorCoverage = Ratio(1, of: 9)
        tally.settlement =
            unit == .central
            ? SettlementSum(requested: 0, decided: 0, settled: 0)
            : SettlementSum(requested: 1300, decided: 1250 + index, settled: 1234)
        tally.grants = ["jobbsjansen": Ratio(1_234_567, of: 2_000_000)]
        tally.municipalMeetings = 3 * size
        return tally
    }

    private static func coverage(_ index: Int, _ unit: OwningUnit) -> [CoverageCell] {
        if unit == .central {
            return [
                CoverageCell(
                    party: "UDI", name: "Utlendingsdirektoratet", kind: .sectorAuthority,
                    authority: "UDI", agreements: ["CENTRAL-2012-001"]),
                CoverageCell(
                    party: "NAV", name: "Arbeids- og velferdsdirektoratet",
                    kind: .sectorAuthority, authority: "NAV"),
            ]
        }
        return [
            CoverageCell(
                party: "UDI-\(unit.rawValue)", name: "UDI region \(index + 1)",
                kind: .sectorAuthority, authority: "UDI",
                agreements: index == 5 ? ["NORD-2012-003"] : []),
            CoverageCell(
                party: "NAV-\(index)", name: "NAV fylke \(index + 1)", kind: .countyAuthority,
                authority: "NAV", county: "Fylke \(index + 1)",
                agreements: index == 0 ? ["OST-2012-001", "OST-2013-004"] : []),
            CoverageCell(
                party: "FM-\(index)", name: "Fylkesmannen i fylke \(index + 1)",
                kind: .countyGovernor, county: "Fylke \(index + 1)"),
        ]
    }

    private static func exceptions(_ unit: OwningUnit) -> [ReportException] {
        guard unit == .nord, let day = Day(year: 2013, month: 5, day: 3) else { return [] }
        return [
            ReportException(
                kind: .overdue, agreement: "NORD-2012-003",
                title: "Samarbeidsavtale med Kárášjohka <b>&\"kommune\"</b>",
                subject: "NORD-2012-003/2013/1", dueOn: day, number: 242),
            ReportException(
                kind: .overdue, agreement: "NORD-2012-004", title: "Includio",
                subject: "NORD-2012-004/F/2", dueOn: day.adding(days: 200), number: 42),
            ReportException(
                kind: .postponed, agreement: "NORD-2012-003", title: "Samarbeidsavtale",
                subject: "NORD-2012-003/M/4", dueOn: day, number: 3),
            ReportException(
                kind: .expiring, agreement: "NORD-2012-003", title: "Samarbeidsavtale",
                subject: "NORD-2012-003", dueOn: day.adding(days: 300), number: 58),
            ReportException(
                kind: .belowStandard, agreement: "NORD-2012-004", title: "Includio",
                subject: "NORD-2012-004", dueOn: day.adding(days: 900), number: 4),
        ]
    }
}
