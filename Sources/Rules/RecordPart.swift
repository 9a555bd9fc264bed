import Agreements

/// A part of an indicator's rows that a report has a figure of its own for.
package enum RecordPart: Hashable, Sendable {
    /// How late an overdue row is, by the rulebook's bands (I13).
    package enum Lateness: String, Hashable, Sendable, CaseIterable {
        case first = "up_to_30"
        case second = "31_to_90"
        case last = "over_90"
    }

    /// Of `agreements_in_force`.
    case agreementKind(AgreementKind)
    /// Of `activities`.
    case activityKind(ActivityKind)
    /// Of `activities` and `measures_done`.
    case subGoal(SubGoal)
    /// Of `grants`.
    case scheme(String)
    /// Of `overdue`.
    case lateness(Lateness)

    /// What a figure's public name has after the indicator's: `by.kind.visit` of
    /// `activities.by.kind.visit`, `up_to_30` of `overdue.up_to_30`.
    ///
    /// Nil for what no figure is of, and for the parts of a figure whose rows are the same.
    package init?(_ code: some StringProtocol, of indicator: Indicator) {
        let part: RecordPart? =
            switch indicator {
            case .agreementsInForce:
                Self.rest(code, "by.kind.") { AgreementKind(rawValue: $0) }
                    .map(RecordPart.agreementKind)
            case .activities:
                Self.rest(code, "by.kind.") { ActivityKind(rawValue: $0) }
                    .map(RecordPart.activityKind)
                    ?? Self.rest(code, "by.sub_goal.") { SubGoal(rawValue: $0) }
                    .map(RecordPart.subGoal)
            case .measuresDone:
                Self.rest(code, "by.sub_goal.") { SubGoal(rawValue: $0) }
                    .map(RecordPart.subGoal)
            case .grants: Self.rest(code, "by.scheme.") { $0 }.map(RecordPart.scheme)
            case .overdue: Lateness(rawValue: String(code)).map(RecordPart.lateness)
            default: nil
            }
        guard let part else { return nil }
        self = part
    }

    private static func rest<Value>(
        _ code: some StringProtocol, _ start: String, _ value: (String) -> Value?
    ) -> Value? {
        code.hasPrefix(start) ? value(String(code.dropFirst(start.count))) : nil
    }

    /// As it is read.
    package var code: String {
        switch self {
        case .agreementKind(let kind): "by.kind.\(kind.rawValue)"
        case .activityKind(let kind): "by.kind.\(kind.rawValue)"
        case .subGoal(let goal): "by.sub_goal.\(goal.rawValue)"
        case .scheme(let scheme): "by.scheme.\(scheme)"
        case .lateness(let lateness): lateness.rawValue
        }
    }
}

extension CountedRecords {
    /// The rows of a part of the indicator; all for nil.
    package func records(of indicator: Indicator, part: RecordPart?) -> [CountedRecord] {
        let records = records(of: indicator)
        guard let part else { return records }
        return records.filter { holds(part, $0) }
    }

    private func holds(_ part: RecordPart, _ record: CountedRecord) -> Bool {
        switch (part, record.subject) {
        case (.agreementKind(let kind), .agreement(let position)):
            facts.agreements[position].kind == kind
        case (.activityKind(let kind), .activity(let position)):
            facts.activities[position].kind == kind
        case (.subGoal(let goal), .activity(let position)):
            facts.activities[position].subGoal == goal
        case (.subGoal(let goal), .measure(let position)):
            facts.measures[position].subGoal == goal
        case (.scheme(let scheme), .grant(let position)):
            facts.grants[position].scheme == scheme
        case (.lateness(let lateness), _): lateness == self.lateness(of: record)
        default: false
        }
    }

    private func lateness(of record: CountedRecord) -> RecordPart.Lateness? {
        let bands = count.rulebook.overdueBands
        return record.days.map {
            $0 <= bands.first ? .first : $0 <= bands.second ? .second : .last
        }
    }
}
