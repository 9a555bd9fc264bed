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
    /// `{"of": "then", "on": "2013-12-31"}`: the division into regions that the figures are in.
    var divisionValue: ReportValue {
        .object([
            .init("of", .text(divisionOn == nil ? "then" : "now")),
            .init("on", .text((divisionOn ?? period.to).description)),
        ])
    }

    /// Reasons by unit.
    var missingValue: ReportValue {
        .object(missing.map { .init($0.unit.rawValue, .text($0.reason)) })
    }
}
