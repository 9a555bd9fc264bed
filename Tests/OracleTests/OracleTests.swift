import Agreements
import Documents
import Foundation
import Rules
import Testing

/// The product against an independent reference, on registers made at random.
struct OracleTests {
    @Test(arguments: RandomRegister.all)
    func `figures, notices and requirements are the oracle's`(random: RandomRegister) throws {
        let generated = try GeneratedRegister(random)
        let facts = try generated.facts(for: .everything)
        let spans = Self.spans(of: random.noticeDays + random.boundaryDays)
        let periods = random.periods
        let days = random.boundaryDays

        let answers = try generated.ask(
            periods.map(Question.report) + spans.map(Question.notices)
                + days.map(Question.requirements))

        try #require(answers.count == periods.count + spans.count + days.count)
        let (reports, rest) = (answers.prefix(periods.count), answers.dropFirst(periods.count))
        for (period, answer) in zip(periods, reports) {
            try Self.compare(Self.report(of: facts, period), with: answer, period)
        }
        for (span, answer) in zip(spans, rest.prefix(spans.count)) {
            try Self.compare(Notices(facts: facts, rulebook: .domain), with: answer, span)
        }
        for (day, answer) in zip(days, rest.dropFirst(spans.count)) {
            let expected = try #require(answer as? [[String: Any]])
            #expect(Self.requirements(of: facts, on: day) == expected.map(Self.line), "\(day)")
        }
    }

    /// Days without gaps in one question each.
    private static func spans(of days: [Day]) -> [Period] {
        var spans: [Period] = []
        for day in Set(days).sorted() {
            if let last = spans.last, day == last.to.adding(days: 1),
                let longer = Period(from: last.from, to: day)
            {
                spans[spans.count - 1] = longer
            } else if let single = Period(from: day, to: day) {
                spans.append(single)
            }
        }
        return spans
    }

    // MARK: Reports

    private static func report(of facts: Facts, _ period: Period) throws -> Any {
        let report = Indicators(facts: facts, period: period, rulebook: .domain).consolidated
        return try JSONSerialization.jsonObject(with: Data(ReportJSON(report).render().utf8))
    }

    private static func compare(_ own: Any, with answer: Any, _ period: Period) throws {
        let expected = Figures(answer)
        try #require(expected.leaves.count > 500)

        let differences = Figures(own).differences(from: expected)

        #expect(differences.isEmpty, "\(period.from) to \(period.to)")
    }

    // MARK: Notices

    private static func compare(_ notices: Notices, with answer: Any, _ span: Period) throws {
        let expected = try #require(answer as? [String: [[String: Any]]])
        try #require(expected.count == span.to.days(since: span.from) + 1)
        for offset in 0..<expected.count {
            let day = span.from.adding(days: offset)
            let lines = try #require(expected["\(day)"]).map(Self.line)
            #expect(notices.due(on: day).map(Self.line) == lines, "\(day)")
        }
    }

    private static func line(_ notice: Notice) -> String {
        """
        due_on \(notice.key.dueOn), recipients \(notice.recipients.joined(separator: " ")), \
        rule \(notice.key.rule.rawValue), stage \(notice.key.stage), subject \(notice.key.subject)
        """
    }

    // MARK: Requirements

    private static func requirements(of facts: Facts, on day: Day) -> [String] {
        let requirements = Requirements(facts: facts, rulebook: .domain)
        return facts.agreements.indices.filter { facts.agreements[$0].isInForce(on: day) }
            .sorted { facts.agreements[$0].id < facts.agreements[$1].id }
            .map { position in
                let met = requirements.met(byAgreementAt: position, on: day)
                let codes = Requirement.allCases.filter(met.contains).map(\.rawValue)
                    .joined(separator: " ")
                return "agreement \(facts.agreements[position].id), met \(codes)"
            }
    }

    /// An object of the oracle's on one line, its members in order of their names.
    private static func line(_ object: [String: Any]) -> String {
        object.sorted { $0.key < $1.key }
            .map { name, value in
                let text = (value as? [String])?.joined(separator: " ") ?? "\(value)"
                return "\(name) \(text)"
            }
            .joined(separator: ", ")
    }
}
