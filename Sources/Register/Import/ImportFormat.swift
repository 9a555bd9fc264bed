import Agreements

extension ImportFile {
    /// The files of the import format (import-format.md), each after those it refers to.
    static let all: [ImportFile] =
        references + parties + agreements + plans + meetings + evaluations + figures

    /// Reference data that this register has built in: known, and not read.
    static let ignored = ["regions.csv"]

    private static let year = ImportColumn.Meaning.count(1900...9999)
    private static let natural = ImportColumn.Meaning.count(0...999_999_999_999_999)
    private static let side = ImportColumn.Meaning.choice(Choices(Side.self))
    private static let unit = Choices(OwningUnit.self)
    private static let region = Choices(OwningUnit.regions.map(\.rawValue))
    private static let subGoal = ImportColumn.Meaning.choice(Choices(SubGoal.self))

    private static let references = [
        ImportFile(
            "counties", table: "county", identity: ["number"], referenced: .county,
            columns: [
                .required("number", .ownNumber(.county)), .required("name", .text),
                .required("region", .choice(region)), .optional("valid_from", .day),
                .optional("valid_to", .day),
            ], rules: [.notBefore("valid_to", "valid_from")]),
        ImportFile(
            "municipalities", table: "municipality", identity: ["number"],
            referenced: .municipality, selfReference: "successors",
            columns: [
                .required("number", .ownNumber(.municipality)), .required("name", .text),
                .required("county_number", .reference(.county), as: "county"),
                .optional("region", .choice(region)), .optional("valid_from", .day),
                .optional("valid_to", .day),
                .optional(
                    "successors",
                    .references(
                        .municipality,
                        .init(
                            table: "municipality_successor", owner: "municipality",
                            value: "successor"))),
                .optional("population", natural),
                .optional("language", .choice(Choices(LanguageForm.self))),
            ], rules: [.notBefore("valid_to", "valid_from")]),
        ImportFile(
            "users", table: "user", identity: ["id"], referenced: .user,
            columns: [
                .required("id", .identifier), .required("name", .text),
                .required("email", .email), .required("unit", .choice(unit)),
                .required("role", .choice(Choices(Role.self))),
                .optional("active", .truth, empty: "true"), .optional("leave_from", .day),
                .optional("leave_to", .day),
                .optional("language", .choice(Choices(Language.self)), empty: "nb"),
            ], rules: [.notBefore("leave_to", "leave_from")]),
    ]

    private static let parties = [
        ImportFile(
            "parties", table: "party", identity: ["id"], referenced: .party,
            columns: [
                .required("id", .identifier), .required("name", .text),
                .required("kind", .choice(Choices(PartyKind.self))),
                .required("level", .choice(Choices(PartyLevel.self))),
                .optional("municipality_number", .reference(.municipality), as: "municipality"),
                .optional("county_number", .reference(.county), as: "county"),
                .optional(
                    "regions",
                    .choices(
                        region, .init(table: "party_region", owner: "party", value: "region"))),
                .optional("authority", .text),
                .optional("org_number", .organisationNumber),
            ]),
        ImportFile(
            "contacts", table: "contact", identity: ["party", "name", "occurrence"],
            extra: .occurrence,
            columns: [
                .required("party", .reference(.party)), .required("name", .text),
                .optional("role", .text), .optional("email", .email), .optional("phone", .phone),
            ]),
    ]

    private static let agreements = [
        ImportFile(
            "agreements", table: "agreement", identity: ["id"], referenced: .agreement,
            selfReference: "renews",
            columns: [
                .required("id", .identifier), .required("title", .text),
                .required("designation", .text),
                .required("kind", .choice(Choices(AgreementKind.self))),
                .required("owner", .choice(unit)),
                .required(
                    "parties",
                    .references(
                        .party,
                        .init(
                            table: "agreement_party", owner: "agreement", value: "party",
                            isOrdered: true))),
                .optional("purpose", .text),
                .optional(
                    "areas",
                    .choices(
                        Choices(Area.self),
                        .init(table: "agreement_area", owner: "agreement", value: "area"))),
                .optional("signed_on", .day),
                .optional("counterpart_signatory", .choice(Choices(Signatory.self))),
                .optional("valid_from", .day), .optional("valid_to", .day),
                .optional("strategic_meetings_per_year", natural),
                .optional("operational_meetings_per_year", natural),
                .optional("responsible", .reference(.user)),
                .optional("deputy", .reference(.user)),
                .required("status", .choice(Choices(AgreementStatus.self))),
                .optional("ended_on", .day), .optional("end_reason", .text),
                .optional("renews", .reference(.agreement)),
            ],
            rules: [
                .filled("signed_on", when: "status", isOneOf: ["active", "ended"]),
                .filled("valid_from", when: "status", isOneOf: ["active", "ended"]),
                .filled("valid_to", when: "status", isOneOf: ["active", "ended"]),
                .notBefore("valid_to", "valid_from"), .notBefore("ended_on", "signed_on"),
            ]),
        ImportFile(
            "commitments", table: "commitment", identity: ["id"],
            columns: [
                .required("id", .identifier), .required("agreement", .reference(.agreement)),
                .required("by", side, as: "side"), .required("text", .text),
                .required("measurable", .truth),
            ]),
    ]

