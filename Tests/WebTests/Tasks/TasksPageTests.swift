import Agreements
import Foundation
import GRDB
import Register
import Tasks
import Testing

@testable import Web

/// Operators see what stopped and why, and do something about it.
struct TasksPageTests {
    private let site: TestSite
    private let administrator: TestBrowser
    private let dead = TaskID("dead1")
    private let waiting = TaskID("waiting1")

    init() throws {
        site = try TestSite()
        administrator = try site.browser(as: "c.admin")
        try site.plan(waiting, subject: "NORD-2012-1/2013")
        try site.plan(dead, subject: "<b>nord.sb0</b>")
        try site.kill(dead, reason: "SMTP 550 <ukjent>")
    }

    @Test func `what stopped is shown first, with its reason`() async throws {
        let reply = try await administrator.get("/tasks")

        #expect(reply.status == 200)
        #expect(reply.text.contains("1 oppgave har stanset"))
        #expect(reply.text.contains("Ga opp"))
        #expect(reply.text.contains("SMTP 550 &lt;ukjent&gt;"))
        #expect(reply.text.contains("&lt;b&gt;nord.sb0&lt;/b&gt;"))
        #expect(!reply.text.contains("NORD-2012-1/2013"))
    }

    @Test(arguments: [
        ("attention", 1), ("waiting", 1), ("queued", 0), ("over", 0), ("all", 2), ("nonsense", 1),
    ])
    func `a tab shows the tasks of its states`(tab: String, count: Int) async throws {
        let reply = try await administrator.get("/tasks?show=\(tab)")

        #expect(reply.text.components(separatedBy: "<a href=\"/tasks/").count - 1 == count)
    }

    @Test func `a kind narrows the list down`() async throws {
        let digests = try await administrator.get("/tasks?show=all&kind=reminder.digest")
        let parts = try await administrator.get("/tasks?show=all&kind=report.part")

        #expect(digests.text.contains("/tasks/dead1"))
        #expect(!parts.text.contains("/tasks/dead1"))
        #expect(parts.text.contains("Det er ingen slike oppgaver."))
    }

    @Test func `a long list goes on on the next page`() async throws {
        for number in 0..<60 { try site.plan(TaskID("more\(number)"), subject: "S\(number)") }

        let first = try await administrator.get("/tasks?show=waiting")
        let link = try #require(first.text.firstMatch(of: /href="([^"]*before=[^"]*)"/))
        let second = try await administrator.get(
            String(link.1).replacing("&amp;", with: "&"))

        #expect(first.text.contains("/tasks/more59"))
        #expect(!first.text.contains("/tasks/waiting1"))
        #expect(second.text.contains("/tasks/waiting1"))
        #expect(!second.text.contains("before="))
    }

    @Test func `a task is shown with every step of its life`() async throws {
        let reply = try await administrator.get("/tasks/dead1")

        #expect(reply.text.contains("Planlagt"))
        #expect(reply.text.contains("Gikk galt, ga opp"))
        #expect(reply.text.contains("Alle forsøk er brukt."))
        #expect(reply.text.contains("01.03.2013 12:00:00"))
    }

