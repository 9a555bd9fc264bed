import Agreements
import GRDB
import Register
import Rules

/// Agreements: found, read, and done to what the register's deeds allow.
enum AgreementOperations {
    static let all: [APIOperation] = [
        APIOperation("listAgreements", .read(.agreement), list),
        APIOperation("readAgreement", .read(.agreement), RecordOperations.agreements.read),
        APIOperation("judgeAgreement", .read(.agreement), judge),
        APIOperation("draftAgreement", .write(.agreement, .ownerInBody), draft),
        deed("changeAgreement") { db, id, call in
            try deeds(db, call).edit(
                id, to: try terms(of: id, changedBy: call.body, in: db), expecting: call.version)
        },
        deed("negotiateAgreement") { db, id, call in try deeds(db, call).negotiate(id) },
        deed("signAgreement") { db, id, call in
            try deeds(db, call).activate(
                id, signedOn: try call.body.neededDay("signed_on"),
                signatory: try call.body.neededWord("counterpart_signatory"),
                expecting: call.version)
        },
        deed("amendAgreement") { db, id, call in
            try deeds(db, call).amend(
                id, to: try terms(of: id, changedBy: call.body["changes"] ?? .null, in: db),
                agreedOn: try call.body.neededDay("agreed_on"),
                text: try call.body.needed("text"), expecting: call.version)
        },
        deed("endAgreement") { db, id, call in
            try deeds(db, call).end(
                id, on: try call.body.neededDay("ended_on"),
                reason: try call.body.needed("reason"), expecting: call.version)
        },
        deed("abandonAgreement") { db, id, call in
            try deeds(db, call).abandon(id, reason: try call.body.needed("reason"))
        },
        APIOperation("renewAgreement", .write(.agreement, .agreement), renew),
    ]

    // MARK: Writing

    private static func deed(
        _ operation: String,
        _ body: @escaping @Sendable (Database, String, APICall) throws -> Void
    ) -> APIOperation {
        APIOperation(operation, .write(.agreement, .agreement)) { call in
            try call.write { db in
                let id = try call.id()
                try body(db, id, call)
                let key = try RecordOperations.agreements.list.key(of: id, in: db)
                return try RecordOperations.agreements.reply(key: key ?? 0, in: db)
            }
        }
    }

    private static func draft(_ call: APICall) throws -> Reply {
        try call.write { db in
            let body = call.body
            let terms = AgreementTerms(
                title: try body.needed("title"), kind: try body.neededWord("kind"),
                parties: body.strings("parties") ?? []
            ).changed(by: body)
            let id = try AgreementDeeds(db, author: call.author, at: call.now).draft(
                terms, owner: try body.neededWord("owner"))
            return try RecordOperations.agreements.created(id: id, in: db)
        }
    }

    private static func renew(_ call: APICall) throws -> Reply {
        try call.write { db in
            let deeds = deeds(db, call)
            let id = try call.id()
            let terms = try deeds.renewalTerms(of: id).changed(by: call.body)
            return try RecordOperations.agreements.created(
                id: try deeds.renew(id, terms: terms), in: db)
        }
    }

    /// The terms as they stand with what is sent in their place.
    private static func terms(of id: String, changedBy body: JSONValue, in db: Database) throws
        -> AgreementTerms
    {
        try AgreementRecord(id, in: db).terms.changed(by: body)
    }

    private static func deeds(_ db: Database, _ call: APICall) -> AgreementDeeds {
        AgreementDeeds(db, author: call.author, at: call.now)
    }

    // MARK: Reading

    private static func list(_ call: APICall) throws -> Reply {
        var list = AgreementList(on: call.day("day") ?? call.today)
        list.filter = filter(of: call)
        list.order = call.word("sort") ?? .number
        list.isDescending = call.truth("descending") ?? false
        var position = ListPosition.start
        if let token = call.query["cursor"]?.text {
            guard let mark = list.mark(token) else { throw APICall.noCursor }
            position = .after(mark)
        }
        let page = try call.read { [list] db in
            try list.page(position, limit: call.limit, rulebook: call.site.rulebook, in: db)
        }
        var next: ListMark?
        if case .after(let mark)? = page.next { next = mark }
        return .page(
            page.elements.map(json), next: next, total: page.total, of: call, at: "/agreements")
    }

