import Agreements
import Documents
import Rules

/// One region: its agreements against the requirements, its people's work, and who is missing.
enum Region: Section {
    /// The template is Norway's.
    static let templates: [Template] = []

    static let vocabulary = Vocabulary(RegionWords.texts)

    private static let read = Access.right(.read, .agreement, .unit)

    static let routes: [Route] = [
        .page("/regions/:unit", read, requirements),
        .page("/regions/:unit/work", read, work),
        .page("/regions/:unit/uncovered", read, uncovered),
    ]

    private static func requirements(_ visit: Visit) async throws -> Reply {
        let region = try RegionFrame(visit)
        let desk = visit.site.figures
        let choice = MatrixChoice(visit.query)
        if let file = try await matrixFile(visit, region, choice) { return file }
        return try await visit.figurePage(
            region.frame(.requirements), question: "\(region.path()) \(choice)"
        ) {
            let judged = try await desk.requirements(on: region.today)
            let soFar = ChosenPeriod(Form(), today: region.today).period
            let part = try await desk.report(soFar).parts.first { $0.unit == region.unit }
            return RequirementMatrix(
                region: region, choice: choice, lines: judged.lines(of: region.unit),
                tally: part?.tally ?? Tally()
            ).html
        }
    }

    private static func matrixFile(_ visit: Visit, _ region: RegionFrame, _ choice: MatrixChoice)
        async throws -> Reply?
    {
        guard !visit.query["format"].isEmpty else { return nil }
        let judged = try await visit.site.figures.requirements(on: region.today)
        return try visit.download("krav-\(region.unit.rawValue)") {
            RequirementMatrix(
                region: region, choice: choice, lines: judged.lines(of: region.unit),
                tally: Tally()
            ).sheet
        }
    }

    private static func work(_ visit: Visit) async throws -> Reply {
        let region = try RegionFrame(visit)
        let register = visit.site.register
        return try await visit.figurePage(
            region.frame(.work), question: region.path(.work)
        ) {
            WorkView(
                region: region,
                plan: try WorkQuery(register: register, unit: region.unit, today: region.today)
                    .read()
            ).html
        }
    }

    private static func uncovered(_ visit: Visit) async throws -> Reply {
        let region = try RegionFrame(visit)
        let desk = visit.site.figures
        let chosen = ChosenPeriod(visit.query, today: visit.today)
        let order = UncoveredMunicipalities.Order(rawValue: visit.query["order"]) ?? .decided
        let make: @Sendable () async throws -> UncoveredView = {
            UncoveredView(
                region: region, chosen: chosen, order: order,
                uncovered: UncoveredMunicipalities(
                    records: try await desk.records(chosen.period)))
        }
        if !visit.query["format"].isEmpty {
            let view = try await make()
            if let file = try visit.download("uten-avtale-\(region.unit.rawValue)", { view.sheet })
            {
                return file
            }
        }
        let question = "\(region.path(.uncovered)) \(order.rawValue)\(chosen.query)"
        return try await visit.figurePage(region.frame(.uncovered), question: question) {
            try await make().html
        }
    }
}
