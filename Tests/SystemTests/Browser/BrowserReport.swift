import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads the report that pytest writes in the form of JUnit.
final class BrowserReport: NSObject, XMLParserDelegate {
    private var outcomes: [BrowserRun.Case: [BrowserRun.Outcome]] = [:]
    private var current: (function: BrowserRun.Case, name: String)?
    private var failure: String?

    static func read(_ data: Data) throws -> [BrowserRun.Case: [BrowserRun.Outcome]] {
        let report = BrowserReport()
        let parser = XMLParser(data: data)
        parser.delegate = report
        guard parser.parse() else {
            throw Office.Failed(description: "The report of Tests/Browser cannot be read.")
        }
        return report.outcomes
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        switch element {
        case "testcase":
            let name = attributes["name"] ?? ""
            let file = (attributes["classname"] ?? "").split(separator: ".").last ?? ""
            let function = BrowserRun.Case(
                file: String(file), function: String(name.prefix { $0 != "[" }))
            current = (function, name)
            failure = nil
        // A test that is skipped has shown nothing.
        case "failure", "error", "skipped":
            failure = (failure ?? "") + (attributes["message"] ?? element)
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        if let failure { self.failure = failure + characters }
    }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        guard element == "testcase", let current else { return }
        outcomes[current.function, default: []].append(
            BrowserRun.Outcome(name: current.name, failure: failure))
        self.current = nil
        failure = nil
    }
}
