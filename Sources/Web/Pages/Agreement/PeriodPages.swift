import Documents
import Rules

/// The page about an agreement's whole period, which prints as the note for its renewal.
enum PeriodPages {
    static let routes: [Route] = [
        .get("/agreements/:agreement/period", .right(.read, .agreement, .agreement), show)
    ]

    private static func show(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let period = try visit.read { db in
            try AgreementPeriod(id, rulebook: visit.site.rulebook, today: visit.today, in: db)
        }
        let head = AgreementHeadView(visit: visit, head: period.overview.head, tab: .period)
        return visit.page(
            "agreement_period", head.frame,
            [
                "head": head.model,
                "content": PeriodView(visit: visit, period: period).html.markup,
            ] as [String: Any])
    }
}