    private static let plans = [
        ImportFile(
            "plans", table: "plan", identity: ["agreement", "year"],
            columns: [
                .required("agreement", .reference(.agreement)), .required("year", year),
                .required("status", .choice(Choices(PlanStatus.self))),
                .optional("adopted_on", .day),
            ], rules: [.filled("adopted_on", when: "status", isOneOf: ["adopted"])]),
        ImportFile(
            "measures", table: "measure", identity: ["id"],
            columns: [
                .required("id", .identifier), .required("agreement", .reference(.agreement)),
                .required("year", year), .required("title", .text),
                .optional("sub_goal", subGoal), .required("by", side, as: "side"),
                .optional("responsible", .reference(.user)), .required("due_on", .day),
                .required("status", .choice(Choices(MeasureStatus.self))),
                .optional("done_on", .day), .optional("cancelled_on", .day),
                .optional("result", .text),
            ], rules: endings(done: "done", on: "done_on")),
    ]

    private static let meetings = [
        ImportFile(
            "meetings", table: "meeting", identity: ["id"], extra: .plannedOn,
            referenced: .meeting,
            columns: [
                .required("id", .identifier), .required("agreement", .reference(.agreement)),
                .required("level", .choice(Choices(MeetingLevel.self))),
                .optional("theme", .text), .required("first_planned_on", .day),
                .required("status", .choice(Choices(MeetingStatus.self))),
                .optional("held_on", .day), .optional("cancelled_on", .day),
                .optional("minutes", .text),
            ], rules: endings(done: "held", on: "held_on")),
        ImportFile(
            "postponements", table: "postponement",
            identity: ["meeting", "decided_on", "occurrence"], extra: .occurrence,
            columns: [
                .required("meeting", .reference(.meeting)), .required("decided_on", .day),
                .required("to", .day, as: "moved_to"), .optional("reason", .text),
            ]),
        ImportFile(
            "followups", table: "followup", identity: ["id"],
            columns: [
                .required("id", .identifier), .required("agreement", .reference(.agreement)),
                .optional("meeting", .reference(.meeting)), .required("title", .text),
                .required("by", side, as: "side"), .optional("responsible", .reference(.user)),
                .required("due_on", .day),
                .required("status", .choice(Choices(FollowUpStatus.self))),
                .optional("done_on", .day), .optional("cancelled_on", .day),
            ], rules: endings(done: "done", on: "done_on")),
        ImportFile(
            "activities", table: "activity", identity: ["id"],
            columns: [
                .required("id", .identifier), .optional("agreement", .reference(.agreement)),
                .optional("party", .reference(.party)),
                .required("on", .day, as: "happened_on"),
                .required("kind", .choice(Choices(ActivityKind.self))),
                .optional("theme", .text), .optional("sub_goal", subGoal),
                .optional("participants", natural), .optional("outcome", .text),
            ], rules: [.exactlyOne("agreement", "party")]),
    ]

    private static let evaluations = [
        ImportFile(
            "evaluations", table: "evaluation", identity: ["agreement", "year"],
            columns: [
                .required("agreement", .reference(.agreement)), .required("year", year),
                .required("status", .choice(Choices(EvaluationStatus.self))),
                .optional("submitted_on", .day), .optional("approved_on", .day),
                .optional("recommendation", .choice(Choices(Recommendation.self))),
                .optional("reason_without_counterpart", .text),
            ],
            rules: [
                .filled("approved_on", when: "status", isOneOf: ["approved"]),
                .notBefore15November("approved_on"),
            ]),
        ImportFile(
            "scores", table: "score", identity: ["evaluation", "side", "dimension"],
            extra: .evaluation,
            columns: [
                .required("agreement", .reference(.agreement)).derivedFrom,
                .required("year", year).derivedFrom,
                .required("side", .choice(Choices(ScoringSide.self))),
                .required("dimension", .choice(Choices(Dimension.municipal + onlyOthers))),
                .required("score", .count(1...6)),
            ], rules: [.dimensionOfKind]),
    ]

    private static let onlyOthers = Dimension.others.filter { !Dimension.municipal.contains($0) }

    private static let figures = [
        ImportFile(
            "settlement", table: "settlement", identity: ["municipality_number", "year", "month"],
            columns: [
                .required("municipality_number", .reference(.municipality), as: "municipality"),
                .required("year", year), .required("month", .count(1...12)),
                .optional("requested", natural), .optional("decided", natural),
                .optional("settled", natural),
            ]),
        ImportFile(
            "grants", table: "grant",
            identity: ["municipality_number", "agreement", "scheme", "year", "occurrence"],
            extra: .occurrence,
            columns: [
                .optional("municipality_number", .reference(.municipality), as: "municipality"),
                .optional("agreement", .reference(.agreement)), .required("scheme", .text),
                .required("year", year), .required("amount", natural),
            ], rules: [.exactlyOne("municipality_number", "agreement")]),
        ImportFile(
            "targets", table: "target", identity: ["unit", "year", "indicator"],
            columns: [
                .required("unit", .choice(Choices(unit.names + ["total"]))),
                .required("year", year), .required("indicator", .text),
                .required("value", .decimal),
            ]),
    ]

    private static func endings(done: String, on column: String) -> [NamedRule] {
        [
            .filled(column, when: "status", isOneOf: [done]),
            .filled("cancelled_on", when: "status", isOneOf: ["cancelled"]),
        ]
    }
}
