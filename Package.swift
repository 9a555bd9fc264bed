// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func executable(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The two targets of one folder of `Workers/`: the handler and the executable around it.
func worker(_ kind: String, handling dependencies: [Target.Dependency]) -> [Target] {
    let handler = "\(kind)Worker"
    return [
        .target(
            name: handler, dependencies: ["Agreements", "Rules", "Tasks"] + dependencies,
            path: "Workers/\(kind)/Handler", swiftSettings: strict),
        .executableTarget(
            name: "\(kind.lowercased())-worker",
            dependencies: [
                .byName(name: handler), "Settings", "Staffing", "Tasks", arguments,
            ] + (kind == "Reminder" ? ["Mail"] : kind == "Report" ? ["Documents"] : []),
            path: "Workers/\(kind)/Executable", swiftSettings: strict),
    ]
}

let package = Package(
    name: "avtalt",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "avtalt", targets: ["avtalt"]),
        .executable(name: "avtalt-coordinator", targets: ["avtalt-coordinator"]),
        .executable(name: "reminder-worker", targets: ["reminder-worker"]),
        .executable(name: "evaluation-worker", targets: ["evaluation-worker"]),
        .executable(name: "report-worker", targets: ["report-worker"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CRabbitMQ", pkgConfig: "librabbitmq", providers: [.apt(["librabbitmq-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CMalloc"),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        library("Checksum", ["COpenSSL"]),
        library("Secrets", ["Checksum", "COpenSSL"]),
        library("Agreements"),
        library("Rules", ["Agreements"]),
        library("Tasks", ["Agreements", "Rules", logging, lifecycle]),
        library(
            "Register",
            ["Agreements", "Rules", "Tasks", "Checksum", "Secrets", grdb, sqlite, logging]),
        library("RabbitMQ", ["Agreements", "Tasks", "Settings", "CRabbitMQ", logging]),
        library("Supervision", ["Tasks", hummingbird, logging, lifecycle]),
        library(
            "Staffing",
            [
                "Agreements", "CMalloc", "Mail", "RabbitMQ", "Settings", "Supervision", "Tasks",
                arguments, logging, lifecycle, signals,
            ]),
        library(
            "Coordination",
            ["Agreements", "Rules", "Tasks", "Register", grdb, logging, lifecycle]),
        .target(
            name: "Documents", dependencies: ["Agreements", "Rules", "CSpawn", "CXLSXWriter"],
            resources: [
                .embedInCode("Print/sitecustomize.py"), .embedInCode("Print/structure.py"),
            ],
            swiftSettings: strict),
        library("Mail", ["CCurl"]),
        library("OpenID", ["Agreements", "CCurl", "COpenSSL", "Secrets"]),
        library("Settings", ["Agreements", "Rules", yams]),
        library("Demonstration", ["Agreements"]),
        .target(
            name: "Web",
            dependencies: [
                "Agreements", "Checksum", "Coordination", "CZlib", "Documents", "OpenID",
                "Register",
                "Rules", "Secrets", "Settings", "Tasks", grdb, hummingbird, logging, lifecycle,
                mustache,
                yams,
            ],
            resources: [
                .embedInCode("Templates"), .embedInCode("Assets"),
                .embedInCode("API/openapi.yaml"),
            ],
            swiftSettings: strict),
        library(
            "Commands",
            [
                "Agreements", "Rules", "Tasks", "Register", "Coordination", "Demonstration",
                "Documents", "Mail", "OpenID", "RabbitMQ", "Secrets",
                "Settings", "Staffing", "Supervision", "Web", "ReminderWorker", "EvaluationWorker",
                "ReportWorker", arguments, logging, lifecycle, signals,
            ]),
        executable("avtalt", ["Commands"]),
        executable("avtalt-coordinator", ["Commands"]),
        tests("AgreementsTests", ["Agreements"]),
        tests("SupervisionTests", ["Supervision", "Tasks"]),
        tests("TidyTests"),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Agreements", "Coordination", "OpenID", "Register", "Rules", "Secrets", "Settings",
                "Support", "Tasks", "Web", grdb, hummingbird, logging,
            ],
            exclude: ["Stored"], swiftSettings: strict),
        tests("ImportTests", ["Agreements", "Register", grdb]),
        tests(
            "RegisterTests",
            [
                "Agreements", "Checksum", "Register", "Rules", "Secrets", "Support", "Tasks", grdb,
            ]),
        tests("SecretsTests", ["Secrets"]),
        tests("DemonstrationTests", ["Agreements", "Demonstration"]),
        tests("SettingsTests", ["Agreements", "Rules", "Settings", yams]),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Agreements", "Checksum", "Documents", "Rules", "Support"],
            exclude: [
                "Calendar/parse_feed.py", "Sheets/open_workbook.py", "Archive/open_package.py",
            ],
            resources: [.copy("Stored")], swiftSettings: strict),
        tests("MailTests", ["Mail", "Support"]),
        tests("OpenIDTests", ["Agreements", "COpenSSL", "OpenID", "Secrets", "Support"]),
        tests(
            "OracleTests",
            ["Agreements", "Rules", "Register", "Coordination", "Documents", "Support"]),
        .target(
            name: "Support",
            dependencies: [
                "Agreements", "Tasks", "Register", "Coordination", "RabbitMQ", "Settings", grdb,
                logging,
            ],
            path: "Tests/Support", exclude: ["Mail/mail_server.py", "OpenID/provider.py"],
            swiftSettings: strict),
        tests("RabbitMQTests", ["Agreements", "RabbitMQ", "Settings", "Support", "Tasks"]),
        tests("TasksTests", ["Agreements", "Tasks", "Support", logging, lifecycle]),
        tests(
            "CoordinationTests",
            [
                "Agreements", "Rules", "Tasks", "Register", "Coordination", "Checksum", "Documents",
                "Mail", "ReminderWorker", "EvaluationWorker", "ReportWorker", "Support", grdb,
            ]),
        tests(
            "WorkerTests",
            [
                "Agreements", "Rules", "Tasks", "Checksum", "Documents", "Mail",
                "ReminderWorker", "EvaluationWorker", "ReportWorker",
            ]),
        tests(
            "QueueContractTests",
            [
                "Agreements", "Tasks", "Register", "Coordination", "Support", grdb, logging,
                lifecycle,
            ]),
        .target(
            name: "Simulation",
            dependencies: ["Agreements", "Tasks", "Register", "Coordination", grdb, logging],
            path: "Tests/Simulation", swiftSettings: strict),
        .executableTarget(
            name: "simulate", dependencies: ["Simulation"], path: "Tests/Simulate",
            swiftSettings: strict),
        tests("SimulatorTests", ["Simulation"]),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Agreements", "Documents", "Tasks", "Register", "Coordination", "RabbitMQ",
                "Settings",
                "Support",
                grdb, logging,
            ],
            path: "Tests/Benchmarks",
            exclude: [
                "bare.sql", "generate.py", "notices.sql", "report.sql", "Broker/peer.c",
                "Broker/celery_peer.py", "Pages/peers",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "fault-worker", dependencies: ["Settings", "Staffing", "Tasks", arguments],
            path: "Tests/FaultWorker", swiftSettings: strict),
        tests("RulesTests", ["Agreements", "Rules"]),
        .testTarget(
            name: "SystemTests",
            dependencies: [
                "avtalt", "avtalt-coordinator", "reminder-worker", "evaluation-worker",
                "report-worker", "fault-worker", "Agreements", "RabbitMQ", "Register", "Settings",
                "Secrets", "Support", "Tasks", grdb,
            ],
            exclude: [
                "API/schemathesis.toml", "Stored", "Faults/clock.c", "Faults/powerloss.c",
            ],
            swiftSettings: strict),
    ] + worker("Reminder", handling: ["Documents", "Mail"])
        + worker("Evaluation", handling: ["Documents"])
        + worker("Report", handling: ["Checksum", "Documents"])
)
