import GRDB
import HTTPTypes
import Register
import Testing

@testable import Web

/// Every address for every role, allowed or refused as domain.md, section 2, says: the table here
/// is written from that text, and not from the product's own.
struct RouteRightsTests {
    /// Who may, on records of the region Nord.
    enum Who: Sendable {
        case anyone
        case signedIn
        /// Whoever works with agreements somewhere; the handler looks at each record.
        case workers
        case nord
        case nordsDirector
        case headOffice
        /// Whoever approves somewhere; the handler looks at each record.
        case directors
        case administrator
        case administratorAndAuditor
    }

    private static let nord: Set<String> = ["nord.sb0", "nord.sb3", "nord.dir"]
    private static let workers = nord.union(["sor.sb0", "c.an0", "c.dir"])
    private static let everybody = workers.union(["c.admin", "c.revisor"])

    private static func people(_ who: Who) -> Set<String> {
        switch who {
        case .anyone, .signedIn: everybody
        case .workers: workers
        case .nord: nord
        case .nordsDirector: ["nord.dir"]
        case .headOffice: ["c.an0", "c.dir"]
        case .directors: ["nord.dir", "c.dir"]
        case .administrator: ["c.admin"]
        case .administratorAndAuditor: ["c.admin", "c.revisor"]
        }
    }

    /// Lines of method, beginning of the path and who; the first that fits counts.
    private static let table: [(String, String, Who)] = [
        ("GET", "/assets/", .anyone), ("GET", "/language/", .anyone), ("GET", "/help", .anyone),
        ("GET", "/privacy", .anyone), ("GET", "/accessibility", .anyone),
        ("GET", "/sign-in", .anyone), ("POST", "/sign-in", .anyone),
        ("GET", "/signed-out", .anyone), ("GET", "/invitation/", .anyone),
        ("POST", "/invitation/", .anyone), ("GET", "/feeds/", .anyone),
        ("GET", "/answer/", .anyone), ("POST", "/answer/", .anyone),
        ("GET", "/notices/answer", .workers), ("POST", "/notices/", .workers),
        ("GET", "/notices", .signedIn),
        ("POST", "/sign-out", .anyone), ("GET", "/settings", .signedIn),
        ("POST", "/settings/", .signedIn), ("POST", "/agreements/views", .signedIn),
        ("GET", "/calendar", .signedIn), ("POST", "/calendar/feeds", .signedIn),
        // What an agreement's reader sees, and what its owner's office changes.
        ("GET", "/agreements/assign", .workers), ("POST", "/agreements/assign", .workers),
        ("GET", "/agreements/new", .workers), ("POST", "/agreements/new", .workers),
        ("GET", "/agreements/:agreement/amend", .nord),
        ("GET", "/agreements/:agreement/archive", .nord),
        ("GET", "/agreements/:agreement/commitments/", .nord),
        ("GET", "/agreements/:agreement/contacts/", .nord),
        ("GET", "/agreements/:agreement/edit", .nord),
        ("GET", "/agreements/:agreement/end", .nord),
        ("GET", "/agreements/:agreement/followups/", .nord),
        ("GET", "/agreements/:agreement/meetings/", .nord),
        ("GET", "/agreements/:agreement/negotiate", .nord),
        ("GET", "/agreements/:agreement/package", .nord),
        ("GET", "/agreements/:agreement/renew", .nord),
        ("GET", "/agreements/:agreement/sign", .nord),
        ("GET", "/agreements", .signedIn), ("POST", "/agreements/:agreement/", .nord),
        ("GET", "/plans/:key/adopt", .nordsDirector),
        ("POST", "/plans/:key/adopt", .nordsDirector),
        ("POST", "/day/plans/:key/adopt", .nordsDirector),
        ("POST", "/day/undo", .workers), ("GET", "/day/", .nord), ("POST", "/day/", .nord),
        ("GET", "/plans/", .nord), ("POST", "/plans/", .nord),
        ("GET", "/meetings/:key/", .nord), ("GET", "/meetings/:key", .signedIn),
        ("POST", "/meetings/", .nord),
        ("GET", "/followups/", .nord), ("POST", "/followups/", .nord),
        ("GET", "/measures/", .nord), ("POST", "/measures/", .nord),
        ("GET", "/commitments/", .nord), ("POST", "/commitments/", .nord),
        ("GET", "/log/", .nord), ("POST", "/log/", .nord),
        ("GET", "/log", .workers), ("POST", "/log", .workers),
        ("GET", "/handovers/new", .workers), ("GET", "/handovers/write", .workers),
        ("GET", "/handovers", .signedIn), ("POST", "/handovers/", .workers),
        ("GET", "/regions/", .signedIn), ("GET", "/norway", .signedIn),
        ("GET", "/municipalities/", .signedIn),
        // A counterpart answers by the secret in the address alone.
        ("GET", "/respond/", .anyone), ("POST", "/respond/", .anyone),
        ("GET", "/evaluations/approve", .directors), ("POST", "/evaluations/approve", .directors),
        ("GET", "/evaluations/nudge", .headOffice), ("POST", "/evaluations/nudge", .headOffice),
        ("GET", "/evaluations/:key/send-back", .nordsDirector),
        ("POST", "/evaluations/:key/send-back", .nordsDirector),
        ("GET", "/evaluations/:key/approval", .nordsDirector),
        ("POST", "/evaluations/:key/approval", .nordsDirector),
        ("GET", "/evaluations/:key/", .nord), ("POST", "/evaluations/:key/", .nord),
        ("GET", "/evaluations", .signedIn),
        ("GET", "/reports/new", .headOffice), ("POST", "/reports/", .headOffice),
        ("GET", "/reports/targets/withdraw", .headOffice),
        ("GET", "/reports", .signedIn), ("GET", "/tasks", .signedIn),
        ("POST", "/tasks/", .administrator),
        // Administration is read by everybody, but for the trail and what is a form to write in.
        ("GET", "/administration/audit", .administratorAndAuditor),
        ("GET", "/administration/import", .administrator),
        ("GET", "/administration/people/new", .administrator),
        ("GET", "/administration/rules/draft", .administrator),
        ("GET", "/administration/units/municipalities/", .administrator),
        ("GET", "/administration/quiet/new", .administrator),
        ("GET", "/administration/tokens", .signedIn),
        ("POST", "/administration/tokens", .signedIn),
        ("GET", "/administration", .signedIn), ("POST", "/administration/", .administrator),
        ("GET", "/", .signedIn),
    ]

