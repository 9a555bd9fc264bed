import Agreements
import Rules

/// What the map shows, as the address has it.
struct MapChoice: Hashable, Sendable, CustomStringConvertible {
    let indicator: Indicator
    /// Nil for all.
    let region: OwningUnit?
    let isTable: Bool
    /// Of the table.
    let page: Int

    static let rowsPerPage = 250

    init(_ query: Form) {
        let chosen = Indicator(rawValue: query["indicator"]) ?? .municipalitiesCovered
        indicator =
            MunicipalityMap.indicators.contains(chosen) ? chosen : .municipalitiesCovered
        region = OwningUnit(rawValue: query["unit"]).flatMap { $0 == .central ? nil : $0 }
        isTable = query["view"] == "table"
        page = isTable ? max(1, min(Int(query["page"]) ?? 1, 9)) : 1
    }

    var description: String {
        "\(indicator.rawValue) \(region?.rawValue ?? "") \(isTable) \(page)"
    }

    /// The pairs of its address, as a map or as a table.
    func pairs(isTable: Bool, page: Int = 1) -> [(String, String)] {
        var pairs = [("indicator", indicator.rawValue)]
        if let region { pairs.append(("unit", region.rawValue)) }
        if isTable { pairs.append(("view", "table")) }
        if page > 1 { pairs.append(("page", String(page))) }
        return pairs
    }
}
