import Agreements

/// The gravest exceptions of each kind, kept short while all of them go by.
struct ExceptionList {
    private(set) var counts: [ReportException.Kind: Int] = [:]
    private var kept: [ReportException.Kind: [Entry]] = [:]

    private struct Entry {
        var gravity: Int
        var exception: ReportException
    }

    /// Counts an exception, and keeps it if it is among the gravest.
    mutating func offer(_ exception: ReportException, gravity: Int) {
        let kind = exception.kind
        counts[kind, default: 0] += 1
        let isFull = counts[kind, default: 0] > ReportException.limit
        func goes(before other: Entry) -> Bool {
            gravity != other.gravity
                ? gravity > other.gravity : exception.subject < other.exception.subject
        }
        if isFull, let last = kept[kind]?.last, !goes(before: last) { return }
        let place = kept[kind]?.firstIndex(where: goes) ?? kept[kind]?.endIndex ?? 0
        kept[kind, default: []].insert(Entry(gravity: gravity, exception: exception), at: place)
        if isFull { kept[kind]?.removeLast() }
    }

    /// The kept ones, kind by kind, the gravest first and by subject where they are equal.
    var all: [ReportException] {
        ReportException.Kind.allCases.flatMap { (kept[$0] ?? []).map(\.exception) }
    }
}

/// Listing what somebody must look at.
extension IndicatorCount {
    /// Lists an agreement in force that expires soon without being renewed, or that meets too few
    /// requirements.
    mutating func list(_ agreement: AgreementFact, meeting requirements: Int, for unit: Int) {
        guard let validTo = agreement.validTo else { return }
        func exception(_ kind: ReportException.Kind, _ number: Int) -> ReportException {
            ReportException(
                kind: kind, agreement: agreement.id, title: agreement.title,
                subject: agreement.id, dueOn: validTo, number: number)
        }
        let days = validTo.days(since: cutOff)
        if !agreement.isRenewed, validTo <= cutOff.adding(months: rulebook.expiryHorizonMonths) {
            exceptions[unit].offer(exception(.expiring, days), gravity: -days)
        }
        if requirements < rulebook.standardRequirements {
            exceptions[unit].offer(
                exception(.belowStandard, requirements), gravity: -requirements)
        }
    }

    /// Lists a meeting that was postponed, by the days it was moved.
    mutating func list(_ meeting: MeetingFact) {
        let movedTo = meeting.isHeld(by: cutOff) ? meeting.heldOn : nil
        let days = (movedTo ?? meeting.plannedOn).days(since: meeting.firstPlannedOn)
        list(
            .postponed, of: meeting.id, agreement: meeting.agreement, dueOn: meeting.plannedOn,
            number: days)
    }

    /// Lists something under an agreement, the graver the larger its number.
    mutating func list(
        _ kind: ReportException.Kind, of subject: String, agreement: Int, dueOn: Day, number: Int
    ) {
        let exception = ReportException(
            kind: kind, agreement: facts.agreements[agreement].id,
            title: facts.agreements[agreement].title, subject: subject, dueOn: dueOn,
            number: number)
        exceptions[owners[agreement]].offer(exception, gravity: number)
    }
}
