import Register

/// Answers an offer, or takes it back.
enum HandoverDeciding {
    static func accept(_ visit: Visit) throws -> Reply {
        let (key, reader) = (try visit.key(), try visit.reader)
        return try decided(visit, key, "accepted") { deeds in
            try deeds.accept(key, as: reader.id)
        }
    }

    static func decline(_ visit: Visit) throws -> Reply {
        let (key, reader) = (try visit.key(), try visit.reader)
        let words = visit.words
        var form = visit.formReader
        let reason = form.text("reason", words["reason"], isRequired: true, limit: 2000)
        func again(_ form: FormReader) throws -> Reply {
            try HandoverReading.page(
                visit, key: key,
                declined: visit.formView(
                    action: "/handovers/\(key)/decline",
                    fields: form.filled(HandoverReading.declineFields(words)),
                    submit: words["decline"]))
        }
        guard form.isValid, let reason else { return try again(form) }
        do {
            return try decided(visit, key, "declined") { deeds in
                try deeds.decline(key, as: reader.id, reason: reason)
            }
        } catch RecordRefusal.identityNumber {
            form.reject("reason", words["error_identity", words["reason"]])
            return try again(form)
        }
    }

    static func withdraw(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        let found = try visit.read { db in
            let query = HandoverQuery(db: db)
            return (try query.offer(key)?.giver.id, try query.parts(of: key).map(\.owner))
        }
        guard let giver = found.0 else { throw PageError.notFound }
        guard try HandoverReading.mayWithdraw(visit, giver: giver, owners: found.1) else {
            throw PageError.forbidden
        }
        return try decided(visit, key, "withdrawn") { deeds in
            try deeds.withdraw(key, as: giver)
        }
    }

    /// Does it, and shows the offer; one that was decided meanwhile is shown as it stands.
    private static func decided(
        _ visit: Visit, _ key: Int64, _ said: String, _ body: (HandoverDeeds) throws -> Void
    ) throws -> Reply {
        do {
            try visit.write { db in
                try body(HandoverDeeds(db, author: visit.author, at: visit.now))
                try HandoverLetters.decided(key, visit, in: db)
            }
            return .redirect(to: "/handovers/\(key)?said=\(said)")
        } catch RecordRefusal.unknown {
            throw PageError.notFound
        } catch RecordRefusal.notNow {
            return .redirect(to: "/handovers/\(key)?said=decided_before")
        } catch RecordRefusal.contradiction(.notForYou) {
            throw PageError.forbidden
        }
    }
}
