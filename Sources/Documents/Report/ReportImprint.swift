import Agreements
import Rules

/// What every form of a report says of itself: what it covers, on which division into regions, and
/// where it can be found again.
struct ReportImprint {
    let report: ConsolidatedReport
    /// Id and edition, `annual-2012/1`; nil while it is not issued.
    let edition: String?
    /// Of the figures as issued; nil while they are not.
    let checksum: String?

    func facts(_ texts: Texts) -> [(name: String, value: String)] {
        let facts = [
            (texts[.period], texts.period(report.period)),
            (texts[.cutOff], texts.date(report.period.to)),
            (texts[.division], division(texts)),
            (texts[.rulesVersion], report.rulesVersion),
        ]
        let named = edition.map { [(texts[.edition], $0)] } ?? []
        return facts + named + [(texts[.checksum], checksum ?? texts[.notIssued])]
    }

    func division(_ texts: Texts) -> String {
        let day = texts.date(report.divisionOn ?? report.period.to)
        return texts[report.divisionOn == nil ? .divisionThen : .divisionNow, day]
    }

    /// One sentence for each part that is not in the figures.
    func missing(_ texts: Texts) -> [String] {
        report.missing.map { texts[.missingPart, texts[$0.unit.text], $0.reason] }
    }
}

extension ConsolidatedReport {
    /// What its figures must not be read without: another division into regions than the cut-off's,
    /// `{"division": {"of": "now", "on": "2020-01-01"}}`, and the reasons of missing parts by unit,
    /// `{"missing": {"vest": …}}`. A report without either is on the division of its last day.
    var remarks: [ReportValue.Member] {
        let division = divisionOn.map { day in
            ReportValue.Member(
                "division",
                .object([.init("of", .text("now")), .init("on", .text(day.description))]))
        }
        let reasons = missing.map { ReportValue.Member($0.unit.rawValue, .text($0.reason)) }
        let parts = reasons.isEmpty ? nil : ReportValue.Member("missing", .object(reasons))
        return [division, parts].compactMap(\.self)
    }
}
