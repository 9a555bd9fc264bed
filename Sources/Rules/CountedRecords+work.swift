import Agreements

/// Naming what happens under agreements.
extension CountedRecords {
    /// I5 to I5c.
    func meetings(of indicator: Indicator) -> [CountedRecord] {
        facts.meetings.enumerated().compactMap { position, meeting in
            guard let isHeld = meeting.isHeld(in: period) else { return nil }
            var record = CountedRecord(
                .meeting(position), facts.agreements[meeting.agreement].owner)
            switch indicator {
            case .meetingsHeld: record.part.count(isHeld)
            case .meetingsPostponed: record.part.count(meeting.isPostponed(by: period.to))
            case .meetingsCancelled: record.part.count(meeting.isCancelled(by: period.to))
            default:
                guard isHeld, let heldOn = meeting.heldOn else { return nil }
                record.value = Double(max(0, heldOn.days(since: meeting.firstPlannedOn)))
            }
            return record
        }
    }

    /// I6.
    var followUps: [CountedRecord] {
        facts.followUps.enumerated().compactMap { position, followUp in
            guard let isOnTime = followUp.isOnTime(in: period) else { return nil }
            return CountedRecord(
                .followUp(position), facts.agreements[followUp.agreement].owner,
                part: Ratio(isOnTime ? 1 : 0, of: 1))
        }
    }

    /// I7.
    var measures: [CountedRecord] {
        facts.measures.enumerated().compactMap { position, measure in
            guard let isDone = measure.isDone(in: period) else { return nil }
            return CountedRecord(
                .measure(position), facts.agreements[measure.agreement].owner,
                part: Ratio(isDone ? 1 : 0, of: 1))
        }
    }

    /// I13: follow-ups, then measures.
    var overdue: [CountedRecord] {
        let cutOff = period.to
        func record(_ subject: CountedRecord.Subject, _ agreement: Int, _ dueOn: Day)
            -> CountedRecord
        {
            var record = CountedRecord(
                subject, facts.agreements[agreement].owner, part: Ratio(1))
            record.days = cutOff.days(since: dueOn)
            return record
        }
        let followUps = facts.followUps.enumerated().compactMap { position, row in
            row.dueOn < cutOff && !row.isCancelled(by: cutOff) && !row.isDone(by: cutOff)
                ? record(.followUp(position), row.agreement, row.dueOn) : nil
        }
        let measures = facts.measures.enumerated().compactMap { position, row in
            row.dueOn < cutOff && !row.isCancelled(by: cutOff) && !row.isDone(by: cutOff)
                ? record(.measure(position), row.agreement, row.dueOn) : nil
        }
        return followUps + measures
    }

    /// I12; and I17, meetings before visits.
    func contacts(of indicator: Indicator) -> [CountedRecord] {
        guard indicator == .municipalMeetings else { return activities { _, _ in true } }
        let meetings = facts.meetings.enumerated().compactMap { position, row -> CountedRecord? in
            let agreement = facts.agreements[row.agreement]
            guard row.isHeld(by: period.to), let heldOn = row.heldOn, period.contains(heldOn),
                agreement.kind == .municipal
            else { return nil }
            return CountedRecord(.meeting(position), agreement.owner, part: Ratio(1))
        }
        return meetings + activities { $0.kind == .visit && $1 }
    }

    /// Those of the period that are asked for, by the activity and whether it is with a
    /// municipality or under a municipal agreement.
    private func activities(where counts: (ActivityFact, Bool) -> Bool) -> [CountedRecord] {
        let units = facts.parties.map { count.geography.unit(of: $0) }
        return facts.activities.enumerated().compactMap { position, activity in
            guard period.contains(activity.on) else { return nil }
            let unit: OwningUnit
            let isMunicipal: Bool
            if let agreement = activity.agreement {
                unit = facts.agreements[agreement].owner
                isMunicipal = facts.agreements[agreement].kind == .municipal
            } else if let party = activity.party {
                unit = units[party]
                isMunicipal = facts.parties[party].isMunicipal
            } else {
                return nil
            }
            guard counts(activity, isMunicipal) else { return nil }
            return CountedRecord(.activity(position), unit, part: Ratio(1))
        }
    }
}

/// Whom a row is about, on the map.
extension CountedRecords {
    /// Positions of the municipalities that the row concerns at the cut-off: itself, the one it was
    /// given to, or those that are party to its agreement.
    package func municipalities(of subject: CountedRecord.Subject) -> [Int] {
        switch subject {
        case .municipality(let position): return [position]
        case .agreement(let position): return municipalities(ofAgreementAt: position)
        case .meeting(let position):
            return municipalities(ofAgreementAt: facts.meetings[position].agreement)
        case .followUp(let position):
            return municipalities(ofAgreementAt: facts.followUps[position].agreement)
        case .measure(let position):
            return municipalities(ofAgreementAt: facts.measures[position].agreement)
        case .evaluation(let position):
            return municipalities(ofAgreementAt: facts.evaluations[position].agreement)
        case .activity(let position):
            let activity = facts.activities[position]
            if let agreement = activity.agreement {
                return municipalities(ofAgreementAt: agreement)
            }
            return activity.party.map { count.geography.municipalities(of: facts.parties[$0]) }
                ?? []
        case .grant(let position):
            let grant = facts.grants[position]
            if let agreement = grant.agreement { return municipalities(ofAgreementAt: agreement) }
            return grant.municipalityNumber.map {
                count.geography.municipalities(succeeding: $0)
            } ?? []
        case .cell: return []
        }
    }

    /// Whether a municipal agreement in force at the cut-off covers the municipality.
    package func isCovered(municipalityAt position: Int) -> Bool { count.covered[position] }

    /// Municipalities, counties and regions at the cut-off.
    package var geography: Geography { count.geography }

    private func municipalities(ofAgreementAt position: Int) -> [Int] {
        var seen: Set<Int> = []
        return facts.agreements[position].parties.flatMap {
            count.geography.municipalities(of: facts.parties[$0])
        }.filter { seen.insert($0).inserted }
    }
}
