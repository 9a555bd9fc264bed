import Agreements
import GRDB
import Rules

/// Reads facts: first what others refer to, with the position of each key, then the rest.
struct FactsLoader {
    private let rows: FactsRows
    private let selection: FactsSelection
    private var facts = Facts()
    private var users: [Int: String] = [:]
    private var municipalities: [Int: Int] = [:]
    private var parties: [Int: Int] = [:]
    private var agreements: [Int: Int] = [:]

    static func load(_ scope: FactsScope, from db: Database) throws -> Facts {
        var loader = FactsLoader(db, try FactsSelection(for: scope))
        try loader.loadPlaces()
        try loader.loadUsers()
        try loader.loadParties()
        try loader.loadAgreements()
        try loader.loadLinks()
        try loader.loadPlans()
        try loader.loadMeasures()
        try loader.loadMeetings()
        try loader.loadFollowUps()
        try loader.loadActivities()
        try loader.loadEvaluations()
        try loader.loadCommitments()
        try loader.loadFigures()
        return loader.facts
    }

    private init(_ db: Database, _ selection: FactsSelection) {
        self.selection = selection
        rows = FactsRows(db: db, arguments: selection.arguments)
    }

    private mutating func loadPlaces() throws {
        try rows.forEach(
            "number, name, region, valid_from, valid_to", from: "county", where: "TRUE"
        ) {
            facts.counties.append(
                County(
                    number: $0.text(0), name: $0.text(1), region: try $0.value(2),
                    validFrom: try $0.optionalDay(3), validTo: try $0.optionalDay(4)))
        }
        try rows.forEach(
            """
            key, number, name, (SELECT number FROM county WHERE county.key = municipality.county),
            region, valid_from, valid_to, population, language
            """, from: "municipality", where: selection.municipality
        ) {
            municipalities[$0.integer(0)] = facts.municipalities.count
            facts.municipalities.append(
                Municipality(
                    number: $0.text(1), name: $0.text(2), countyNumber: $0.text(3),
                    ownRegion: try $0.optionalValue(4), validFrom: try $0.optionalDay(5),
                    validTo: try $0.optionalDay(6), population: $0.optionalInteger(7),
                    language: try $0.optionalValue(8)))
        }
        try rows.forEach(
            "municipality, (SELECT number FROM municipality WHERE key = successor)",
            from: "municipality_successor", where: "TRUE", order: "ORDER BY municipality, successor"
        ) {
            guard let position = municipalities[$0.integer(0)] else { return }
            facts.municipalities[position].successors.append($0.text(1))
        }
    }

    private mutating func loadUsers() throws {
        try rows.forEach(
            "key, id, name, email, unit, role, active, leave_from, leave_to, language",
            from: "user", where: selection.user
        ) {
            let id = $0.text(1)
            users[$0.integer(0)] = id
            facts.users.append(
                User(
                    id: id, name: $0.text(2), email: $0.text(3), unit: try $0.value(4),
                    role: try $0.value(5), isActive: $0.truth(6),
                    leaveFrom: try $0.optionalDay(7), leaveTo: try $0.optionalDay(8),
                    language: try $0.value(9)))
        }
    }

    private mutating func loadParties() throws {
        try rows.forEach(
            """
            key, id, name, kind, level,
            (SELECT number FROM municipality WHERE municipality.key = party.municipality),
            (SELECT number FROM county WHERE county.key = party.county), authority
            """, from: "party", where: selection.party
        ) {
            parties[$0.integer(0)] = facts.parties.count
            facts.parties.append(
                PartyFact(
                    id: $0.text(1), name: $0.text(2), kind: try $0.value(3),
                    level: try $0.value(4), municipalityNumber: $0.optionalText(5),
                    countyNumber: $0.optionalText(6), regions: [], authority: $0.optionalText(7)))
        }
        try rows.forEach(
            "party, region", from: "party_region", where: "TRUE", order: "ORDER BY 1, 2"
        ) {
            guard let position = parties[$0.integer(0)] else { return }
            facts.parties[position].regions.append(try $0.value(1))
        }
    }

