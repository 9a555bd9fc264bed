import Agreements
import Foundation
import GRDB

/// Activities as pages log them, within one transaction of the caller.
package struct ActivityDeeds {
    private let steps: RecordSteps

    package init(_ db: Database, author: Author, at now: Instant) {
        steps = RecordSteps(db, author: author, at: now)
    }

    /// Adds an activity, whose id is made here, and returns its key.
    @discardableResult
    package func add(_ activity: Activity) throws -> Int64 {
        var activity = activity
        let owner = activity.agreement ?? activity.party ?? ""
        activity.id = "\(owner)/\(UUID().uuidString.lowercased())"
        try WorkLog(steps).add(activity)
        return try steps.key(of: "activity", activity.id)
    }

    /// The id of the party that a municipality is, which is added where it is none yet: work with
    /// a municipality without an agreement is logged as well.
    package func party(ofMunicipality number: String) throws -> String {
        let row = try Row.fetchOne(
            steps.db,
            sql: """
                SELECT m.key, m.name, (SELECT id FROM party WHERE party.municipality = m.key
                    AND kind = 'municipality' ORDER BY key LIMIT 1)
                FROM municipality AS m WHERE m.number = ?
                """, arguments: [number])
        guard let row else { throw RecordRefusal.unknown(table: "municipality", id: number) }
        if let party: String = row[2] { return party }
        let id = "K\(number)"
        try steps.refuseExisting("party", id)
        let (key, name): (Int64, String) = (row[0], row[1])
        try steps.add(
            "party",
            [
                "id": id, "name": name, "kind": "municipality", "level": "municipal",
                "municipality": key,
            ])
        return id
    }

    /// Corrects an activity; its id and what the trail says of it before stay.
    package func correct(_ activity: Activity, expecting version: RecordVersion?) throws {
        let key = try steps.key(of: "activity", activity.id)
        try steps.expect(version, of: "activity", key: key)
        try WorkLog(steps).check(activity)
        try steps.change("activity", key: key, to: try WorkLog(steps).values(of: activity))
    }
}
