import Agreements
import Foundation
import GRDB

/// What is done to an agreement from its draft to its end, within one transaction of the caller
/// and with its entries in the audit trail.
///
/// A deed that takes `expecting` refuses with `RecordRefusal.movedOn` when somebody else changed
/// the agreement since that version; nil expects nothing.
package struct AgreementDeeds {
    let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Adds a draft and returns its id: the owner, the year it is begun in, and the next serial.
    package func draft(_ terms: AgreementTerms, owner: OwningUnit) throws -> String {
        try draft(terms, owner: owner, renews: nil)
    }

    /// Writes the terms anew; what the parties have changed of a signed one is an amendment.
    package func edit(_ id: String, to terms: AgreementTerms, expecting version: RecordVersion?)
        throws
    {
        let key = try open(id, wanted: "changed")
        try steps.expect(version, of: "agreement", key: key)
        try write(terms, id, key)
    }

    package func negotiate(_ id: String) throws {
        try steps.change(
            "agreement", id, from: ["draft"], wanted: "negotiated",
            to: ["status": "negotiating"])
    }

    /// Makes a signed agreement active; open promises of the one that it renews follow to it.
    package func activate(
        _ id: String, signedOn: Day, signatory: Signatory, expecting version: RecordVersion? = nil
    ) throws {
        let key = try steps.state(
            "agreement", id, from: ["draft", "negotiating"], wanted: "signed")
        try steps.expect(version, of: "agreement", key: key)
        try steps.refuseToCome(signedOn, "The signature of «\(id)»", "agreement", id)
        let terms = try AgreementRecord(id, in: steps.db).terms
        guard terms.validFrom != nil else {
            throw RecordRefusal.empty(table: "agreement", id: id, field: "valid_from")
        }
        guard terms.validTo != nil else {
            throw RecordRefusal.empty(table: "agreement", id: id, field: "valid_to")
        }
        try steps.change(
            "agreement", key: key,
            to: [
                "status": "active", "signed_on": signedOn.description,
                "counterpart_signatory": signatory.rawValue,
            ])
        try carryPromises(to: key)
    }

    /// Ends an active agreement from a day on, which may be to come.
    package func end(
        _ id: String, on day: Day, reason: String, expecting version: RecordVersion? = nil
    ) throws {
        let key = try steps.state("agreement", id, from: ["active"], wanted: "ended")
        try steps.expect(version, of: "agreement", key: key)
        try steps.refuseNoReason(reason, "agreement", id)
        if let signedOn = try AgreementRecord(id, in: steps.db).terms.signedOn, day < signedOn {
            throw RecordRefusal.daysReversed(
                table: "agreement", id: id, first: .init("signed_on", signedOn),
                second: .init("ended_on", day))
        }
        try steps.change(
            "agreement", key: key,
            to: ["status": "ended", "ended_on": day.description, "end_reason": reason])
    }

    /// Gives up an agreement that was never signed.
    package func abandon(_ id: String, reason: String) throws {
        let key = try steps.state(
            "agreement", id, from: ["draft", "negotiating"], wanted: "abandoned")
        try steps.refuseNoReason(reason, "agreement", id)
        try steps.change(
            "agreement", key: key, to: ["status": "abandoned", "end_reason": reason])
    }

    // MARK: Steps

    func draft(_ terms: AgreementTerms, owner: OwningUnit, renews: Int64?) throws -> String {
        let id = try nextID(owner: owner, year: (terms.validFrom ?? steps.today).year)
        let values = try values(of: terms, id)
        let links = try parties(of: terms, id)
        try steps.add(
            "agreement",
            [
                "id": id, "owner": owner.rawValue, "status": "draft", "renews": renews,
                "title": values["title"] ?? nil, "designation": values["designation"] ?? nil,
                "kind": values["kind"] ?? nil, "purpose": values["purpose"] ?? nil,
                "signed_on": values["signed_on"] ?? nil,
                "counterpart_signatory": values["counterpart_signatory"] ?? nil,
                "valid_from": values["valid_from"] ?? nil, "valid_to": values["valid_to"] ?? nil,
                "strategic_meetings_per_year": terms.strategicMeetingsPerYear,
                "operational_meetings_per_year": terms.operationalMeetingsPerYear,
                "responsible": values["responsible"] ?? nil, "deputy": values["deputy"] ?? nil,
            ]
        ) { key in try link(key, to: links, areas: terms.areas) }
        return id
    }

    func write(_ terms: AgreementTerms, _ id: String, _ key: Int64) throws {
        let links = try parties(of: terms, id)
        try steps.change("agreement", key: key, to: try values(of: terms, id)) {
            for table in ["agreement_party", "agreement_area"] {
                try steps.db.execute(
                    sql: "DELETE FROM \(table) WHERE agreement = ?", arguments: [key])
            }
            try link(key, to: links, areas: terms.areas)
        }
    }

    /// The key of an agreement that has neither ended nor been abandoned.
    func open(_ id: String, wanted: String) throws -> Int64 {
        try steps.state(
            "agreement", id, from: ["draft", "negotiating", "active"], wanted: wanted)
    }

    /// `NORD-2013-004`: serials are per owner and year and are never used again.
    private func nextID(owner: OwningUnit, year: Int) throws -> String {
        let owner = owner.rawValue.filter { $0 != "_" }.uppercased()
        let start = "\(owner)-\(year)-"
        let serials = try String.fetchAll(
            steps.db, sql: "SELECT id FROM agreement WHERE id >= ? AND id < ?",
            arguments: [start, "\(owner)-\(year)."]
        ).map { $0.dropFirst(start.count) }
        let serial = String((serials.compactMap { Int($0) }.max() ?? 0) + 1)
        // As wide as those that are there, so that they sort.
        let width = max(3, serials.map(\.count).max() ?? 0)
        return start + String(repeating: "0", count: max(0, width - serial.count)) + serial
    }

    private func link(_ key: Int64, to parties: [Int64], areas: Set<Area>) throws {
        for (index, party) in parties.enumerated() {
            try steps.db.execute(
                sql: "INSERT INTO agreement_party (agreement, party, position) VALUES (?, ?, ?)",
                arguments: [key, party, index + 1])
        }
        for area in areas {
            try steps.db.execute(
                sql: "INSERT INTO agreement_area (agreement, area) VALUES (?, ?)",
                arguments: [key, area.rawValue])
        }
    }

    private func parties(of terms: AgreementTerms, _ id: String) throws -> [Int64] {
        guard !terms.parties.isEmpty else {
            throw RecordRefusal.contradiction(.noParty(agreement: id))
        }
        for (index, party) in terms.parties.enumerated()
        where terms.parties[..<index].contains(party) {
            throw RecordRefusal.contradiction(.sameParty(agreement: id, party: party))
        }
        return try terms.parties.map { try steps.key(of: "party", $0) }
    }

    private func values(of terms: AgreementTerms, _ id: String) throws
        -> [String: RecordSteps.Value]
    {
        try refuseContradiction(in: terms, id)
        return [
            "title": terms.title, "designation": terms.designation, "kind": terms.kind.rawValue,
            "purpose": terms.purpose, "signed_on": terms.signedOn?.description,
            "counterpart_signatory": terms.counterpartSignatory?.rawValue,
            "valid_from": terms.validFrom?.description, "valid_to": terms.validTo?.description,
            "strategic_meetings_per_year": terms.strategicMeetingsPerYear,
            "operational_meetings_per_year": terms.operationalMeetingsPerYear,
            "responsible": try staff(terms.responsible, "responsible", of: id),
            "deputy": try staff(terms.deputy, "deputy", of: id),
        ]
    }

    /// Somebody who has left may stay where they stand: correcting a title is not to wait for it.
    private func staff(_ user: String?, _ place: String, of agreement: String) throws -> Int64? {
        guard let user else { return nil }
        let key = try steps.key(of: "user", user)
        let held = try Int64.fetchOne(
            steps.db, sql: "SELECT \(place) FROM agreement WHERE id = ?", arguments: [agreement])
        return key == held ? key : try steps.activeUser(user)
    }

    private func refuseContradiction(in terms: AgreementTerms, _ id: String) throws {
        try steps.refuseEmpty(terms.title, "agreement", id, "title")
        if let responsible = terms.responsible, responsible == terms.deputy {
            throw RecordRefusal.contradiction(.samePerson(agreement: id, user: responsible))
        }
        if let from = terms.validFrom, let to = terms.validTo, to < from {
            throw RecordRefusal.daysReversed(
                table: "agreement", id: id, first: .init("valid_from", from),
                second: .init("valid_to", to))
        }
        for (field, count) in [
            ("strategic_meetings_per_year", terms.strategicMeetingsPerYear),
            ("operational_meetings_per_year", terms.operationalMeetingsPerYear),
        ] {
            if let count, count < 0 {
                throw RecordRefusal.contradiction(
                    .negative(table: "agreement", id: id, field: field, value: count))
            }
        }
        if let signedOn = terms.signedOn {
            try steps.refuseToCome(signedOn, "The signature of «\(id)»", "agreement", id)
        }
        try refuseUnsigning(terms, id)
    }

    /// What is active has been signed for a period: a correction may not take that away.
    private func refuseUnsigning(_ terms: AgreementTerms, _ id: String) throws {
        let status = try String.fetchOne(
            steps.db, sql: "SELECT status FROM agreement WHERE id = ?", arguments: [id])
        guard status == "active" else { return }
        for (field, day) in [
            ("signed_on", terms.signedOn), ("valid_from", terms.validFrom),
            ("valid_to", terms.validTo),
        ] where day == nil {
            throw RecordRefusal.empty(table: "agreement", id: id, field: field)
        }
    }
}