    @Test func `a dead task is retried, with the reason and the name in its history`() async throws
    {
        let reply = try await administrator.post("/tasks/dead1/retry", ["reason": "Adresse rettet"])
        let after = try await administrator.get(try #require(reply.location))

        #expect(reply.status == 303)
        #expect(after.text.contains("Oppgaven blir prøvd igjen nå."))
        #expect(after.text.contains("c.admin: Adresse rettet"))
        #expect(try site.phase(of: dead) == .retrying || site.phase(of: dead) == .planned)
    }

    @Test func `a reason is needed, and what is wrong is said at the field`() async throws {
        let reply = try await administrator.post("/tasks/dead1/retry", ["reason": " "])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Hvorfor må fylles ut"))
        #expect(try site.phase(of: dead) == .dead)
    }

    @Test func `what cannot be done is told, and what was typed stays`() async throws {
        let reply = try await administrator.post(
            "/tasks/waiting1/retry", ["reason": "Haster"])

        #expect(reply.status == 422)
        #expect(reply.text.contains("Systemet gjør oppgaven av seg selv."))
    }

    @Test func `a waiting task is cancelled`() async throws {
        let reply = try await administrator.post(
            "/tasks/waiting1/cancel", ["reason": "Ikke nødvendig"])

        #expect(reply.status == 303)
        #expect(try site.phase(of: waiting) == .cancelled)
    }

    @Test func `a pause holds until it is ended`() async throws {
        let paused = try await administrator.post(
            "/tasks/pause", ["scope": "reminder", "reason": "Ny e-posttjener"])
        let shown = try await administrator.get("/tasks")
        let resumed = try await administrator.post("/tasks/resume", ["scope": "reminder"])
        let again = try await administrator.post("/tasks/resume", ["scope": "reminder"])

        #expect(paused.location == "/tasks?said=paused")
        #expect(shown.text.contains("Ny e-posttjener"))
        #expect(shown.text.contains("Sett i gang igjen: Påminnelser"))
        #expect(resumed.location == "/tasks?said=resumed")
        #expect(again.location == "/tasks?said=was_not_paused")
    }

    @Test(arguments: [("reminders", "X"), ("", "X"), ("reminder", "")])
    func `a pause of what is not there, or for no reason, is refused`(
        scope: String, reason: String
    ) async throws {
        let reply = try await administrator.post(
            "/tasks/pause", ["scope": scope, "reason": reason])

        #expect(reply.status == 422)
        #expect(try site.register.read { try TaskStore($0).pauses() }.isEmpty)
    }

    @Test(arguments: [
        "nord.sb0", "c.revisor",
    ])
    func `others look and do not touch`(user: String) async throws {
        let browser = try site.browser(as: user)

        let list = try await browser.get("/tasks")
        let task = try await browser.get("/tasks/dead1")
        let retry = try await browser.post("/tasks/dead1/retry", ["reason": "X"])
        let pause = try await browser.post("/tasks/pause", ["scope": "all", "reason": "X"])

        #expect(list.text.contains("Administratorer kan prøve igjen"))
        #expect(!task.text.contains("/tasks/dead1/retry"))
        #expect(retry.status == 403)
        #expect(pause.status == 403)
    }

    @Test(arguments: Language.allCases, ["/tasks", "/tasks?show=all", "/tasks/dead1"])
    func `the pages are there in every language`(language: Language, path: String) async throws {
        let reply = try await site.browser(as: "c.admin", language: language).get(path)

        #expect(reply.status == 200)
        #expect(!reply.text.contains("{{"))
        #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
    }

    @Test func `a task that is not there has an error page`() async throws {
        #expect(try await administrator.get("/tasks/none").status == 404)
        #expect(
            try await administrator.post("/tasks/none/retry", ["reason": "X"]).status == 404)
    }

    @Test(arguments: TaskKind.known, Language.allCases)
    func `every kind and its worker has a name`(kind: TaskKind, language: Language) {
        let words = TasksPage.vocabulary[language]

        #expect(words.kind(kind.rawValue) != kind.rawValue)
        #expect(words.kind(kind.worker) != kind.worker)
    }

    @Test(arguments: TaskState.Phase.allCases)
    func `every state has its word`(phase: TaskState.Phase) {
        #expect(TasksWords.texts["state_\(phase.rawValue)"] != nil)
    }

    @Test(arguments: TaskEvent.Name.allCases)
    func `every event has its word`(event: TaskEvent.Name) {
        #expect(TasksWords.texts["event_\(event.rawValue)"] != nil)
    }
}

extension TestSite {
    func plan(_ id: TaskID, subject: String) throws {
        try register.write { db in
            _ = try TaskStore(db).plan(
                [
                    NewTask(
                        id: id, kind: .reminderDigest, unit: .nord, subject: subject, dueAt: now,
                        payload: Data())
                ], at: now)
        }
    }

    /// Lets a task fail until it gives up.
    func kill(_ id: TaskID, reason: String) throws {
        try register.write { db in
            try db.execute(
                sql: """
                    UPDATE task SET state = 'dead', last_error = :reason, revision = revision + 1
                    WHERE id = :id
                    """, arguments: ["reason": reason, "id": id.text])
            try db.execute(
                sql: """
                    INSERT INTO task_event (task, revision, name, happened_at, attempt, reason)
                    SELECT key, revision, 'dead', ?, 1, ? FROM task WHERE id = ?
                    """, arguments: [now.milliseconds, reason, id.text])
        }
    }

    fileprivate func phase(of id: TaskID) throws -> TaskState.Phase? {
        try register.read { try TaskStore($0).task(id)?.state.phase }
    }
}
