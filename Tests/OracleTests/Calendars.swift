import Agreements

/// The periods and days that a register is asked about.
extension RandomRegister {
    /// Months, half-years and years, odd periods, and cut-offs on the days where rules change.
    var periods: [Period] {
        let all = [
            ("01-01", "01-31"), ("02-01", "02-28"), ("03-01", "03-31"), ("12-01", "12-31"),
            ("01-01", "06-30"), ("07-01", "12-31"), ("01-01", "12-31"), ("01-01", "01-01"),
            ("03-17", "05-17"), ("02-10", "11-14"), ("11-15", "11-15"), ("04-30", "12-30"),
        ]
        let inYear = all.compactMap { Self.period("\(year)-\($0.0)", "\(year)-\($0.1)") }
        let across = [
            Self.period("\(year - 1)-07-01", "\(year)-06-30"),
            Self.period("\(year)-11-16", "\(year + 1)-01-31"),
            Self.period("\(years.lowerBound - 2)-01-01", "\(years.upperBound + 1)-12-31"),
        ]
        let others = years.filter { $0 != year }.map { Period(year: $0) }
        return inYear + across.compactMap(\.self) + others
    }

    /// Every day of the register's year, and a month on either side.
    var noticeDays: [Day] {
        let first = Day.first(of: year).adding(days: -31)
        return (0..<427).map { first.adding(days: $0) }
    }

    /// The days around which the yearly rules turn, in every year.
    var boundaryDays: [Day] {
        let days = [
            "01-01", "01-02", "01-15", "01-31", "02-01", "02-10", "02-28", "03-01", "06-01",
            "06-30", "10-01", "11-14", "11-15", "11-16", "12-01", "12-15", "12-30", "12-31",
        ]
        return years.flatMap { year in days.compactMap { Day("\(year)-\($0)") } }
            .flatMap { [$0, $0.adding(days: 1), $0.adding(days: 2)] }
    }

    /// About as many of the elements, other ones for another seed.
    func some<Element>(_ count: Int, of all: [Element]) -> [Element] {
        let step = max(1, all.count / count)
        return stride(from: seed % step, to: all.count, by: step).map { all[$0] }
    }

    private static func period(_ from: String, _ to: String) -> Period? {
        guard let from = Day(from), let to = Day(to) else { return nil }
        return Period(from: from, to: to)
    }
}
