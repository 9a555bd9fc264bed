import Agreements
import GRDB
import Register

/// Reads what is dated in the coming half year, and whose it is.
struct WorkQuery {
    let register: Register
    let unit: OwningUnit
    let today: Day

    /// The region's active people, and others who are responsible for something of the region;
    /// what nobody is responsible for comes last.
    func read() throws -> WorkPlan {
        let items = try register.due(
            upTo: WorkPlan.lastDay(from: today), unit: unit, person: nil)
        let users = try register.read { try self.users(in: $0) }
        let held = try register.read { try self.agreements(in: $0) }
        var due: [String: [Day]] = [:]
        for item in items { due[item.responsible ?? "", default: []].append(item.dueOn) }
        var people: [WorkPlan.Person] = []
        for user in users {
            let isStaff = user.unit == unit && user.isActive
            guard isStaff || due[user.id] != nil || held[user.id] != nil else { continue }
            people.append(person(user, due[user.id] ?? [], held[user.id]))
        }
        let nobody = person(nil, due[""] ?? [], held[""])
        return WorkPlan(today: today, people: people + (nobody.hasNothing ? [] : [nobody]))
    }

    private func person(_ user: User?, _ due: [Day], _ held: Held?)
        -> WorkPlan.Person
    {
        WorkPlan.Person(
            user: user, agreements: held?.all ?? 0, undeputised: held?.undeputised ?? 0,
            late: due.count { $0 < today }, due: due.filter { $0 >= today })
    }

    /// Agreements that somebody is responsible for.
    private struct Held {
        let all: Int
        let undeputised: Int
    }

    private func users(in db: Database) throws -> [User] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT id, name, email, unit, role, active, leave_from, leave_to, language
                FROM user ORDER BY name, id
                """
        ).compactMap { row in
            guard let unit = OwningUnit(rawValue: row[3]), let role = Role(rawValue: row[4]),
                let language = Language(rawValue: row[8])
            else { return nil }
            return User(
                id: row[0], name: row[1], email: row[2], unit: unit, role: role, isActive: row[5],
                leaveFrom: (row[6] as String?).flatMap { Day($0) },
                leaveTo: (row[7] as String?).flatMap { Day($0) }, language: language)
        }
    }

    /// Agreements of the region in force today, by id of the responsible; empty for nobody.
    private func agreements(in db: Database) throws -> [String: Held] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT coalesce(user.id, ''), count(*), sum(deputy IS NULL)
                FROM agreement LEFT JOIN user ON user.key = responsible
                WHERE owner = :unit AND status IN ('active', 'ended') AND signed_on <= :day
                    AND valid_from <= :day AND valid_to >= :day
                    AND (ended_on IS NULL OR ended_on > :day)
                GROUP BY 1
                """, arguments: ["unit": unit.rawValue, "day": today.description])
        return Dictionary(
            rows.map { ($0[0] as String, Held(all: $0[1], undeputised: $0[2])) },
            uniquingKeysWith: { first, _ in first })
    }
}
