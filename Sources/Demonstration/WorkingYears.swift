import Agreements

/// What happens under one agreement in 2012 and 2013: plans, measures, meetings, follow-ups.
struct WorkingYears: Sendable {
    static let years = [2012, 2013]

    private let agreement: Agreement
    /// Whether it must show something of everything, for its unit to have every figure.
    private let isFirst: Bool
    private let plans: [Plan]

    init(agreement: Agreement, isFirst: Bool, plans: [Plan]) {
        self.agreement = agreement
        self.isFirst = isFirst
        self.plans = plans
    }

    mutating func work(_ random: inout SplitMix64, into rows: inout DemonstrationRows) {
        for year in WorkingYears.years {
            guard let span = span(in: year) else { continue }
            if plan(for: year, span, &random, into: &rows) {
                measures(for: year, span, &random, into: &rows)
            }
            meetings(in: year, span, &random, into: &rows)
        }
    }

    /// The part of a year in which the agreement is in force; nil for less than two months.
    private func span(in year: Int) -> Period? {
        guard let validFrom = agreement.validFrom, let validTo = agreement.validTo else {
            return nil
        }
        let last = agreement.endedOn?.adding(days: -1) ?? validTo
        let span = Period(
            from: max(validFrom, .first(of: year)), to: min(last, .last(of: year)))
        return span.flatMap { $0.to.days(since: $0.from) < 60 ? nil : $0 }
    }

    /// Whether there is a plan, old or new, for the measures to belong to.
    private func plan(
        for year: Int, _ span: Period, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) -> Bool {
        let startsLater = span.from > .first(of: year)
        let adoptedOn = span.from.adding(
            days: startsLater ? random.integer(in: 5...45) : random.integer(in: -30...75)
        ).openDay
        let luck = random.integer(in: 1...100)
        if plans.contains(where: { $0.year == year }) { return true }
        if luck > 92, !isFirst { return false }
        let isDraft = luck > 84 && !isFirst
        let status: PlanStatus = isDraft ? .draft : year == 2012 ? .closed : .adopted
        rows.plans.append(
            Plan(
                agreement: agreement.id, year: year, status: status,
                adoptedOn: isDraft ? nil : adoptedOn))
        return true
    }

    private func measures(
        for year: Int, _ span: Period, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        let chosen = random.shuffled(Phrases.measures).prefix(random.integer(in: 3...4))
        for (index, phrase) in chosen.enumerated() {
            let third = span.to.days(since: span.from) / chosen.count
            let offset = index * third + random.integer(in: third / 2...third)
            let dueOn = span.from.adding(days: offset).openDay
            let isLeft = isFirst && index == 0
            var measure = Measure(
                id: "\(agreement.id)/\(year)/t\(index + 1)", agreement: agreement.id, year: year,
                title: phrase.title, subGoal: phrase.subGoal,
                by: random.pick([.imdi, .counterpart, .both]),
                responsible: random.chance(percent: 60) ? agreement.responsible : nil,
                dueOn: dueOn, status: .inProgress)
            switch Fate.of(dueOn: dueOn, isLeft: isLeft, &random) {
            case .done(let day):
                measure.status = .done
                measure.doneOn = day
                measure.result = "\(random.pick(Phrases.outcomes)) \(Phrases.mark)"
            case .cancelled(let day):
                measure.status = .cancelled
                measure.cancelledOn = day
            case .left:
                measure.status = random.chance(percent: 50) ? .planned : .inProgress
            }
            rows.measures.append(measure)
        }
    }

    private func meetings(
        in year: Int, _ span: Period, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        let promised =
            (agreement.strategicMeetingsPerYear ?? 1)
            - (random.chance(percent: 20) && !isFirst ? 1 : 0)
        let levels =
            Array(repeating: MeetingLevel.strategic, count: max(isFirst ? 1 : 0, promised))
            + Array(
                repeating: MeetingLevel.operational,
                count: agreement.operationalMeetingsPerYear ?? 1)
        for (index, level) in random.shuffled(levels).enumerated() {
            let part = span.to.days(since: span.from) / levels.count
            let offset = index * part + random.integer(in: part / 4...part * 3 / 4)
            let plannedOn = span.from.adding(days: offset).outsideJuly.openDay
            meet(
                id: "\(agreement.id)/\(year)/m\(index + 1)", level: level, on: plannedOn,
                isFirst: isFirst && index == 0, &random, into: &rows)
        }
    }

