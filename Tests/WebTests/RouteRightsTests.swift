import Testing

@testable import Web

struct RouteRightsTests {
    @Test func `routes are listed`() {
        for route in Site.routes { print("ROUTE", route.method, route.path, route.access) }
        #expect(Site.routes.isEmpty)
    }
}