    private mutating func loadAgreements() throws {
        try rows.forEach(
            """
            key, id, title, kind, owner, trim(coalesce(purpose, '')) <> '', signed_on,
            counterpart_signatory, valid_from, valid_to, strategic_meetings_per_year, responsible,
            deputy, status, ended_on
            """, from: "agreement", where: selection.agreement
        ) {
            agreements[$0.integer(0)] = facts.agreements.count
            facts.agreements.append(
                AgreementFact(
                    id: $0.text(1), title: $0.text(2), kind: try $0.value(3),
                    owner: try $0.value(4), hasPurpose: $0.truth(5),
                    signedOn: try $0.optionalDay(6),
                    counterpartSignatory: try $0.optionalValue(7),
                    validFrom: try $0.optionalDay(8), validTo: try $0.optionalDay(9),
                    strategicMeetingsPerYear: $0.optionalInteger(10),
                    responsible: user($0, 11), deputy: user($0, 12), status: try $0.value(13),
                    endedOn: try $0.optionalDay(14), isRenewed: false, bindsIMDi: false,
                    bindsCounterpart: false))
        }
    }

    private mutating func loadLinks() throws {
        try rows.forEach(
            "agreement, party", from: "agreement_party", where: selection.ofAgreement,
            order: "ORDER BY agreement, position"
        ) {
            guard let position = agreements[$0.integer(0)], let party = parties[$0.integer(1)]
            else { return }
            facts.agreements[position].parties.append(party)
        }
        try rows.forEach(
            "agreement, area", from: "agreement_area", where: selection.ofAgreement,
            order: "ORDER BY agreement, area"
        ) {
            guard let position = agreements[$0.integer(0)] else { return }
            facts.agreements[position].areas.append(try $0.value(1))
        }
        try rows.forEach(
            "agreement, side", from: "commitment",
            where: "measurable = 1 AND \(selection.ofAgreement)"
        ) {
            guard let position = agreements[$0.integer(0)] else { return }
            let side: Side = try $0.value(1)
            if side != .counterpart { facts.agreements[position].bindsIMDi = true }
            if side != .imdi { facts.agreements[position].bindsCounterpart = true }
        }
        let renewals = "(SELECT renews AS agreement FROM agreement WHERE status <> 'abandoned')"
        try rows.forEach(
            "agreement", from: renewals,
            where: "agreement IS NOT NULL AND \(selection.ofAgreement)"
        ) {
            guard let position = agreements[$0.integer(0)] else { return }
            facts.agreements[position].isRenewed = true
        }
    }

    private mutating func loadPlans() throws {
        guard let condition = selection.plan else { return }
        try rows.forEach("agreement, year, status, adopted_on", from: "plan", where: condition) {
            guard let agreement = agreements[$0.integer(0)] else { return }
            facts.plans.append(
                PlanFact(
                    agreement: agreement, year: $0.integer(1), status: try $0.value(2),
                    adoptedOn: try $0.optionalDay(3)))
        }
    }

    private mutating func loadMeasures() throws {
        guard let condition = selection.measure else { return }
        try rows.forEach(
            """
            agreement, id, responsible, due_on, status, done_on, cancelled_on, sub_goal,
            \(selection.withCourse ? "side" : "NULL")
            """, from: "measure", where: condition
        ) {
            guard let agreement = agreements[$0.integer(0)] else { return }
            facts.measures.append(
                MeasureFact(
                    id: $0.text(1), agreement: agreement, responsible: user($0, 2),
                    dueOn: try $0.day(3), status: try $0.value(4), doneOn: try $0.optionalDay(5),
                    cancelledOn: try $0.optionalDay(6), subGoal: try $0.optionalValue(7),
                    side: try $0.optionalValue(8)))
        }
    }

    private mutating func loadMeetings() throws {
        guard let condition = selection.meeting else { return }
        try rows.forEach(
            """
            agreement, id, level, first_planned_on, planned_on,
            (SELECT min(decided_on) FROM postponement WHERE meeting = meeting.key),
            status, held_on, cancelled_on
            """, from: "meeting", where: condition
        ) {
            guard let agreement = agreements[$0.integer(0)] else { return }
            facts.meetings.append(
                MeetingFact(
                    id: $0.text(1), agreement: agreement, level: try $0.value(2),
                    firstPlannedOn: try $0.day(3), plannedOn: try $0.day(4),
                    firstPostponedOn: try $0.optionalDay(5), status: try $0.value(6),
                    heldOn: try $0.optionalDay(7), cancelledOn: try $0.optionalDay(8)))
        }
    }

    private mutating func loadFollowUps() throws {
        guard let condition = selection.followUp else { return }
        let course = """
            side, (SELECT coalesce(held_on, first_planned_on) FROM meeting
            WHERE meeting.key = followup.meeting)
            """
        try rows.forEach(
            """
            agreement, id, responsible, due_on, status, done_on, cancelled_on,
            \(selection.withCourse ? course : "NULL, NULL")
            """, from: "followup", where: condition
        ) {
            guard let agreement = agreements[$0.integer(0)] else { return }
            facts.followUps.append(
                FollowUpFact(
                    id: $0.text(1), agreement: agreement, responsible: user($0, 2),
                    dueOn: try $0.day(3), status: try $0.value(4), doneOn: try $0.optionalDay(5),
                    cancelledOn: try $0.optionalDay(6), side: try $0.optionalValue(7),
                    openedOn: try $0.optionalDay(8)))
        }
    }