    @Test(arguments: Site.routes.map { "\($0.method) \($0.path)" })
    func `an address lets in whom the rulebook lets in`(name: String) async throws {
        let route = try #require(Site.routes.first { "\($0.method) \($0.path)" == name })
        let line = Self.table.first {
            $0.0 == route.method.rawValue
                && (route.path == $0.1 || $0.1.count > 1 && route.path.hasPrefix($0.1))
        }
        let who = try #require(line?.2, "No line of the table is about \(name).")
        let site = try TestSite()
        let path = try Self.path(of: route, on: site)
        let allowed = Self.people(who)

        // Those who are refused come first: what an allowed one does may change the record.
        for user in Self.everybody.sorted(by: {
            (allowed.contains($0) ? 1 : 0, $0) < (allowed.contains($1) ? 1 : 0, $1)
        }) {
            let reply = try await Self.ask(site.browser(as: user), route, path)

            #expect(reply.status < 500, "\(user) \(name)")
            if allowed.contains(user) {
                #expect(reply.status != 403 && reply.status != 401, "\(user) \(name)")
            } else {
                #expect(reply.status == 403, "\(user) \(name)")
            }
        }
        guard case .anyone = who else {
            let reply = try await Self.ask(site.browser(as: nil), route, path)
            let isSent = reply.location?.hasPrefix("/sign-in") ?? false
            #expect(reply.status == 401 || isSent, "nobody \(name): \(reply.status)")
            return
        }
    }

    private static func ask(
        _ browser: TestBrowser, _ route: Route, _ path: String
    ) async throws -> TestReply {
        route.method == .post ? try await browser.post(path, [:]) : try await browser.get(path)
    }

    /// The route's path with a record of the region Nord, as far as there is one.
    private static func path(of route: Route, on site: TestSite) throws -> String {
        let (agreement, key) = try site.register.read { db in
            let table: String? =
                if case .right(_, _, .record(let table)) = route.access { table.rawValue } else {
                    nil
                }
            return (
                try String.fetchOne(
                    db, sql: "SELECT id FROM agreement WHERE owner = 'nord' AND status = 'active'"),
                try table.flatMap {
                    try Int64.fetchOne(
                        db,
                        sql: """
                            SELECT t.key FROM \($0) AS t JOIN agreement AS a ON a.key = t.agreement
                            WHERE a.owner = 'nord' LIMIT 1
                            """)
                } ?? 1
            )
        }
        let values = [
            ":agreement": try #require(agreement), ":key": String(key), ":unit": "nord",
            ":user": "nord.sb0", ":number": "1", ":topic": "day", ":language": "nn",
            ":indicator": "plan_coverage", ":of": "nord", ":municipality": "1804",
        ]
        return route.path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? values[String($0)] ?? "1" : String($0) }
            .joined(separator: "/")
    }
}