    private static func filter(of call: APICall) -> AgreementFilter {
        var filter = AgreementFilter()
        filter.text = call.query["q"]?.text
        filter.owners = call.words("owner")
        filter.kinds = call.words("kind")
        filter.statuses = call.words("status")
        filter.inForceOn = call.day("in_force_on")
        filter.area = call.word("area")
        filter.responsible = call.query["responsible"]?.text
        filter.person = call.query["person"]?.text
        filter.party = call.query["party"]?.text
        filter.municipality = call.query["municipality"]?.text
        filter.expiresBefore = call.day("expires_before")
        filter.isRenewed = call.truth("renewed")
        filter.missing = call.word("missing")
        filter.hasLateFollowUps = call.truth("late") ?? false
        return filter
    }

    private static func json(_ line: AgreementLine) -> JSONValue {
        .object([
            .init("id", .text(line.id)), .init("title", .text(line.title)),
            .init("designation", .text(line.designation)),
            .init("kind", .text(line.kind.rawValue)), .init("owner", .text(line.owner.rawValue)),
            .init("status", .text(line.status.rawValue)),
            .init("party_names", .list(line.parties.map { .text($0) })),
            .init("signed_on", .optional(line.signedOn?.description)),
            .init("valid_from", .optional(line.validFrom?.description)),
            .init("valid_to", .optional(line.validTo?.description)),
            .init("ended_on", .optional(line.endedOn?.description)),
            .init("responsible", .optional(line.responsible?.id)),
            .init("deputy", .optional(line.deputy?.id)), .init("renewed", .truth(line.isRenewed)),
            .init("next_meeting_on", .optional(line.nextMeetingOn?.description)),
            .init("late", .integer(Int64(line.late))),
        ])
    }

    private static func judge(_ call: APICall) throws -> Reply {
        let day = call.day("on") ?? call.today
        let id = try call.id()
        let facts = try call.read { try Facts(for: .requirements(on: day), in: $0) }
        guard let position = facts.agreements.firstIndex(where: { $0.id == id }) else {
            throw APICall.nothing
        }
        let isInForce = facts.agreements[position].isInForce(on: day)
        let met = Requirements(facts: facts, rulebook: call.site.rulebook)
            .met(byAgreementAt: position, on: day)
        let grade = Double(met.count) / Double(Requirement.allCases.count)
        func words(_ requirements: [Requirement]) -> JSONValue {
            .list(requirements.map { .text($0.rawValue) })
        }
        return .json(
            .object([
                .init("agreement", .text(id)), .init("on", .text(day.description)),
                .init("in_force", .truth(isInForce)),
                .init("met", words(Requirement.allCases.filter(met.contains))),
                .init("missing", words(Requirement.allCases.filter { !met.contains($0) })),
                .init("grade", isInForce ? .number(grade) : .null),
            ]))
    }
}

extension AgreementTerms {
    /// What is sent stands in place of what was; null empties.
    fileprivate func changed(by body: JSONValue) -> AgreementTerms {
        var terms = self
        if let title = body.string("title") { terms.title = title }
        if let designation = body.string("designation") { terms.designation = designation }
        if let kind: AgreementKind = body.word("kind") { terms.kind = kind }
        if let parties = body.strings("parties") { terms.parties = parties }
        if let areas = body.strings("areas") {
            terms.areas = Set(areas.compactMap(Area.init(rawValue:)))
        }
        if body.has("purpose") { terms.purpose = body.string("purpose") }
        if body.has("valid_from") { terms.validFrom = body.day("valid_from") }
        if body.has("valid_to") { terms.validTo = body.day("valid_to") }
        if body.has("strategic_meetings_per_year") {
            terms.strategicMeetingsPerYear = body.number("strategic_meetings_per_year")
        }
        if body.has("operational_meetings_per_year") {
            terms.operationalMeetingsPerYear = body.number("operational_meetings_per_year")
        }
        if body.has("responsible") { terms.responsible = body.string("responsible") }
        if body.has("deputy") { terms.deputy = body.string("deputy") }
        return terms
    }
}
