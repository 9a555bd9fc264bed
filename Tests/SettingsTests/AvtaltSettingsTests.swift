import Testing

@testable import Settings

@Suite struct AvtaltSettingsTests {
    @Test func `without a file, arguments and environment the defaults hold`() throws {
        let settings = try AvtaltSettings.read(config: nil, environment: [:])

        #expect(settings == AvtaltSettings())
        #expect(settings.coordinator.dailyRunAt == ClockTime(hour: 7, minute: 0))
    }

    @Test func `an argument goes before the environment, which goes before the file`() throws {
        let scratch = try Scratch()
        let config = try scratch.file(
            "a.yaml", "register: file.sqlite\nlanguage: nn\nworker:\n  prefetch: 20\n")

        let settings = try AvtaltSettings.read(
            config: config, arguments: ["register": "argument.sqlite"],
            environment: ["AVTALT_REGISTER": "environment.sqlite", "AVTALT_LANGUAGE": "en"])

        #expect(settings.register == "argument.sqlite")
        #expect(settings.language == .en)
        #expect(settings.worker.prefetch == 20)
    }

    @Test func `the environment names the file where no option does`() throws {
        let scratch = try Scratch()
        let config = try scratch.file("a.yaml", "documents: papers\n")

        let settings = try AvtaltSettings.read(
            config: nil, environment: ["AVTALT_CONFIG": config])

        #expect(settings.documents == "papers")
    }

    @Test func `a file that is named and not there stops the start with 66`() {
        let error = #expect(throws: SettingsError.self) {
            try AvtaltSettings.read(config: "/nowhere/avtalt.yaml", environment: [:])
        }

        #expect(error?.exitCode == 66)
        #expect(error?.description.hasPrefix("/nowhere/avtalt.yaml: there is no such") == true)
    }

    @Test func `everything wrong is reported at once, with file, line, key and value`() {
        let found = problems(
            in: """
                regster: a.sqlite
                language: no
                coordinator:
                  dispatch_batch: many
                  daily_run_at: 7:30
                """)

        #expect(
            found == [
                "avtalt.yaml:1: regster: is not a known key; the nearest one is «register»",
                "avtalt.yaml:2: language: «no» is not one of nb, nn, en",
                "avtalt.yaml:5: coordinator.daily_run_at: «7:30» is not a time of day "
                    + "such as 07:00",
                "avtalt.yaml:4: coordinator.dispatch_batch: «many» is not a whole number "
                    + "from 1 to 10000",
            ])
    }

    @Test func `a wrong setting stops the start with 78`() throws {
        let scratch = try Scratch()
        let config = try scratch.file("a.yaml", "worker:\n  grace_seconds: -1\n")

        let error = #expect(throws: SettingsError.self) {
            try AvtaltSettings.read(config: config, environment: [:])
        }

        #expect(error?.exitCode == 78)
        #expect(
            error?.description
                == "\(config):2: worker.grace_seconds: «-1» is not a whole number from 0 to 3600")
    }

    @Test(arguments: [
        (
            "register: a\nregister: b\n",
            "avtalt.yaml:1: register: is given more than once; keep one"
        ),
        ("register:\n", "avtalt.yaml:1: register: has no value; it must be some text"),
        ("register: [a]\n", "avtalt.yaml:1: register: is a list; it must be one value"),
        (
            "mail: smtp://a\n",
            "avtalt.yaml:1: mail: is a section; give the keys under it, one a line"
        ),
        ("- register\n", "avtalt.yaml:1: must be a list of «key: value» lines"),
        (
            "links:\n  base_url: avtalt.example\n",
            "avtalt.yaml:2: links.base_url: «avtalt.example» is not a URL such as "
                + "https://avtalt.example"
        ),
        (
            "worker:\n  prefetch: 2\n",
            "avtalt.yaml:2: worker.prefetch: 2 is less than worker.concurrency, 4; it must be at "
                + "least as much, or some of the worker stands idle"
        ),
    ])
    func `a file that cannot be meant is refused`(text: String, problem: String) {
        #expect(problems(in: text) == [problem])
    }

    @Test func `text that is not YAML is refused with its line`() {
        let found = problems(in: "register: avtalt.sqlite\nqueue: [embedded\nlanguage: nb\n")

        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("avtalt.yaml:3: is not YAML here") == true)
    }

    @Test func `an empty section and an empty environment variable say nothing`() {
        #expect(problems(in: "mail:\n", environment: ["AVTALT_REGISTER": ""]) == [])
    }

    @Test(arguments: ["01:10", "\"01:10\""])
    func `a time of day is read as written, quoted or not`(value: String) {
        let text = "coordinator:\n  daily_run_at: \(value)\n"
        var reader = SettingsReader(file: SettingsFile(path: "avtalt.yaml", text: text))
        var settings = CoordinatorSettings()

        settings.take(from: &reader)

        #expect(settings.dailyRunAt == ClockTime(hour: 1, minute: 10))
    }

    @Test func `a wrong variable is reported by its name`() {
        #expect(
            problems(in: "", environment: ["AVTALT_WORKER_CONCURRENCY": "0"]) == [
                "AVTALT_WORKER_CONCURRENCY: worker.concurrency: «0» is not a whole number "
                    + "from 1 to 64"
            ])
    }

    @Test func `a slash at the end of the base URL is left out`() throws {
        let settings = try AvtaltSettings.read(
            config: nil, environment: ["AVTALT_LINKS_BASE_URL": "https://avtalt.example/"])

        #expect(settings.baseURL == "https://avtalt.example")
    }
}
