import Agreements
import Rules

/// Where a report's figures lead: the page that lists the records behind each, for the same period.
///
/// Of figures in another day's division into regions there is no such page.
package struct ReportLinks: Sendable {
    /// Without a slash at the end.
    private let baseURL: String
    /// Year and part of it.
    private let query: String

    /// - Parameter baseURL: Empty for addresses within the pages.
    package init?(baseURL: String?, report: ConsolidatedReport) {
        let (from, to) = (report.period.from, report.period.to)
        guard let baseURL, report.divisionOn == nil else { return nil }
        self.baseURL = baseURL
        let isWhole = from.day == 1 && to == to.lastOfMonth && from.year == to.year
        switch (from.month, to.month) {
        case (1, 12) where isWhole: query = "year=\(to.year)"
        case (1, 6) where isWhole: query = "year=\(to.year)&part=h1"
        case (7, 12) where isWhole: query = "year=\(to.year)&part=h2"
        case (let first, let last) where isWhole && first == last:
            query = "year=\(to.year)&part=m\(last)"
        default: query = "part=span&from=\(from)&to=\(to)"
        }
    }

    /// The figure as a link to its records; as it is where there are none to list.
    ///
    /// - Parameters:
    ///   - code: `overdue.up_to_30`: what is before the full stop has the page, and what is after
    ///     it is the part of its rows that is shown.
    ///   - unit: A unit's code, or `total`.
    fileprivate func link(_ figure: HTML, _ code: String, of unit: String) -> HTML {
        let words = code.split(separator: ".", maxSplits: 1)
        guard let name = words.first, let indicator = Indicator(rawValue: String(name))
        else { return figure }
        let part = words.dropFirst().first.flatMap { RecordPart($0, of: indicator) }
        return link(figure, indicator, part, of: unit)
    }

    fileprivate func link(
        _ figure: HTML, _ indicator: Indicator, _ part: RecordPart?, of unit: String
    ) -> HTML {
        #"<a href="\#(address(of: indicator, unit, part: part))">\#(figure)</a>"#
    }

    /// The page with the records behind the figure of a unit, or of `total`.
    package func address(
        of indicator: Indicator, _ unit: String, part: RecordPart? = nil
    ) -> String {
        let only = part.map { "&only=\($0.code.percentEncoded)" } ?? ""
        return "\(baseURL)/norway/records/\(indicator.rawValue)/\(unit)?\(query)\(only)"
    }
}

extension ReportLinks? {
    /// The figure as a link to its records; as it is where nothing is linked.
    func link(_ figure: HTML, _ code: String, of unit: String) -> HTML {
        self?.link(figure, code, of: unit) ?? figure
    }

    /// A part's figure as a link to the rows of it.
    func link(_ figure: HTML, _ indicator: Indicator, _ part: RecordPart, of unit: String) -> HTML {
        self?.link(figure, indicator, part, of: unit) ?? figure
    }
}
