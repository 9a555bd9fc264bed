/// A value in a rulebook that no rule can be applied with.
package struct RulebookProblem: Hashable, Sendable, CustomStringConvertible {
    /// The path of the value, such as `notices.followup.due.2.to`.
    package var key: String
    /// What is wrong, and what would be right.
    package var message: String

    package var description: String { "\(key): \(message)" }
}

extension Rulebook {
    /// Everything that is wrong with the rules, empty when they can be applied.
    package func problems() -> [RulebookProblem] {
        numberProblems() + orderProblems()
            + NoticeRule.allCases.flatMap { stageProblems(of: $0) }
    }

    private func numberProblems() -> [RulebookProblem] {
        var problems: [RulebookProblem] = []
        func check(_ key: String, _ value: Int, in range: ClosedRange<Int>) {
            guard !range.contains(value) else { return }
            problems.append(
                RulebookProblem(
                    key: key,
                    message: "\(value) is outside \(range.lowerBound) to \(range.upperBound)"))
        }
        check("catchUpWorkingDays", catchUpWorkingDays, in: 0...250)
        check("multiYearMonths", multiYearMonths, in: 1...240)
        check("cadenceMeetings", cadenceMeetings, in: 1...366)
        check("expiryHorizonMonths", expiryHorizonMonths, in: 1...120)
        check("standardRequirements", standardRequirements, in: 0...Requirement.allCases.count)
        check("overdueBands.first", overdueBands.first, in: 1...3650)
        check("overdueBands.second", overdueBands.second, in: 1...3650)
        // No month has fewer than 15 working days even with all closed days in it.
        check("reportCalendar.monthlyWorkingDay", reportCalendar.monthlyWorkingDay, in: 1...15)
        check("reportCalendar.halfYearWorkingDay", reportCalendar.halfYearWorkingDay, in: 1...15)
        check("reportCalendar.annualWorkingDay", reportCalendar.annualWorkingDay, in: 1...15)
        // With a year of closed days no working day would ever come.
        check("closedDays", closedDays.count, in: 0...60)
        return problems
    }

    private func orderProblems() -> [RulebookProblem] {
        var problems: [RulebookProblem] = []
        func check(_ key: String, _ holds: Bool, _ message: String) {
            if !holds { problems.append(RulebookProblem(key: key, message: message)) }
        }
        check(
            "ratings",
            (1...6).contains(ratings.satisfactory) && ratings.satisfactory < ratings.good
                && ratings.good < ratings.veryHigh && ratings.veryHigh <= 6,
            "satisfactory, good and veryHigh must rise, between 1 and 6")
        check(
            "scoreGap", (0.1...5).contains(scoreGap), "\(scoreGap) is outside 0.1 to 5")
        check(
            "light", 0 <= light.red && light.red <= light.green && light.green <= 1,
            "red and green must rise, between 0 and 1")
        check(
            "yellowTargetShare", (0...1).contains(yellowTargetShare),
            "\(yellowTargetShare) is outside 0 to 1")
        check(
            "overdueBands", overdueBands.first < overdueBands.second, "first must be below second")
        return problems
    }

    private func stageProblems(of rule: NoticeRule) -> [RulebookProblem] {
        let key = "notices.\(rule.rawValue)"
        guard let stages = notices[rule] else {
            return [RulebookProblem(key: key, message: "the rule is missing; [] turns it off")]
        }
        var problems: [RulebookProblem] = []
        for (position, stage) in stages.enumerated() {
            let key = "\(key).\(position + 1)"
            if let message = stage.at.problem {
                problems.append(RulebookProblem(key: "\(key).at", message: message))
            }
            if let message = problem(with: stage.to, of: rule) {
                problems.append(RulebookProblem(key: "\(key).to", message: message))
            }
        }
        return problems
    }

    private func problem(with roles: [RecipientRole], of rule: NoticeRule) -> String? {
        if roles.isEmpty { return "a stage needs a recipient" }
        let none: Set<RecipientRole> =
            rule == .settlementMissing ? [.responsible, .deputy] : [.settlementCoordinator]
        guard let role = roles.first(where: none.contains) else { return nil }
        return "\(rule.rawValue) has no \(role.rawValue)"
    }
}

extension NoticeTiming {
    fileprivate var problem: String? {
        let (n, limit): (Int, Int)
        switch self {
        case .workingDaysBefore(let days), .workingDaysAfter(let days): (n, limit) = (days, 250)
        case .monthsBefore(let months): (n, limit) = (months, 120)
        case .workingDayOfNextMonth(let day): (n, limit) = (day, 15)
        case .onTheDay, .date, .dateOfYearBefore: return nil
        }
        return (1...limit).contains(n) ? nil : "\(n) is outside 1 to \(limit)"
    }
}
