import Rules

/// Reading records one by one and in pages.
enum RecordOperations {
    static let parties = RecordResource(
        "parties", .party, list: "listParties", read: "readParty", isNamed: true,
        filters: [
            .init("kind"), .init("level"), .init("municipality_number"), .init("county_number"),
        ])
    static let contacts = RecordResource(
        "contacts", .contact, list: "listContacts", read: "readContact", filters: [.init("party")])
    static let municipalities = RecordResource(
        "municipalities", .unit, list: "listMunicipalities", filters: [.init("county_number")])
    static let commitments = RecordResource(
        "commitments", .commitment, list: "listCommitments", read: "readCommitment",
        filters: [.init("agreement"), .init("by")])
    static let plans = RecordResource(
        "plans", .plan, list: "listPlans", read: "readPlan",
        filters: [.init("agreement"), .init("year"), .init("status")])
    static let measures = RecordResource(
        "measures", .measure, list: "listMeasures", read: "readMeasure",
        filters: [
            .init("agreement"), .init("year"), .init("responsible"), .init("status"),
            .init("due_from", column: "due_on", .atLeast),
            .init("due_to", column: "due_on", .atMost),
        ])
    static let meetings = RecordResource(
        "meetings", .meeting, list: "listMeetings", read: "readMeeting",
        filters: [
            .init("agreement"), .init("level"), .init("status"),
            .init("planned_from", column: "planned_on", .atLeast),
            .init("planned_to", column: "planned_on", .atMost),
        ])
    static let followUps = RecordResource(
        "followups", .followUp, list: "listFollowUps", read: "readFollowUp",
        filters: [
            .init("agreement"), .init("responsible"), .init("status"),
            .init("due_from", column: "due_on", .atLeast),
            .init("due_to", column: "due_on", .atMost),
        ])
    static let activities = RecordResource(
        "activities", .activity, list: "listActivities", read: "readActivity",
        filters: [
            .init("agreement"), .init("party"), .init("kind"), .init("sub_goal"),
            .init("from", column: "on", .atLeast), .init("to", column: "on", .atMost),
        ])
    static let agreements = RecordResource(
        "agreements", .agreement, list: "listAgreements", read: "readAgreement", isNamed: true)

    private static let evaluations = RecordResource(
        "evaluations", .evaluation, list: "listEvaluations", read: "readEvaluation",
        filters: [.init("agreement"), .init("year"), .init("status")])
    static let settlement = RecordResource(
        "settlement", .settlement, list: "listSettlement", read: "readSettlement",
        filters: [.init("municipality_number"), .init("year"), .init("month")])
    static let targets = RecordResource(
        "targets", .target, list: "listTargets", read: "readTarget",
        filters: [.init("unit"), .init("year")])

    private static let grants = RecordResource(
        "grants", .grant, list: "listGrants",
        filters: [.init("municipality_number"), .init("agreement"), .init("year")])
    private static let users = RecordResource(
        "users", .user, list: "listUsers", read: "readUser", isNamed: true,
        filters: [.init("unit"), .init("role"), .init("active")])

    private static let resources =
        [
            parties, contacts, municipalities, commitments, plans, measures, meetings, followUps,
            activities, evaluations, users, settlement, grants, targets,
        ]

    static let all: [APIOperation] = resources.flatMap { resource in
        let list = APIOperation(resource.listID, .read(resource.kind), resource.page)
        guard let readID = resource.readID else { return [list] }
        return [list, APIOperation(readID, .read(resource.kind), resource.read)]
    }
}
