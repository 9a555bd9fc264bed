import Agreements
import Documents
import GRDB
import Register
import Rules

/// A row behind a figure, as people know it.
struct RecordLine: Sendable {
    var name: String
    /// Of the row's own page; nil for none.
    var link: String?
    /// What it lies under.
    var agreement: (id: String, title: String)?
    var unit: OwningUnit
    var facts: String
    var part: Ratio
    var value: Double?
}

/// Names the rows behind a figure.
struct RecordLines {
    private let counted: CountedRecords
    private let norway: NorwayFrame
    private let register: Register

    init(_ counted: CountedRecords, _ norway: NorwayFrame, _ register: Register) {
        self.counted = counted
        self.norway = norway
        self.register = register
    }

    private var facts: Facts { counted.facts }
    private var words: Words { norway.words }

    func lines(of records: [CountedRecord]) throws -> [RecordLine] {
        let titles = try titles(of: records)
        return records.map { line($0, titles) }
    }

    private func line(_ record: CountedRecord, _ titles: [CountedRecord.Subject: Title])
        -> RecordLine
    {
        var line = RecordLine(
            name: "", unit: record.unit, facts: "", part: record.part, value: record.value)
        switch record.subject {
        case .agreement(let position): fill(&line, agreement: position)
        case .municipality(let position): fill(&line, municipality: position, record.settlement)
        case .meeting(let position): fill(&line, meeting: facts.meetings[position])
        case .followUp(let position):
            let row = facts.followUps[position]
            line.agreement = agreement(row.agreement)
            line.facts = due(row.dueOn, done: row.doneOn, row.cancelledOn, days: record.days)
        case .measure(let position):
            let row = facts.measures[position]
            line.agreement = agreement(row.agreement)
            line.facts = due(row.dueOn, done: row.doneOn, row.cancelledOn, days: record.days)
        case .evaluation(let position):
            let row = facts.evaluations[position]
            line.name = words["fact_year", String(row.year)]
            line.agreement = agreement(row.agreement)
            line.facts = row.approvedOn.map { words["fact_approved", words.date($0)] } ?? ""
        case .activity(let position): fill(&line, activity: facts.activities[position])
        case .grant(let position): fill(&line, grant: facts.grants[position])
        case .cell(let party): line.name = facts.parties[party].name
        }
        if let title = titles[record.subject] {
            line.name = title.text
            line.link = link(to: title, record.subject, line.agreement?.id)
        }
        return line
    }

    /// What a row is called, and its key in the register.
    private struct Title {
        let text: String
        let key: Int64
    }

    private func link(to title: Title, _ subject: CountedRecord.Subject, _ agreement: String?)
        -> String?
    {
        guard let agreement else { return nil }
        let path = "/agreements/\(LocalPath.encode(agreement))"
        switch subject {
        case .meeting: return "/meetings/\(title.key)"
        case .followUp: return "\(path)/promises"
        case .measure: return "\(path)/plan"
        default: return nil
        }
    }

    private func agreement(_ position: Int) -> (id: String, title: String) {
        (facts.agreements[position].id, facts.agreements[position].title)
    }

    private func fill(_ line: inout RecordLine, agreement position: Int) {
        let agreement = facts.agreements[position]
        line.name = agreement.title
        line.link = "/agreements/\(LocalPath.encode(agreement.id))"
        let days = [agreement.validFrom, agreement.validTo].compactMap(\.self).map(words.date)
        line.facts =
            "\(agreement.id) · \(words.texts[agreement.kind.text]) · \(days.joined(separator: "–"))"
    }

    private func fill(
        _ line: inout RecordLine, municipality position: Int, _ settlement: SettlementSum?
    ) {
        let municipality = facts.municipalities[position]
        line.name = municipality.name
        line.link = "/municipalities/\(municipality.number)\(norway.chosen.query)"
        line.facts = counted.geography.county(municipality.countyNumber)?.name ?? ""
        guard let settlement else { return }
        let numbers = [settlement.requested, settlement.decided, settlement.settled]
            .map(words.texts.number)
        line.facts += ": \(words["fact_settlement", numbers[0], numbers[1], numbers[2]])"
    }

    private func fill(_ line: inout RecordLine, meeting: MeetingFact) {
        line.agreement = agreement(meeting.agreement)
        var facts = [words["fact_first", words.date(meeting.firstPlannedOn)]]
        if meeting.plannedOn != meeting.firstPlannedOn {
            facts.append(words["fact_to", words.date(meeting.plannedOn)])
        }
        if let heldOn = meeting.heldOn { facts.append(words["fact_held", words.date(heldOn)]) }
        if let cancelledOn = meeting.cancelledOn {
            facts.append(words["fact_cancelled", words.date(cancelledOn)])
        }
        line.facts = facts.joined(separator: ", ")
    }

    private func due(_ dueOn: Day, done: Day?, _ cancelled: Day?, days: Int?) -> String {
        var facts = [words["fact_due", words.date(dueOn)]]
        if let done { facts.append(words["fact_done", words.date(done)]) }
        if let cancelled { facts.append(words["fact_cancelled", words.date(cancelled)]) }
        if let days { facts.append(words["fact_late", words.texts.number(days)]) }
        return facts.joined(separator: ", ")
    }

    private func fill(_ line: inout RecordLine, activity: ActivityFact) {
        line.name = "\(words.texts[activity.kind.text]) \(words.date(activity.on))"
        line.agreement = activity.agreement.map(agreement)
        let party = activity.party.map { facts.parties[$0].name }
        let goal = activity.subGoal.map { words.texts[$0.text] }
        line.facts = [party, goal].compactMap(\.self).joined(separator: ", ")
    }

    private func fill(_ line: inout RecordLine, grant: GrantFact) {
        line.name = grant.scheme
        line.agreement = grant.agreement.map(agreement)
        guard let number = grant.municipalityNumber,
            let position = counted.geography.position(ofMunicipality: number)
        else { return }
        line.facts = facts.municipalities[position].name
        line.link = "/municipalities/\(number)\(norway.chosen.query)"
    }

    /// What meetings, follow-ups and measures are called: facts do not hold it.
    private func titles(of records: [CountedRecord]) throws -> [CountedRecord.Subject: Title] {
        let meetings = try titles(
            "SELECT id, key, coalesce(theme, id) FROM meeting",
            of: records.compactMap { record in
                guard case .meeting(let position) = record.subject else { return nil }
                return (facts.meetings[position].id, record.subject)
            })
        let followUps = try titles(
            "SELECT id, key, title FROM followup",
            of: records.compactMap { record in
                guard case .followUp(let position) = record.subject else { return nil }
                return (facts.followUps[position].id, record.subject)
            })
        let measures = try titles(
            "SELECT id, key, title FROM measure",
            of: records.compactMap { record in
                guard case .measure(let position) = record.subject else { return nil }
                return (facts.measures[position].id, record.subject)
            })
        return meetings.merging(followUps) { first, _ in first }
            .merging(measures) { first, _ in first }
    }

    private func titles(_ select: String, of rows: [(id: String, subject: CountedRecord.Subject)])
        throws -> [CountedRecord.Subject: Title]
    {
        guard !rows.isEmpty else { return [:] }
        let ids = IDList.json(rows.map(\.id))
        let found = try register.read { db in
            try Row.fetchAll(
                db, sql: "\(select) WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [ids])
        }
        let byID = Dictionary(
            found.map { ($0[0] as String, Title(text: $0[2], key: $0[1])) },
            uniquingKeysWith: { first, _ in first })
        return Dictionary(
            rows.compactMap { row in byID[row.id].map { (row.subject, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
