import Testing

@testable import Settings

@Suite struct WorkerSettingsTests {
    @Test func `a worker process refuses the embedded queue`() {
        let error = #expect(throws: SettingsError.self) {
            try WorkerSettings.read(
                kind: .report, config: nil, environment: ["AVTALT_QUEUE": "embedded"])
        }

        #expect(error?.exitCode == 78)
        #expect(error?.description.hasPrefix("AVTALT_QUEUE: queue: «embedded»") == true)
    }

    @Test func `only the reminder worker knows mail`() throws {
        let scratch = try Scratch()
        let config = try scratch.file("a.yaml", "mail:\n  from: a@b.no\n")

        let reminder = try WorkerSettings.read(kind: .reminder, config: config, environment: [:])

        #expect(reminder.mail?.from == "a@b.no")
        #expect(throws: SettingsError.self) {
            try WorkerSettings.read(kind: .report, config: config, environment: [:])
        }
    }
}
