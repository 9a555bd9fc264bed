import Agreements
import Foundation
import Support
import Testing

@testable import Tasks

struct FlightRecorderTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("flights") }
    private let now = Instant(milliseconds: 1_362_117_600_123)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func flight(_ name: String, _ attempt: Int = 1) -> FlightRecorder.Flight {
        FlightRecorder.Flight(id: TaskID(name), attempt: attempt)
    }

    @Test func `what was being done is found after the end and what had returned is not`() throws {
        let first = try FlightRecorder(path: path)
        _ = try first.begin(flight("a", 2), at: now)
        try first.end(try first.begin(flight("b"), at: now))

        let second = try FlightRecorder(path: path)

        #expect(second.recovered == [flight("a", 2): now])
    }

    @Test func `what was found is kept until it is forgotten`() throws {
        _ = try FlightRecorder(path: path).begin(flight("a"), at: now)
        let second = try FlightRecorder(path: path, slots: 2)
        _ = try second.begin(flight("b"), at: now)
        #expect(throws: FlightRecorder.Error.self) { try second.begin(flight("c"), at: now) }

        try second.forgetRecovered()

        #expect(try FlightRecorder(path: path).recovered == [flight("b"): now])
    }

    @Test func `a torn or foreign file blames nobody`() throws {
        try Data(repeating: 0xFF, count: 1000).write(to: URL(fileURLWithPath: path))

        #expect(try FlightRecorder(path: path).recovered.isEmpty)
    }

    @Test func `a file that cannot be made is an error that names it`() {
        let path = folder.path("missing/flights")

        let error = #expect(throws: FlightRecorder.Error.self) { try FlightRecorder(path: path) }

        #expect("\(error.map { "\($0)" } ?? "")".contains(path))
    }
}
