import Rules

extension Rulebook {
    /// The rules as the text of a rules file, which `read` reads back to the same rules.
    package var text: String {
        """
        closed_days:\(Self.list(closedDays.map { "\($0)" }, indent: "  "))
        catch_up_working_days: \(catchUpWorkingDays)
        notices:
        \(noticesText)
        plan_due: \(planDue)
        report_calendar:
          monthly_working_day: \(reportCalendar.monthlyWorkingDay)
          half_year_working_day: \(reportCalendar.halfYearWorkingDay)
          annual_working_day: \(reportCalendar.annualWorkingDay)
        evaluation_opens: \(evaluationOpens)
        evaluation_due: \(evaluationDue)
        ratings:
          very_high: \(ratings.veryHigh)
          good: \(ratings.good)
          satisfactory: \(ratings.satisfactory)
        score_gap: \(scoreGap)
        light:
          green: \(light.green)
          red: \(light.red)
        multi_year_months: \(multiYearMonths)
        cadence_meetings: \(cadenceMeetings)
        yellow_target_share: \(yellowTargetShare)
        overdue_bands:
          first: \(overdueBands.first)
          second: \(overdueBands.second)
        expiry_horizon_months: \(expiryHorizonMonths)
        standard_requirements: \(standardRequirements)

        """
    }

    private var noticesText: String {
        NoticeRule.allCases.map { rule in
            let stages = (notices[rule] ?? []).map { stage in
                "\(stage.at) -> \(stage.to.map(\.rawValue).joined(separator: ", "))"
            }
            return "  \(rule.rawValue):\(Self.list(stages, indent: "    "))"
        }.joined(separator: "\n")
    }

    private static func list(_ items: [String], indent: String) -> String {
        items.isEmpty ? " []" : items.map { "\n\(indent)- \($0)" }.joined()
    }
}
