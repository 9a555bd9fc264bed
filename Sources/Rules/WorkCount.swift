import Agreements

/// Counting what happens under agreements.
extension IndicatorCount {
    /// I5 to I5c, and the meetings of I17.
    mutating func countMeetings() {
        let cutOff = cutOff
        for meeting in facts.meetings {
            let unit = owners[meeting.agreement]
            if let isHeld = meeting.isHeld(in: period) {
                tallies[unit].meetingsHeld.count(isHeld)
                tallies[unit].meetingsPostponed.count(meeting.isPostponed(by: cutOff))
                tallies[unit].meetingsCancelled.count(meeting.isCancelled(by: cutOff))
                if isHeld, let heldOn = meeting.heldOn {
                    tallies[unit].meetingDelays.append(
                        max(0, heldOn.days(since: meeting.firstPlannedOn)))
                }
            }
            if meeting.isHeld(by: cutOff), let heldOn = meeting.heldOn, period.contains(heldOn),
                facts.agreements[meeting.agreement].kind == .municipal
            {
                tallies[unit].municipalMeetings += 1
            }
            if let postponedOn = meeting.firstPostponedOn, period.contains(postponedOn) {
                list(meeting)
            }
        }
    }

    /// I6, and the follow-ups of I13.
    mutating func countFollowUps() {
        let cutOff = cutOff
        for followUp in facts.followUps {
            tallies[owners[followUp.agreement]].followUpsOnTime
                .count(followUp.isOnTime(in: period))
            if followUp.dueOn < cutOff, !followUp.isCancelled(by: cutOff),
                !followUp.isDone(by: cutOff)
            {
                countOverdue(followUp.id, dueOn: followUp.dueOn, agreement: followUp.agreement)
            }
        }
    }

    /// I7, and the measures of I13.
    mutating func countMeasures() {
        let cutOff = cutOff
        for measure in facts.measures {
            let (unit, isDone) = (owners[measure.agreement], measure.isDone(in: period))
            tallies[unit].measuresDone.count(isDone)
            if let goal = measure.subGoal, isDone != nil {
                tallies[unit].measuresBySubGoal?[goal, default: Ratio()].count(isDone)
            }
            if measure.dueOn < cutOff, !measure.isCancelled(by: cutOff),
                !measure.isDone(by: cutOff)
            {
                countOverdue(measure.id, dueOn: measure.dueOn, agreement: measure.agreement)
            }
        }
    }

    /// The numerator of I8, and I9.
    mutating func countEvaluations() {
        let year = cutOff.year - 1
        let endOfYear = Day.last(of: year)
        for evaluation in facts.evaluations
        where evaluation.year == year && evaluation.isApproved(by: cutOff) {
            let unit = owners[evaluation.agreement]
            if facts.agreements[evaluation.agreement].isInForce(on: endOfYear) {
                tallies[unit].evaluationCoverage.numerator += 1
            }
            if let score = evaluation.imdi.mean { tallies[unit].imdiScores.append(score) }
            if let score = evaluation.counterpart.mean {
                tallies[unit].counterpartScores.append(score)
            }
        }
    }

    /// I12, and the visits of I17.
    mutating func countActivities() {
        let units = facts.parties.map { geography.unit(of: $0).position }
        for activity in facts.activities where period.contains(activity.on) {
            let unit: Int
            let isMunicipal: Bool
            if let agreement = activity.agreement {
                unit = owners[agreement]
                isMunicipal = facts.agreements[agreement].kind == .municipal
            } else if let party = activity.party {
                unit = units[party]
                isMunicipal = facts.parties[party].isMunicipal
            } else {
                continue
            }
            tallies[unit].activitiesByKind[activity.kind, default: 0] += 1
            if let subGoal = activity.subGoal {
                tallies[unit].activitiesBySubGoal[subGoal, default: 0] += 1
            }
            if activity.kind == .visit && isMunicipal { tallies[unit].municipalMeetings += 1 }
        }
    }

    private mutating func countOverdue(_ subject: String, dueOn: Day, agreement: Int) {
        let unit = owners[agreement]
        let days = cutOff.days(since: dueOn)
        switch days {
        case ...rulebook.overdueBands.first: tallies[unit].overdue.upTo30 += 1
        case ...rulebook.overdueBands.second: tallies[unit].overdue.from31To90 += 1
        default: tallies[unit].overdue.over90 += 1
        }
        list(.overdue, of: subject, agreement: agreement, dueOn: dueOn, number: days)
    }
}
