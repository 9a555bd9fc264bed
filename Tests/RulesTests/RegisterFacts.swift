import Agreements
import Rules
import Testing

extension Facts {
    /// Norway's counties and municipalities of 2013 to 2024.
    static func norway() throws -> Facts {
        let folder = RegisterFolder.repository("Config/norway")
        var facts = Facts()
        facts.counties = try folder.rows("counties").map {
            County(
                number: try $0.text("number"), name: try $0.text("name"),
                region: try $0.value("region"), validFrom: try $0.day("valid_from"),
                validTo: try $0.day("valid_to"))
        }
        facts.municipalities = try folder.rows("municipalities").map {
            Municipality(
                number: try $0.text("number"), name: try $0.text("name"),
                countyNumber: try $0.text("county_number"), ownRegion: try $0.optional("region"),
                validFrom: try $0.day("valid_from"), validTo: try $0.day("valid_to"),
                successors: $0.list("successors"))
        }
        return facts
    }

    /// The worked example.
    static func example() throws -> Facts {
        let folder = RegisterFolder.repository("Tests/Examples/2013/register")
        var facts = try norway()
        try facts.readParties(from: folder)
        try facts.readAgreements(from: folder)
        let agreements = positions(facts.agreements.map(\.id))
        func agreement(_ row: [String: String]) throws -> Int {
            try #require(agreements[try row.text("agreement")])
        }
        try facts.readPlans(from: folder, agreement: agreement)
        try facts.readMeetings(from: folder, agreement: agreement)
        try facts.readActivities(from: folder, agreement: agreement)
        try facts.readEvaluations(from: folder, agreement: agreement)
        try facts.readFigures(from: folder, agreement: agreement)
        return facts
    }

