/// What the API says of itself, to everybody: its description, and what its problems mean.
enum APIAbout {
    /// By the document's `operationId`.
    static func answer(
        _ operation: String, path: [String: JSONValue], contract: Contract
    ) throws -> Reply {
        switch operation {
        case "readDescription": return .bytes(contract.yaml, type: "application/yaml")
        case "readDescriptionAsJSON": return .bytes(contract.json, type: "application/json")
        case "readProblem":
            guard let sort = path["name"]?.text.flatMap(Problem.Sort.init(rawValue:)) else {
                throw APICall.nothing
            }
            let text = "\(sort.status.code) \(sort.title)\n\n\(sort.advice)\n"
            return .bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
        default: throw APICall.nothing
        }
    }

    static let operations = ["readDescription", "readDescriptionAsJSON", "readProblem"]
}
