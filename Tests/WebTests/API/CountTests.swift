import Rules
import Testing

@testable import Web

/// Settlement figures and targets, written by programs.
struct CountTests {
    private let site: TestSite
    private let nord: TestProgram
    private let analyst: TestProgram

    init() throws {
        site = try TestSite()
        nord = try site.program(.caseworker, of: .nord)
        analyst = try site.program(.headOfficeAnalyst, of: .central)
    }

    @Test func `a month's figures are reported once, and corrected by their version`() async throws
    {
        let body = """
            {"municipality_number": "1804", "year": 2013, "month": 2, "decided": 40, "settled": 7}
            """
        let added = try await nord.post("/settlement", body)
        let again = try await nord.post("/settlement", body)
        let path = String(try #require(added.reply.headers[.location]).dropFirst(7))
        let tag = try #require(try await nord.get(path).tag)

        let without = try await nord.patch(path, #"{"settled": 8}"#)
        let corrected = try await nord.patch(
            path, #"{"settled": 8, "decided": null}"#, headers: ["If-Match": tag])
        let late = try await nord.patch(path, #"{"settled": 9}"#, headers: ["If-Match": tag])

        #expect(added.status == 201)
        #expect(again.status == 409)
        #expect(without.status == 428)
        #expect(try corrected.json()["settled"] == .integer(8))
        #expect(try corrected.json()["decided"] == .null)
        #expect(try corrected.json()["requested"] == .null)
        #expect(late.status == 412)
    }

    @Test func `figures are those of the region of the municipality`() async throws {
        let foreign = try await nord.post(
            "/settlement", #"{"municipality_number": "0101", "year": 2013, "month": 2}"#)
        let unknown = try await nord.post(
            "/settlement", #"{"municipality_number": "9999", "year": 2013, "month": 2}"#)
        let head = try await analyst.post(
            "/settlement", #"{"municipality_number": "1804", "year": 2013, "month": 2}"#)

        #expect(foreign.status == 403)
        #expect(unknown.status == 422)
        #expect(head.status == 403)
    }

    @Test(arguments: ["nord", "total"])
    func `head office sets a target, and changes it by its version`(unit: String) async throws {
        let body = """
            {"unit": "\(unit)", "year": 2014, "indicator": "plan_coverage", "value": 0.9}
            """
        let refused = try await nord.post("/targets", body)
        let set = try await analyst.post("/targets", body)
        let again = try await analyst.post("/targets", body)
        let path = String(try #require(set.reply.headers[.location]).dropFirst(7))
        let tag = try #require(set.tag)

        let changed = try await analyst.patch(
            path, #"{"value": 1}"#, headers: ["If-Match": tag])
        let late = try await analyst.patch(
            path, #"{"value": 0.5}"#, headers: ["If-Match": tag])
        let foreign = try await nord.patch(
            path, #"{"value": 0.5}"#, headers: ["If-Match": try #require(changed.tag)])

        #expect([refused, set, again, late, foreign].map(\.status) == [403, 201, 409, 412, 403])
        #expect(changed.status == 200)
        #expect(changed.tag != tag)
        #expect(try site.register.check().problems.filter { "\($0)".contains("target") } == [])
    }

    @Test func `head office takes a target back, by its version, and sets it again`() async throws {
        let body = #"{"unit": "nord", "year": 2014, "indicator": "plan_coverage", "value": 0.9}"#
        let set = try await analyst.post("/targets", body)
        let path = String(try #require(set.reply.headers[.location]).dropFirst(7))
        let tag = try #require(set.tag)
        let reason = #"{"reason": "Satt for feil år"}"#

        let foreign = try await nord.post("\(path)/withdraw", reason)
        let unsaid = try await analyst.post("\(path)/withdraw", "{}")
        let taken = try await analyst.post(
            "\(path)/withdraw", reason, headers: ["If-Match": tag])
        let again = try await analyst.post("\(path)/withdraw", reason)
        let read = try await analyst.get(path)
        let changed = try await analyst.patch(
            path, #"{"value": 1}"#, headers: ["If-Match": tag])
        let anew = try await analyst.post("/targets", body)

        #expect([foreign, unsaid, taken].map(\.status) == [403, 422, 200])
        #expect([again, read, changed].map(\.status) == [404, 404, 404])
        #expect(anew.status == 201)
        #expect(anew.reply.headers[.location] == set.reply.headers[.location])
        #expect(try await analyst.get(path).status == 200)
        #expect(try site.register.check().problems.filter { "\($0)".contains("target") } == [])
    }
}