    private mutating func loadCommitments() throws {
        guard selection.withCourse else { return }
        var commitments: [CommitmentFact] = []
        try rows.forEach("agreement, id, side", from: "commitment", where: selection.ofAgreement) {
            guard let agreement = agreements[$0.integer(0)] else { return }
            commitments.append(
                CommitmentFact(id: $0.text(1), agreement: agreement, by: try $0.value(2)))
        }
        facts.commitments = commitments
    }

    private mutating func loadActivities() throws {
        guard let condition = selection.activity else { return }
        try rows.forEach(
            "agreement, party, happened_on, kind, sub_goal", from: "activity", where: condition
        ) {
            let agreement = $0.optionalInteger(0).flatMap { agreements[$0] }
            let party = $0.optionalInteger(1).flatMap { parties[$0] }
            guard agreement != nil || party != nil else { return }
            facts.activities.append(
                ActivityFact(
                    agreement: agreement, party: party, on: try $0.day(2), kind: try $0.value(3),
                    subGoal: try $0.optionalValue(4)))
        }
    }

    private mutating func loadEvaluations() throws {
        guard let condition = selection.evaluation else { return }
        var positions: [Int: Int] = [:]
        try rows.forEach(
            "agreement, year, status, submitted_on, approved_on, key", from: "evaluation",
            where: condition
        ) {
            guard let agreement = agreements[$0.integer(0)] else { return }
            positions[$0.integer(5)] = facts.evaluations.count
            facts.evaluations.append(
                EvaluationFact(
                    agreement: agreement, year: $0.integer(1), status: try $0.value(2),
                    submittedOn: try $0.optionalDay(3), approvedOn: try $0.optionalDay(4),
                    imdi: .none, counterpart: .none))
        }
        guard selection.withScores else { return }
        let scored =
            condition == "TRUE"
            ? "TRUE" : "evaluation IN (SELECT key FROM evaluation WHERE \(condition))"
        try rows.forEach("evaluation, side = 'imdi', score", from: "score", where: scored) {
            guard let position = positions[$0.integer(0)] else { return }
            if $0.truth(1) {
                facts.evaluations[position].imdi.add($0.integer(2))
            } else {
                facts.evaluations[position].counterpart.add($0.integer(2))
            }
        }
    }

    private mutating func loadFigures() throws {
        if let condition = selection.settlement {
            try rows.forEach(
                "municipality, year, month, requested, decided, settled", from: "settlement",
                where: condition
            ) {
                guard let number = number($0, 0) else { return }
                facts.settlement.append(
                    SettlementFigure(
                        municipalityNumber: number, year: $0.integer(1), month: $0.integer(2),
                        requested: $0.optionalInteger(3), decided: $0.optionalInteger(4),
                        settled: $0.optionalInteger(5)))
            }
        }
        if let condition = selection.grant {
            try rows.forEach(
                "municipality, agreement, scheme, year, amount", from: "\"grant\"", where: condition
            ) {
                let agreement = $0.optionalInteger(1).flatMap { agreements[$0] }
                let number = number($0, 0)
                guard agreement != nil || number != nil else { return }
                facts.grants.append(
                    GrantFact(
                        municipalityNumber: number, agreement: agreement, scheme: $0.text(2),
                        year: $0.integer(3), amount: $0.integer(4)))
            }
        }
        if let condition = selection.target {
            try rows.forEach(
                "unit, year, indicator, value", from: TargetWithdrawals.standing, where: condition
            ) {
                facts.targets.append(
                    Target(
                        unit: $0.text(0), year: $0.integer(1), indicator: $0.text(2),
                        value: $0.number(3)))
            }
        }
    }

    private func user(_ columns: Columns, _ index: CInt) -> String? {
        columns.optionalInteger(index).flatMap { users[$0] }
    }

    private func number(_ columns: Columns, _ index: CInt) -> String? {
        columns.optionalInteger(index).flatMap { municipalities[$0] }
            .map { facts.municipalities[$0].number }
    }
}

extension ScoreSum {
    fileprivate mutating func add(_ score: Int) {
        sum += score
        count += 1
    }
}
