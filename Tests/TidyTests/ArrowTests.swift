import Testing

/// Modules know each other in one direction only.
struct ArrowTests {
    /// What each of our modules may import of ours.
    private static let allowed: [String: Set<String>] = [
        "Agreements": [],
        "Checksum": ["COpenSSL"],
        "Secrets": ["Checksum", "COpenSSL"],
        "Rules": ["Agreements"],
        "Tasks": ["Agreements", "Rules"],
        "Mail": ["CCurl"],
        "OpenID": ["Agreements", "CCurl", "COpenSSL", "Secrets"],
        "Documents": ["Agreements", "Rules", "CSpawn", "CXLSXWriter"],
        "Demonstration": ["Agreements"],
        "Settings": ["Agreements", "Rules"],
        "Register": ["Agreements", "Checksum", "Rules", "Secrets", "Tasks"],
        "RabbitMQ": ["Agreements", "Tasks", "Settings", "CRabbitMQ"],
        "Staffing": [
            "Agreements", "CMalloc", "Mail", "RabbitMQ", "Settings", "Supervision", "Tasks",
        ],
        "Supervision": ["Tasks"],
        "Coordination": ["Agreements", "Rules", "Tasks", "Register"],
        "Web": [
            "Agreements", "Checksum", "Coordination", "CZlib", "Documents", "Mail", "OpenID",
            "Register", "Rules", "Secrets", "Settings", "Tasks",
        ],
        "ReminderWorker": ["Agreements", "Rules", "Tasks", "Documents", "Mail"],
        "EvaluationWorker": ["Agreements", "Rules", "Tasks", "Documents"],
        "ReportWorker": ["Checksum", "Agreements", "Rules", "Tasks", "Documents"],
    ]

    private static let ours = Set(allowed.keys).union([
        "Commands", "CCurl", "CMalloc", "COpenSSL", "CRabbitMQ", "CSpawn", "CXLSXWriter", "CZlib",
    ])

    @Test(arguments: SourceTree.swiftFiles.filter { allowed[$0.module] != nil })
    func `a module imports only what lies below it`(file: SourceFile) throws {
        let allowed = try #require(Self.allowed[file.module])

        let others = Set(file.imports).intersection(Self.ours).subtracting(allowed)

        #expect(others.isEmpty, "\(file.path) imports \(others.sorted().joined(separator: ", "))")
    }

    @Test(arguments: SourceTree.swiftFiles.filter { $0.path.hasPrefix("Workers/") })
    func `a worker never sees the register`(file: SourceFile) {
        #expect(!file.imports.contains("Register") && !file.imports.contains("GRDB"))
    }

    @Test func `every folder of Sources has its arrows written down`() {
        let modules = Set(
            SourceTree.swiftFiles.filter { $0.path.hasPrefix("Sources/") }.map(\.module))
        let executables: Set<String> = ["avtalt", "avtalt-coordinator"]

        #expect(modules.subtracting(Self.ours).subtracting(executables).isEmpty)
    }
}
