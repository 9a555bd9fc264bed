import Agreements
import Foundation
import GRDB

/// What the parties agree on later: amendments, renewal, and what the archive says.
extension AgreementDeeds {
    /// Writes what the parties of an active agreement have agreed to change, with a record of the
    /// amendment, and returns the record's key.
    @discardableResult
    package func amend(
        _ id: String, to terms: AgreementTerms, agreedOn: Day, text: String,
        expecting version: RecordVersion?
    ) throws -> Int64 {
        let key = try steps.state("agreement", id, from: ["active"], wanted: "amended")
        try steps.expect(version, of: "agreement", key: key)
        try steps.refuseToCome(agreedOn, "The amendment of «\(id)»", "amendment", id)
        try steps.refuseEmpty(text, "amendment", id, "text")
        if let signedOn = try AgreementRecord(id, in: steps.db).terms.signedOn,
            agreedOn < signedOn
        {
            throw RecordRefusal.daysReversed(
                table: "agreement", id: id, first: .init("signed_on", signedOn),
                second: .init("agreed_on", agreedOn))
        }
        let content = RowContent.of("agreement")
        let before = try content.text(key: key, in: steps.db)
        try write(terms, id, key)
        let changes = try RecordHistory(steps.db).fields(
            of: "agreement", before: before, after: content.text(key: key, in: steps.db))
        guard !changes.isEmpty else {
            throw RecordRefusal.contradiction(.nothingAmended(agreement: id))
        }
        return try steps.add(
            "amendment",
            [
                "agreement": key, "agreed_on": agreedOn.description, "text": text,
                "changes": try Self.text(of: changes),
            ])
    }

    /// Adds the draft of an agreement that follows another, with copies of its commitments, and
    /// returns its id.
    ///
    /// Open follow-ups and unfinished measures stay where they were promised until the new one is
    /// signed: an abandoned renewal loses none.
    package func renew(_ id: String, terms: AgreementTerms) throws -> String {
        let key = try steps.state("agreement", id, from: ["active", "ended"], wanted: "renewed")
        let other = try String.fetchOne(
            steps.db, sql: "SELECT id FROM agreement WHERE renews = ? AND status <> 'abandoned'",
            arguments: [key])
        if let other {
            throw RecordRefusal.contradiction(.renewedAlready(agreement: id, by: other))
        }
        let record = try AgreementRecord(id, in: steps.db)
        if let from = record.terms.validFrom, let next = terms.validFrom, next <= from {
            throw RecordRefusal.daysReversed(
                table: "agreement", id: id, first: .init("valid_from", from),
                second: .init("valid_from", next))
        }
        var terms = terms
        (terms.signedOn, terms.counterpartSignatory) = (nil, nil)
        let renewal = try draft(terms, owner: record.owner, renews: key)
        let commitments = CommitmentDeeds(steps)
        for commitment in try commitments.all(of: id) {
            var copy = commitment.commitment
            copy.agreement = renewal
            try commitments.add(copy)
        }
        return renewal
    }

    /// Terms that a renewal begins with: those of the agreement, from the day after its last on
    /// and for as long as before, with nobody who has left.
    package func renewalTerms(of id: String) throws -> AgreementTerms {
        var terms = try AgreementRecord(id, in: steps.db).terms
        (terms.signedOn, terms.counterpartSignatory) = (nil, nil)
        if let from = terms.validFrom, let to = terms.validTo {
            terms.validFrom = to.adding(days: 1)
            let months =
                (to.adding(days: 1).year - from.year) * 12
                + to.adding(days: 1).month - from.month
            terms.validTo = to.adding(days: 1).adding(months: max(1, months)).adding(days: -1)
        }
        terms.responsible = try active(terms.responsible)
        terms.deputy = try active(terms.deputy)
        return terms
    }

    /// Writes what the archive knows the agreement by; nil takes a field away.
    package func file(
        _ id: String, publicTitle: String?, caseNumber: String?, accessGround: String?,
        expecting version: RecordVersion? = nil
    ) throws {
        let key = try steps.key(of: "agreement", id)
        let held = try Int64.fetchOne(
            steps.db, sql: "SELECT key FROM agreement_archive WHERE agreement = ?",
            arguments: [key])
        guard let held else {
            try steps.add(
                "agreement_archive",
                [
                    "agreement": key, "public_title": publicTitle, "case_number": caseNumber,
                    "access_ground": accessGround,
                ])
            return
        }
        try steps.expect(version, of: "agreement_archive", key: held)
        try steps.change(
            "agreement_archive", key: held,
            to: [
                "public_title": publicTitle, "case_number": caseNumber,
                "access_ground": accessGround,
            ])
    }

    /// Moves every open follow-up and unfinished measure of the agreement that this one renews.
    ///
    /// They are moved and not copied: a promise is counted once, and keeps its due day.
    func carryPromises(to agreement: Int64) throws {
        let origin = try Int64.fetchOne(
            steps.db, sql: "SELECT renews FROM agreement WHERE key = ?", arguments: [agreement])
        guard let origin else { return }
        for (table, open) in [
            ("followup", "status = 'open'"), ("measure", "status IN ('planned', 'in_progress')"),
        ] {
            let keys = try Int64.fetchAll(
                steps.db,
                sql: "SELECT key FROM \(table) WHERE agreement = ? AND \(open) ORDER BY key",
                arguments: [origin])
            for key in keys {
                try steps.change(table, key: key, to: ["agreement": agreement])
                try steps.add(
                    "carried_promise",
                    [
                        "followup": table == "followup" ? key : nil,
                        "measure": table == "measure" ? key : nil, "origin": origin,
                        "agreement": agreement, "carried_on": steps.today.description,
                    ])
            }
        }
    }

    private func active(_ user: String?) throws -> String? {
        try String.fetchOne(
            steps.db, sql: "SELECT id FROM user WHERE id = ? AND active = 1", arguments: [user])
    }

    private static func text(of changes: [FieldChange]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(changes), as: UTF8.self)
    }
}
