import Agreements
import Foundation
import Register
import Support
import Testing

@testable import Coordination

struct DocumentFolderTests {
    private let office: Office
    private let path: String

    init() throws {
        office = try Office(rules: [])
        path = office.coordinator.folder.path("documents")
    }

    private func folder() -> DocumentFolder {
        DocumentFolder(
            register: office.register, path: path,
            surroundings: office.coordinator.surroundings)
    }

    private func keep(_ place: String, _ text: String = "page") throws {
        try office.register.write { db in
            try DocumentStore(db).keep(
                DocumentStore.Document(
                    path: place, mediaType: "text/html", body: Data(text.utf8)),
                at: office.now)
        }
    }

    private func content(_ place: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/\(place)")
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a document is written once, and kept as it was first`() async throws {
        let folder = folder()
        try keep("reports/a.html")
        let first = try await folder.runOnce()
        try keep("reports/a.html", "another")
        let second = try await folder.runOnce()

        #expect(first == 1)
        #expect(second == 0)
        #expect(content("reports/a.html") == "page")
    }

    @Test func `what was taken away or altered is written again at the next start`() async throws {
        try keep("reports/a.html")
        try keep("reports/b.html")
        try await folder().runOnce()
        try FileManager.default.removeItem(atPath: "\(path)/reports/a.html")
        try Data("altered".utf8).write(to: URL(fileURLWithPath: "\(path)/reports/b.html"))

        let written = try await folder().runOnce()

        #expect(written == 2)
        #expect(content("reports/a.html") == "page")
        #expect(content("reports/b.html") == "page")
    }

    @Test func `a folder that cannot be written to keeps documents waiting`() async throws {
        try keep("reports/a.html")
        try Data().write(to: URL(fileURLWithPath: path))
        let folder = folder()
        await #expect(throws: CocoaError.self) { try await folder.runOnce() }
        try FileManager.default.removeItem(atPath: path)

        let written = try await folder.runOnce()

        #expect(written == 1)
    }

    @Test(arguments: [
        "../../x", "a/b\\c", "..", ".", "a...b", "NORD 2012\n", "Sør-Varanger/π",
        String(repeating: "x", count: 300), String(repeating: "å", count: 150),
        String(repeating: ".", count: 400), "\0",
    ])
    func `an agreement's id of any sort makes a safe name of a file`(id: String) async throws {
        let name = DocumentStore.fileName(of: id)
        try keep("evaluations/2013/\(name)-submitted-2013-12-02.html")

        try await folder().runOnce()

        #expect(name.utf8.count <= 160)
        #expect(!name.contains("/") && !name.contains("..") && !name.hasPrefix("."))
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(path)/evaluations/2013")
        #expect(files == ["\(name)-submitted-2013-12-02.html"])
    }

    @Test func `ids that differ have names that differ`() {
        let long = String(repeating: "x", count: 300)
        let ids = [
            "a/b", "a%2Fb", "a.b", "a..b", "a.%2Eb", "..", "%2E.", long, long + "y", "A/B",
        ]

        #expect(Set(ids.map { DocumentStore.fileName(of: $0) }).count == ids.count)
    }

    @Test func `hostile ids of agreements are evaluated like any other`() async throws {
        for id in ["../../x", "a/b", String(repeating: "lang", count: 60)] {
            try office.add(OfficeRows.agreement(id))
        }
        try await office.run("2013-11-15")

        let written = try await folder().runOnce()

        #expect(written == 4)
        #expect(try office.coordinator.counts() == [.done: 4])
    }
}
