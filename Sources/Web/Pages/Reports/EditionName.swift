import Agreements
import Register

/// What people call an edition: `Årsrapport 2012, utgave 1`.
struct EditionName {
    let words: Words

    /// The unit is left out where it is said beside the name.
    func text(_ edition: ReportShelf.Edition) -> String {
        words["edition_name", subject(edition), String(edition.number)]
    }

    private func subject(_ edition: ReportShelf.Edition) -> String {
        let kind = ReportKind(edition)
        let last = edition.period.to
        return switch kind {
        case .annual: words["name_annual", String(last.year)]
        case .halfYear: words["name_half_year", last.month <= 6 ? "1" : "2", String(last.year)]
        case .monthly: words["name_monthly", words.month(of: last)]
        case .period: words["name_period", words.texts.period(edition.period)]
        }
    }
}
