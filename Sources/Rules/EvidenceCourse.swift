import Agreements

/// How an agreement's year went, for those who score it: what was promised, put off and left
/// (domain.md, 6).
package struct EvidenceCourse: Hashable, Sendable, Codable {
    /// Strategic meetings that the agreement promises a year; nil where it promises none.
    package var meetingsPromised: Int?
    /// Strategic meetings held in the year, whenever they were to be.
    package var meetingsHeld: Int
    /// Of the meetings first planned in the year, those postponed at least once by its end.
    package var meetingsPostponed: Int
    /// The median of the days from the meeting that a follow-up comes from until it was done, over
    /// those done in the year; a follow-up without a meeting has no beginning.
    package var daysToClose: Average
    /// Ids of commitments that nothing was done for: no measure or follow-up of the party that
    /// they bind was done in the year. One that binds both is acted on by either.
    package var commitmentsUntouched: [String]
    /// How many commitments the agreement has.
    package var commitments: Int

    package init(
        meetingsPromised: Int?, meetingsHeld: Int, meetingsPostponed: Int, daysToClose: Average,
        commitmentsUntouched: [String], commitments: Int
    ) {
        self.meetingsPromised = meetingsPromised
        self.meetingsHeld = meetingsHeld
        self.meetingsPostponed = meetingsPostponed
        self.daysToClose = daysToClose
        self.commitmentsUntouched = commitmentsUntouched
        self.commitments = commitments
    }

    /// The course of one agreement's year, from its own rows.
    init(
        facts: Facts, year: Int, agreement: Int, meetings: [MeetingFact],
        followUps: [FollowUpFact], measures: [MeasureFact]
    ) {
        let period = Period(year: year)
        meetingsPromised = facts.agreements[agreement].strategicMeetingsPerYear
        meetingsHeld = meetings.count { meeting in
            meeting.level == .strategic && meeting.isHeld(by: period.to)
                && meeting.heldOn.map(period.contains) ?? false
        }
        meetingsPostponed = meetings.count { meeting in
            period.contains(meeting.firstPlannedOn) && meeting.isPostponed(by: period.to)
        }
        let closed = followUps.filter { followUp in
            followUp.status == .done && followUp.doneOn.map(period.contains) ?? false
        }
        daysToClose = .median(
            of: closed.compactMap { followUp in
                guard let openedOn = followUp.openedOn, let doneOn = followUp.doneOn
                else { return nil }
                return max(0, doneOn.days(since: openedOn))
            })
        let finished = measures.filter { measure in
            measure.status == .done && measure.doneOn.map(period.contains) ?? false
        }
        let active = Set((closed.map(\.side) + finished.map(\.side)).compactMap(\.self))
        let own = (facts.commitments ?? []).filter { $0.agreement == agreement }
        commitments = own.count
        commitmentsUntouched = own.filter { commitment in
            commitment.by == .both
                ? active.isEmpty : active.isDisjoint(with: [commitment.by, .both])
        }.map(\.id)
    }
}

extension Average {
    /// The median; of an even number of values, the mean of the middle two.
    static func median(of values: [Int]) -> Average {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return Average(value: nil, count: 0) }
        let middle = sorted.count / 2
        let median =
            sorted.count.isMultiple(of: 2)
            ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
        return Average(value: median, count: sorted.count)
    }
}