    private mutating func readParties(from folder: RegisterFolder) throws {
        users = try folder.rows("users").map {
            User(
                id: try $0.text("id"), name: try $0.text("name"), email: try $0.text("email"),
                unit: try $0.value("unit"), role: try $0.value("role"),
                isActive: $0["active"] == "true", leaveFrom: try $0.day("leave_from"),
                leaveTo: try $0.day("leave_to"), language: .nb)
        }
        parties = try folder.rows("parties").map {
            PartyFact(
                id: try $0.text("id"), name: try $0.text("name"), kind: try $0.value("kind"),
                level: try $0.value("level"), municipalityNumber: $0["municipality_number"],
                countyNumber: $0["county_number"],
                regions: try $0.list("regions").map { try #require(OwningUnit(rawValue: $0)) },
                authority: $0["authority"])
        }
    }

    private mutating func readAgreements(from folder: RegisterFolder) throws {
        let parties = positions(self.parties.map(\.id))
        let commitments = try folder.rows("commitments").filter { $0["measurable"] == "true" }
        func binds(_ row: [String: String], _ side: String) -> Bool {
            commitments.contains {
                $0["agreement"] == row["id"] && ($0["by"] == side || $0["by"] == "both")
            }
        }
        let rows = try folder.rows("agreements")
        let renewed = Set(rows.filter { $0["status"] != "abandoned" }.compactMap { $0["renews"] })
        agreements = try rows.map { row in
            AgreementFact(
                id: try row.text("id"), title: try row.text("title"),
                kind: try row.value("kind"), owner: try row.value("owner"),
                parties: try row.list("parties").map { try #require(parties[$0]) },
                hasPurpose: row["purpose"] != nil,
                areas: try row.list("areas").map { try #require(Area(rawValue: $0)) },
                signedOn: try row.day("signed_on"),
                counterpartSignatory: try row.optional("counterpart_signatory"),
                validFrom: try row.day("valid_from"), validTo: try row.day("valid_to"),
                strategicMeetingsPerYear: try row.number("strategic_meetings_per_year"),
                responsible: row["responsible"], deputy: row["deputy"],
                status: try row.value("status"), endedOn: try row.day("ended_on"),
                isRenewed: renewed.contains(try row.text("id")),
                bindsIMDi: binds(row, "imdi"), bindsCounterpart: binds(row, "counterpart"))
        }
    }

    private mutating func readPlans(
        from folder: RegisterFolder, agreement: ([String: String]) throws -> Int
    ) throws {
        plans = try folder.rows("plans").map {
            PlanFact(
                agreement: try agreement($0), year: try #require(try $0.number("year")),
                status: try $0.value("status"), adoptedOn: try $0.day("adopted_on"))
        }
        measures = try folder.rows("measures").map {
            MeasureFact(
                id: try $0.text("id"), agreement: try agreement($0),
                responsible: $0["responsible"], dueOn: try #require(try $0.day("due_on")),
                status: try $0.value("status"), doneOn: try $0.day("done_on"),
                cancelledOn: try $0.day("cancelled_on"))
        }
    }

    private mutating func readMeetings(
        from folder: RegisterFolder, agreement: ([String: String]) throws -> Int
    ) throws {
        let postponements = Dictionary(grouping: try folder.rows("postponements")) {
            $0["meeting"] ?? ""
        }
        meetings = try folder.rows("meetings").map { row in
            let first = try #require(try row.day("first_planned_on"))
            let moves = postponements[try row.text("id")] ?? []
            let decided = try moves.map { try #require(try $0.day("decided_on")) }
            return MeetingFact(
                id: try row.text("id"), agreement: try agreement(row),
                level: try row.value("level"), firstPlannedOn: first,
                plannedOn: try moves.last?.day("to") ?? first, firstPostponedOn: decided.min(),
                status: try row.value("status"), heldOn: try row.day("held_on"),
                cancelledOn: try row.day("cancelled_on"))
        }
        followUps = try folder.rows("followups").map {
            FollowUpFact(
                id: try $0.text("id"), agreement: try agreement($0),
                responsible: $0["responsible"], dueOn: try #require(try $0.day("due_on")),
                status: try $0.value("status"), doneOn: try $0.day("done_on"),
                cancelledOn: try $0.day("cancelled_on"))
        }
    }

    private mutating func readActivities(
        from folder: RegisterFolder, agreement: ([String: String]) throws -> Int
    ) throws {
        let parties = positions(self.parties.map(\.id))
        activities = try folder.rows("activities").map { row in
            ActivityFact(
                agreement: row["agreement"] == nil ? nil : try agreement(row),
                party: try row["party"].map { try #require(parties[$0]) },
                on: try #require(try row.day("on")), kind: try row.value("kind"),
                subGoal: try row.optional("sub_goal"))
        }
    }

    private mutating func readEvaluations(
        from folder: RegisterFolder, agreement: ([String: String]) throws -> Int
    ) throws {
        let scores = try folder.rows("scores")
        func sum(_ row: [String: String], _ side: String) throws -> ScoreSum {
            let own = try scores.filter {
                $0["agreement"] == row["agreement"] && $0["year"] == row["year"]
                    && $0["side"] == side
            }
            .map { try #require(try $0.number("score")) }
            return ScoreSum(sum: own.reduce(0, +), count: own.count)
        }
        evaluations = try folder.rows("evaluations").map {
            EvaluationFact(
                agreement: try agreement($0), year: try #require(try $0.number("year")),
                status: try $0.value("status"), submittedOn: try $0.day("submitted_on"),
                approvedOn: try $0.day("approved_on"), imdi: try sum($0, "imdi"),
                counterpart: try sum($0, "counterpart"))
        }
    }

    private mutating func readFigures(
        from folder: RegisterFolder, agreement: ([String: String]) throws -> Int
    ) throws {
        settlement = try folder.rows("settlement").map {
            SettlementFigure(
                municipalityNumber: try $0.text("municipality_number"),
                year: try #require(try $0.number("year")),
                month: try #require(try $0.number("month")),
                requested: try $0.number("requested"), decided: try $0.number("decided"),
                settled: try $0.number("settled"))
        }
        grants = try folder.rows("grants").map { row in
            GrantFact(
                municipalityNumber: row["municipality_number"],
                agreement: row["agreement"] == nil ? nil : try agreement(row),
                scheme: try row.text("scheme"), year: try #require(try row.number("year")),
                amount: try #require(try row.number("amount")))
        }
    }
}

private func positions(_ ids: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
}
