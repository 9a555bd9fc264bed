import Agreements

/// The same goals for every unit in both years: the common goals that the source found missing.
enum Targets {
    static var all: [Target] {
        WorkingYears.years.flatMap { year in
            OwningUnit.allCases.flatMap { unit in
                goals.map { goal in
                    Target(
                        unit: unit.rawValue, year: year, indicator: goal.indicator,
                        value: goal.value)
                }
            }
        }
    }

    private static let goals: [(indicator: String, value: Double)] = [
        ("municipalities_covered", 0.15), ("settled_under_agreement", 0.4),
        ("plan_coverage", 0.9), ("meetings_held", 0.85),
        ("followups_on_time", 0.8), ("measures_done", 0.8),
        ("evaluation_coverage", 0.9), ("commitment_grade", 0.8), ("anchored", 0.9),
        ("sector_coverage", 0.5), ("settlement", 0.85), ("grants", 0.4),
    ]
}
