import Agreements

/// Something that a rule holds of on the day of a run, with what its notices need.
struct NoticeSubject {
    var rule: NoticeRule
    var id: String
    var dueOn: Day
    var unit: OwningUnit
    var agreement: String?
    /// The subject's own, or else its agreement's.
    var responsible: String?
    var deputy: String?
}

/// Finds the subjects of each rule: those due in a range for which the rule's condition holds on
/// a day (domain.md, 7).
struct NoticeSubjects {
    let facts: Facts
    let rulebook: Rulebook
    let day: Day

    /// The subjects of a rule whose due date lies in a range; `hasStage` leaves out yearly and
    /// monthly due dates that have no stage to tell of.
    func subjects(
        of rule: NoticeRule, dueIn range: ClosedRange<Day>, hasStage: (Day) -> Bool
    ) -> [NoticeSubject] {
        switch rule {
        case .meetingUpcoming: meetings(rule, dueIn: range)
        case .meetingOutcome: meetings(rule, dueIn: range)
        case .followUpDue: followUps(dueIn: range)
        case .measureDue: measures(dueIn: range)
        case .agreementExpiry: expiring(dueIn: range)
        case .agreementExpired: expired(dueIn: range)
        case .meetingMissing:
            yearly(in: range, hasStage, dueOn: { .last(of: $0) }, subjects: meetingsMissing)
        case .planMissing:
            yearly(in: range, hasStage, dueOn: rulebook.planDue.day, subjects: plansMissing)
        case .evaluationDue:
            yearly(in: range, hasStage, dueOn: rulebook.evaluationDue.day) {
                evaluationsDue(forYear: $0 - 1, dueOn: $1)
            }
        case .settlementMissing: settlementMissing(in: range, hasStage)
        }
    }

    // MARK: Rows with a due date of their own

    private func meetings(_ rule: NoticeRule, dueIn range: ClosedRange<Day>) -> [NoticeSubject] {
        facts.meetings.compactMap { meeting in
            guard range.contains(meeting.plannedOn), meeting.status == .planned else { return nil }
            if rule == .meetingOutcome, day <= meeting.plannedOn { return nil }
            return subject(rule, meeting.id, dueOn: meeting.plannedOn, under: meeting.agreement)
        }
    }

    private func followUps(dueIn range: ClosedRange<Day>) -> [NoticeSubject] {
        facts.followUps.compactMap { followUp in
            guard range.contains(followUp.dueOn), followUp.status == .open else { return nil }
            return subject(
                .followUpDue, followUp.id, dueOn: followUp.dueOn, under: followUp.agreement,
                responsible: followUp.responsible)
        }
    }

    private func measures(dueIn range: ClosedRange<Day>) -> [NoticeSubject] {
        facts.measures.compactMap { measure in
            guard range.contains(measure.dueOn), measure.status != .done,
                measure.status != .cancelled
            else { return nil }
            return subject(
                .measureDue, measure.id, dueOn: measure.dueOn, under: measure.agreement,
                responsible: measure.responsible)
        }
    }

    private func expiring(dueIn range: ClosedRange<Day>) -> [NoticeSubject] {
        agreements(.agreementExpiry) { agreement in
            guard let validTo = agreement.validTo, range.contains(validTo),
                !agreement.isRenewed, agreement.isInForce(on: day)
            else { return nil }
            return validTo
        }
    }

    private func expired(dueIn range: ClosedRange<Day>) -> [NoticeSubject] {
        agreements(.agreementExpired) { agreement in
            guard let validTo = agreement.validTo, range.contains(validTo), validTo < day,
                !agreement.isRenewed, agreement.status == .active
            else { return nil }
            return validTo
        }
    }

    // MARK: Due dates of a year or a month

    private func yearly(
        in range: ClosedRange<Day>, _ hasStage: (Day) -> Bool, dueOn: (Int) -> Day,
        subjects: (_ year: Int, _ dueOn: Day) -> [NoticeSubject]
    ) -> [NoticeSubject] {
        (range.lowerBound.year...range.upperBound.year).flatMap { year in
            hasStage(dueOn(year)) ? subjects(year, dueOn(year)) : []
        }
    }

