import Documents
import Rules

/// The six regions at once, every figure opened to what it counts.
enum Norway: Section {
    static let templates = [FigurePages.template]

    static let vocabulary = Vocabulary(NorwayWords.texts)

    private static let read = Access.right(.read, .report, .everybody)

    static let routes: [Route] = [
        .page("/norway", read, overview),
        .page("/norway/trend", read, trend),
        .page("/norway/map", read, map),
        .page("/norway/coverage", read, coverage),
        .page("/norway/uncovered", read, uncovered),
        .page("/norway/records/:indicator/:of", read, RecordPage.show),
        .page("/municipalities/:municipality", read, MunicipalityPage.show),
    ]

    private static func overview(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let desk = visit.site.figures
        return try await visit.figurePage(
            norway.frame(.overview), question: "/norway\(norway.chosen.query)"
        ) {
            let now = try await desk.report(norway.chosen.period)
            var then: ConsolidatedReport?
            if let earlier = norway.chosen.earlier { then = try await desk.report(earlier) }
            return OverviewView(norway: norway, now: now, then: then, rulebook: desk.rulebook).html
        }
    }

    private static func trend(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let desk = visit.site.figures
        let indicator = Indicator(rawValue: visit.query["indicator"]) ?? .municipalitiesCovered
        let question = "/norway/trend \(indicator.rawValue)\(norway.chosen.query)"
        return try await visit.figurePage(norway.frame(.trend), question: question) {
            var reports: [(year: Int, report: ConsolidatedReport)] = []
            for year in norway.chosen.year - TrendView.yearCount + 1...norway.chosen.year {
                reports.append((year, try await desk.report(norway.chosen.period(in: year))))
            }
            return TrendView(norway: norway, indicator: indicator, reports: reports).html
        }
    }

    private static func map(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let desk = visit.site.figures
        let choice = MapChoice(visit.query)
        return try await visit.figurePage(
            norway.frame(.map), question: "/norway/map \(choice)\(norway.chosen.query)"
        ) {
            MapView(
                norway: norway, choice: choice,
                map: MunicipalityMap(
                    records: try await desk.records(norway.chosen.period),
                    indicator: choice.indicator)
            ).html
        }
    }

    private static func coverage(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let desk = visit.site.figures
        let isHoles = visit.query["show"] == "holes"
        return try await visit.figurePage(
            norway.frame(.coverage), question: "/norway/coverage \(isHoles)\(norway.chosen.query)"
        ) {
            CoverageView(
                norway: norway, parts: try await desk.report(norway.chosen.period).parts,
                showsHolesOnly: isHoles
            ).html
        }
    }

    private static func uncovered(_ visit: Visit) async throws -> Reply {
        let norway = NorwayFrame(visit)
        let desk = visit.site.figures
        return try await visit.figurePage(
            norway.frame(.uncovered), question: "/norway/uncovered\(norway.chosen.query)"
        ) {
            UncoveredSummary(
                norway: norway,
                uncovered: UncoveredMunicipalities(
                    records: try await desk.records(norway.chosen.period))
            ).html
        }
    }
}
