/// Agreements that go from one person to another, with a note of each; until the receiver accepts,
/// the giver stays responsible.
enum Handovers: Section {
    static let templates = [
        Template("handovers", PackageResources.handovers_mustache),
        Template("handover", PackageResources.handover_mustache),
        Template("handovernew", PackageResources.handovernew_mustache),
        Template("handoverwrite", PackageResources.handoverwrite_mustache),
    ]

    static let vocabulary = Vocabulary(HandoverWords.texts)

    static let routes: [Route] = [
        .get("/handovers", .right(.read, .handOver, .some), HandoverReading.list),
        .get("/handovers/new", .right(.write, .handOver, .some), HandoverOffering.choose),
        .post("/handovers/new", .right(.write, .handOver, .some), HandoverOffering.chosen),
        .get("/handovers/write", .right(.write, .handOver, .some), HandoverOffering.write),
        .post("/handovers/write", .right(.write, .handOver, .some), HandoverOffering.offer),
        .get("/handovers/:key", .right(.read, .handOver, .some), HandoverReading.show),
        .post(
            "/handovers/:key/accept", .right(.accept, .handOver, .oneself),
            HandoverDeciding.accept),
        .post(
            "/handovers/:key/decline", .right(.accept, .handOver, .oneself),
            HandoverDeciding.decline),
        .post(
            "/handovers/:key/withdraw", .right(.write, .handOver, .some),
            HandoverDeciding.withdraw),
    ]

    /// What the pages have in common beside their own model.
    static func frame(_ title: String, in words: Words, isStart: Bool = false) -> Visit.Frame {
        Visit.Frame(
            title: title, menu: "nav_handovers",
            trail: isStart ? [] : [(words["nav_handovers"], "/handovers")], help: "handover")
    }
}
