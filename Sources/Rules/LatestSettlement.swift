import Agreements

/// Each municipality's latest figures of a year, column by column (I15).
struct LatestSettlement {
    private(set) var figures: [SettlementSum]

    /// Counts the months of the cut-off's year whose last day is the cut-off or before.
    init(facts: Facts, geography: Geography, cutOff: Day) {
        let count = facts.municipalities.count
        let none = SettlementSum(requested: 0, decided: 0, settled: 0)
        figures = [SettlementSum](repeating: none, count: count)
        var latest = [(requested: Int, decided: Int, settled: Int)](
            repeating: (0, 0, 0), count: count)
        let year = cutOff.year
        let lastMonth = cutOff == cutOff.lastOfMonth ? cutOff.month : cutOff.month - 1
        for row in facts.settlement where row.year == year && row.month <= lastMonth {
            guard let position = geography.position(ofMunicipality: row.municipalityNumber)
            else { continue }
            if let requested = row.requested, row.month >= latest[position].requested {
                figures[position].requested = requested
                latest[position].requested = row.month
            }
            if let decided = row.decided, row.month >= latest[position].decided {
                figures[position].decided = decided
                latest[position].decided = row.month
            }
            if let settled = row.settled, row.month >= latest[position].settled {
                figures[position].settled = settled
                latest[position].settled = row.month
            }
        }
    }
}