    private func meet(
        id: String, level: MeetingLevel, on plannedOn: Day, isFirst: Bool,
        _ random: inout SplitMix64, into rows: inout DemonstrationRows
    ) {
        let themes =
            agreement.kind == .municipal ? Phrases.municipalThemes : Phrases.sectorThemes
        var meeting = Meeting(
            id: id, agreement: agreement.id, level: level, theme: random.pick(themes),
            firstPlannedOn: plannedOn, status: .planned)
        let day = postpone(meeting, isCertain: isFirst, &random, into: &rows)
        let luck = isFirst ? 1 : random.integer(in: 1...100)
        switch luck {
        case ...86 where day <= Demonstration.takenOn:
            meeting.status = .held
            meeting.heldOn = day
            meeting.minutes = "\(random.pick(Phrases.outcomes)) \(Phrases.mark)"
        case 87...96:
            meeting.status = .cancelled
            meeting.cancelledOn = day.adding(days: -random.integer(in: 1...6))
        default: break
        }
        rows.meetings.append(meeting)
        if meeting.status == .held {
            followUp(meeting, heldOn: day, isFirst: isFirst, &random, into: &rows)
        }
    }

    /// The day that the meeting is planned on in the end.
    private func postpone(
        _ meeting: Meeting, isCertain: Bool, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) -> Day {
        var day = meeting.firstPlannedOn
        let luck = isCertain ? 80 : random.integer(in: 1...100)
        let times = luck <= 75 ? 0 : luck <= 95 ? 1 : 2
        for _ in 0..<times {
            let to = day.adding(days: random.integer(in: 10...50)).outsideJuly.openDay
            rows.postponements.append(
                Postponement(
                    meeting: meeting.id, decidedOn: day.adding(days: -random.integer(in: 1...9)),
                    to: to, reason: random.pick(Phrases.delays)))
            day = to
        }
        return day
    }

    private func followUp(
        _ meeting: Meeting, heldOn: Day, isFirst: Bool, _ random: inout SplitMix64,
        into rows: inout DemonstrationRows
    ) {
        let titles = random.shuffled(Phrases.followUps)
            .prefix(isFirst ? 2 : random.integer(in: 0...2))
        for (index, title) in titles.enumerated() {
            let dueOn = heldOn.adding(days: random.integer(in: 20...60)).openDay
            var item = FollowUp(
                id: "\(meeting.id)/o\(index + 1)", agreement: agreement.id, meeting: meeting.id,
                title: title, by: random.pick([.imdi, .counterpart, .both]),
                responsible: random.chance(percent: 40) ? agreement.deputy : nil, dueOn: dueOn,
                status: .open)
            switch Fate.of(dueOn: dueOn, isLeft: false, &random) {
            case .done(let day):
                item.status = .done
                item.doneOn = day
            case .cancelled(let day):
                item.status = .cancelled
                item.cancelledOn = day
            case .left: break
            }
            rows.followUps.append(item)
        }
    }
}

/// What becomes of something that is due.
enum Fate: Hashable, Sendable {
    case done(Day)
    case cancelled(Day)
    case left

    /// Three of four are done in time, most of the others late; what is due after the
    /// demonstration was taken is left.
    static func of(dueOn: Day, isLeft: Bool, _ random: inout SplitMix64) -> Fate {
        let luck = random.integer(in: 1...100)
        let early = dueOn.adding(days: -random.integer(in: 0...15))
        let late = dueOn.adding(days: random.integer(in: 1...80))
        if isLeft { return .left }
        switch luck {
        case ...72 where early <= Demonstration.takenOn: return .done(early)
        case 73...88 where late <= Demonstration.takenOn: return .done(late)
        case 89...93 where early <= Demonstration.takenOn: return .cancelled(early)
        default: return .left
        }
    }
}

extension Day {
    /// Nobody meets in July: the same day a month later.
    fileprivate var outsideJuly: Day { month == 7 ? adding(months: 1) : self }
}
