import Agreements
import Foundation
import HTTPTypes
import Rules
import Testing

@testable import Web

/// What is promised in openapi.yaml is what is there.
struct ContractTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
    }

    @Test func `every operation of the document is answered, and no other`() throws {
        let promised = try Contract.served.get().operations.map(\.id).sorted()

        let answered = APIOperation.all.map(\.id) + APIAbout.operations

        #expect(promised == answered.sorted())
        #expect(Set(answered).count == answered.count)
    }

    @Test(arguments: Contract.Operation.needingToken)
    func `nothing is answered without a token`(operation: Contract.Operation) async throws {
        let answer = try await site.anonymous.send(
            operation.method, operation.address, body: operation.sample)

        #expect(answer.status == 401)
        #expect(try answer.problem() == "unauthorized")
        #expect(answer.reply.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test(arguments: Contract.Operation.needingToken)
    func `an auditor reads everything and changes nothing`(operation: Contract.Operation)
        async throws
    {
        let auditor = try site.program(.auditor, of: .central)

        let answer = try await auditor.send(
            operation.method, operation.address, body: operation.sample,
            headers: ["If-Match": "\"1\""])

        if operation.method == .get {
            #expect(![401, 403, 405, 500].contains(answer.status))
        } else {
            #expect([403, 404, 422].contains(answer.status))
        }
    }

    /// What the rights are asked for, by the method; whose the records are is looked up for each
    /// change but those of the coordinator's tasks, which are nobody's.
    @Test(arguments: Contract.Operation.needingToken)
    func `a change asks for the right to change, over records of somebody`(
        operation: Contract.Operation
    ) throws {
        let own = try #require(APIOperation.all.first { $0.id == operation.id })

        switch own.access.action {
        case .read: #expect(operation.method == .get)
        case .steer:
            #expect(operation.method != .get)
            #expect(own.access.kind == .task)
        default:
            #expect(operation.method != .get)
            #expect(own.access.scope != .everybody)
        }
    }

    @Test(arguments: ["/openapi.yaml", "/openapi.json"])
    func `the document is served to everybody`(path: String) async throws {
        let answer = try await site.anonymous.get(path)

        #expect(answer.status == 200)
        #expect(answer.reply.text.contains("/agreements/{id}/requirements"))
    }

    @Test func `the document as JSON keeps texts as texts and numbers as numbers`() async throws {
        let json = try await site.anonymous.get("/openapi.json").json()

        #expect(json["openapi"] == .text("3.1.0"))
        #expect(json["info"]?["version"] == .text("1"))
        #expect(json["components"]?["schemas"]?["Year"]?["minimum"] == .integer(1900))
        #expect(json["components"]?["parameters"]?["ifMatch"]?["required"] == .truth(true))
    }

    @Test(arguments: Problem.Sort.allCases)
    func `a problem's type leads to what it means`(sort: Problem.Sort) async throws {
        let answer = try await site.anonymous.get("/problems/\(sort.rawValue)")

        #expect(answer.status == 200)
        #expect(answer.reply.text.contains(sort.advice))
    }

    @Test(arguments: [
        (HTTPRequest.Method.delete, "/agreements"), (.put, "/agreements/NORD-2010-0001"),
        (.trace, "/agreements"), (.post, "/openapi.yaml"), (.get, "/plans/1/adopt"),
        (HTTPRequest.Method("QUERY") ?? .get, "/agreements"),
    ])
    func `a method that an address does not know is refused with those that it does`(
        method: HTTPRequest.Method, path: String
    ) async throws {
        let answer = try await site.anonymous.send(method, path)

        #expect(answer.status == 405)
        #expect(try answer.problem() == "method-not-allowed")
        #expect(answer.reply.headers[.allow]?.isEmpty == false)
    }

    @Test(arguments: ["", "/", "/nothing", "/agreements/X-1/nothing"])
    func `an address that is not there is a problem and no page`(path: String) async throws {
        let answer = try await site.anonymous.get(path)

        #expect(answer.status == 404)
        #expect(try answer.problem() == "not-found")
    }
}

extension TestSite {
    var anonymous: TestProgram { TestProgram(site: self, token: nil) }
}

extension Contract.Operation: CustomTestStringConvertible {
    public var testDescription: String { id }

    /// None where the document cannot be read, which the first test of all tells.
    static let needingToken: [Contract.Operation] =
        switch Contract.served {
        case .success(let contract):
            contract.operations.filter { !APIAbout.operations.contains($0.id) }
        case .failure: []
        }

    /// An address with something in place of each parameter.
    var address: String {
        path.replacing("{id}", with: "NORD-2010-0001").replacing("{key}", with: "1")
            .replacing("{scope}", with: "reminder")
    }

    var sample: String? { body.map { _ in "{}" } }
}
