import Foundation
import Rules

extension Rulebook {
    /// Reads a rules file; what it leaves out is as in domain.md.
    package static func read(file path: String) throws(SettingsError) -> Rulebook {
        try read(try SettingsFile(path: path))
    }

    /// Reads the text of a rules file, as an edition in the register has it.
    ///
    /// - Parameter name: What places of problems begin with.
    package static func read(text: String, named name: String = "rules.yaml")
        throws(SettingsError) -> Rulebook
    {
        try read(SettingsFile(path: name, text: text))
    }

    private static func read(_ file: SettingsFile) throws(SettingsError) -> Rulebook {
        var reader = SettingsReader(file: file)
        var rules = Rulebook.domain
        rules.take(from: &reader)
        try reader.finish()
        return rules
    }

    mutating func take(from reader: inout SettingsReader) {
        closedDays = reader.list(
            "closed_days", default: closedDays, expected: "a month and day such as 12-24"
        ) { MonthDay($0) }
        takeNotices(from: &reader)
        takeEvaluation(from: &reader)
        takeIndicators(from: &reader)
        for problem in problems() {
            reader.reject(SettingsReader.key(naming: problem.key), problem.message)
        }
    }

    private mutating func takeNotices(from reader: inout SettingsReader) {
        catchUpWorkingDays = reader.number("catch_up_working_days", default: catchUpWorkingDays)
        for rule in NoticeRule.allCases {
            notices[rule] = reader.list(
                "notices.\(rule.rawValue)", default: notices[rule, default: []],
                expected: "a stage such as 10 wd before -> responsible, deputy"
            ) { NoticeStage($0) }
        }
        planDue = reader.monthDay("plan_due", default: planDue)
        reportCalendar.monthlyWorkingDay = reader.number(
            "report_calendar.monthly_working_day", default: reportCalendar.monthlyWorkingDay)
        reportCalendar.halfYearWorkingDay = reader.number(
            "report_calendar.half_year_working_day", default: reportCalendar.halfYearWorkingDay)
        reportCalendar.annualWorkingDay = reader.number(
            "report_calendar.annual_working_day", default: reportCalendar.annualWorkingDay)
    }

    private mutating func takeEvaluation(from reader: inout SettingsReader) {
        evaluationOpens = reader.monthDay("evaluation_opens", default: evaluationOpens)
        evaluationDue = reader.monthDay("evaluation_due", default: evaluationDue)
        ratings.veryHigh = reader.number("ratings.very_high", default: ratings.veryHigh)
        ratings.good = reader.number("ratings.good", default: ratings.good)
        ratings.satisfactory = reader.number("ratings.satisfactory", default: ratings.satisfactory)
        scoreGap = reader.number("score_gap", default: scoreGap)
        light.green = reader.number("light.green", default: light.green)
        light.red = reader.number("light.red", default: light.red)
    }

    private mutating func takeIndicators(from reader: inout SettingsReader) {
        multiYearMonths = reader.number("multi_year_months", default: multiYearMonths)
        cadenceMeetings = reader.number("cadence_meetings", default: cadenceMeetings)
        yellowTargetShare = reader.number("yellow_target_share", default: yellowTargetShare)
        overdueBands.first = reader.number("overdue_bands.first", default: overdueBands.first)
        overdueBands.second = reader.number("overdue_bands.second", default: overdueBands.second)
        expiryHorizonMonths = reader.number("expiry_horizon_months", default: expiryHorizonMonths)
        standardRequirements = reader.number(
            "standard_requirements", default: standardRequirements)
    }
}

extension NoticeStage {
    /// Reads `10 wd before -> responsible, deputy`; nil for any other text.
    init?(_ text: String) {
        guard let arrow = text.range(of: " -> "),
            let timing = NoticeTiming(String(text[..<arrow.lowerBound]))
        else { return nil }
        let names = text[arrow.upperBound...].split(
            separator: ",", omittingEmptySubsequences: false)
        let roles = names.compactMap { name in
            RecipientRole(rawValue: name.trimmingCharacters(in: .whitespaces))
        }
        guard roles.count == names.count else { return nil }
        self.init(at: timing, to: roles)
    }
}

extension SettingsReader {
    fileprivate mutating func monthDay(_ key: String, default standard: MonthDay) -> MonthDay {
        value(key, default: standard, expected: "a month and day such as 01-31") { MonthDay($0) }
    }

    /// A whole number; the rulebook itself knows the range.
    fileprivate mutating func number(_ key: String, default standard: Int) -> Int {
        value(key, default: standard, expected: "a whole number") { Int($0) }
    }

    /// A finite decimal number; the rulebook itself knows the range.
    fileprivate mutating func number(_ key: String, default standard: Double) -> Double {
        value(key, default: standard, expected: "a number such as 0.8") { text in
            Double(text).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    /// `overdueBands.first` is `overdue_bands.first`.
    static func key(naming path: String) -> String {
        path.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
    }
}