    private func meetingsMissing(inYear year: Int, dueOn: Day) -> [NoticeSubject] {
        var counts = [Int](repeating: 0, count: facts.agreements.count)
        for meeting in facts.meetings
        where meeting.level == .strategic && meeting.status != .cancelled
            && (meeting.heldOn ?? meeting.plannedOn).year == year
        {
            counts[meeting.agreement] += 1
        }
        return facts.agreements.indices.compactMap { position in
            let agreement = facts.agreements[position]
            guard counts[position] < agreement.strategicMeetingsPerYear ?? 0,
                agreement.isInForce(on: day)
            else { return nil }
            return subject(.meetingMissing, agreement.id, dueOn: dueOn, under: position)
        }
    }

    private func plansMissing(inYear year: Int, dueOn: Day) -> [NoticeSubject] {
        var hasPlan = [Bool](repeating: false, count: facts.agreements.count)
        for plan in facts.plans where plan.year == year && plan.status != .draft {
            hasPlan[plan.agreement] = true
        }
        return inForce(on: .first(of: year), without: hasPlan, .planMissing, dueOn: dueOn)
    }

    private func evaluationsDue(forYear year: Int, dueOn: Day) -> [NoticeSubject] {
        var isApproved = [Bool](repeating: false, count: facts.agreements.count)
        for evaluation in facts.evaluations
        where evaluation.year == year && evaluation.status == .approved {
            isApproved[evaluation.agreement] = true
        }
        return inForce(
            on: rulebook.evaluationOpens.day(in: year), without: isApproved, .evaluationDue,
            dueOn: dueOn)
    }

    private func inForce(
        on date: Day, without isDone: [Bool], _ rule: NoticeRule, dueOn: Day
    ) -> [NoticeSubject] {
        facts.agreements.indices.compactMap { position in
            guard !isDone[position], facts.agreements[position].isInForce(on: date)
            else { return nil }
            return subject(rule, facts.agreements[position].id, dueOn: dueOn, under: position)
        }
    }

    private func settlementMissing(in range: ClosedRange<Day>, _ hasStage: (Day) -> Bool)
        -> [NoticeSubject]
    {
        let geography = Geography(facts: facts, at: day)
        var subjects: [NoticeSubject] = []
        var dueOn = range.lowerBound.lastOfMonth
        while dueOn <= range.upperBound {
            if hasStage(dueOn) {
                let missing = regionsMissing(month: dueOn, geography)
                subjects += OwningUnit.regions.filter(missing.contains).map {
                    NoticeSubject(
                        rule: .settlementMissing, id: $0.rawValue, dueOn: dueOn, unit: $0)
                }
            }
            dueOn = dueOn.adding(days: 1).lastOfMonth
        }
        return subjects
    }

    /// Regions with a municipality that has decided places in a month's year and no figure of who
    /// is settled for that month; of a year's decisions the latest counts, as in reports.
    private func regionsMissing(month: Day, _ geography: Geography) -> Set<OwningUnit> {
        let (year, number, _) = month.civil
        var decided: [String: (month: Int, places: Int)] = [:]
        var hasSettled: Set<String> = []
        for row in facts.settlement where row.year == year {
            if let places = row.decided, row.month > decided[row.municipalityNumber]?.month ?? 0 {
                decided[row.municipalityNumber] = (row.month, places)
            }
            if row.month == number, row.settled != nil { hasSettled.insert(row.municipalityNumber) }
        }
        return Set(
            decided.filter { $0.value.places > 0 && !hasSettled.contains($0.key) }
                .compactMap { geography.region(ofMunicipality: $0.key) })
    }

    // MARK: Making a subject

    private func agreements(_ rule: NoticeRule, dueOn: (AgreementFact) -> Day?)
        -> [NoticeSubject]
    {
        facts.agreements.indices.compactMap { position in
            dueOn(facts.agreements[position]).map {
                subject(rule, facts.agreements[position].id, dueOn: $0, under: position)
            }
        }
    }

    private func subject(
        _ rule: NoticeRule, _ id: String, dueOn: Day, under position: Int,
        responsible: String? = nil
    ) -> NoticeSubject {
        let agreement = facts.agreements[position]
        return NoticeSubject(
            rule: rule, id: id, dueOn: dueOn, unit: agreement.owner, agreement: agreement.id,
            responsible: responsible ?? agreement.responsible, deputy: agreement.deputy)
    }
}
