import Agreements
import Register
import Rules

/// A list of agreements as its address says it: the filters, the order, the columns, the page.
///
/// Whatever an address holds makes a list: what cannot be read is left out.
struct AgreementRequest: Hashable, Sendable {
    var filter = AgreementFilter()
    var order = AgreementOrder.number
    var isDescending = false
    var columns = AgreementColumn.usual
    /// Of the page before or after; the first page without.
    var after: String?
    var before: String?

    init() {}

    init(_ query: Form) {
        filter.text = query["q"].isEmpty ? nil : String(query["q"].prefix(200))
        filter.owners = Set(query.all("owner").compactMap(OwningUnit.init(rawValue:)))
        filter.kinds = Set(query.all("kind").compactMap(AgreementKind.init(rawValue:)))
        filter.statuses = Set(query.all("status").compactMap(AgreementStatus.init(rawValue:)))
        filter.area = Area(rawValue: query["area"])
        filter.person = query["person"].isEmpty ? nil : query["person"]
        filter.party = query["party"].isEmpty ? nil : query["party"]
        filter.municipality = query["municipality"].isEmpty ? nil : query["municipality"]
        filter.inForceOn = WrittenDay.read(query["in_force"])
        filter.expiresBefore = WrittenDay.read(query["expires_before"])
        filter.missing = Requirement(rawValue: query["missing"])
        filter.hasLateFollowUps = query["late"] == "true"
        filter.isRenewed = query["renewed"].isEmpty ? nil : query["renewed"] == "true"
        order = AgreementOrder(rawValue: query["sort"]) ?? .number
        isDescending = query["dir"] == "desc"
        let chosen = query.all("col").compactMap(AgreementColumn.init(rawValue:))
        if !chosen.isEmpty { columns = AgreementColumn.allCases.filter(chosen.contains) }
        after = query["after"].isEmpty ? nil : query["after"]
        before = query["before"].isEmpty ? nil : query["before"]
    }

    /// The list, judged at a day.
    func list(on day: Day) -> AgreementList {
        AgreementList(filter: filter, order: order, isDescending: isDescending, on: day)
    }

    func position(in list: AgreementList) -> ListPosition {
        if let mark = after.flatMap(list.mark) { return .after(mark) }
        if let mark = before.flatMap(list.mark) { return .before(mark) }
        return .start
    }

    /// What follows the question mark: only what is not as it is without it, in one order, so that
    /// one list has one address.
    var query: String {
        pairs.map { "\($0.0)=\(LocalPath.encode($0.1))" }.joined(separator: "&")
    }

    /// The same list with other filters has no page to go on from.
    var pairs: [(String, String)] {
        filterPairs + orderPairs + columnPairs + [("after", after), ("before", before)].said
    }

    /// Without the page, which is of one day and not to be kept.
    var savedQuery: String {
        (filterPairs + orderPairs + columnPairs)
            .map { "\($0.0)=\(LocalPath.encode($0.1))" }.joined(separator: "&")
    }

    var filterPairs: [(String, String)] {
        [("q", filter.text)].said
            + filter.owners.map(\.rawValue).sorted().map { ("owner", $0) }
            + filter.kinds.map(\.rawValue).sorted().map { ("kind", $0) }
            + filter.statuses.map(\.rawValue).sorted().map { ("status", $0) }
            + [
                ("area", filter.area?.rawValue), ("person", filter.person),
                ("party", filter.party), ("municipality", filter.municipality),
                ("in_force", filter.inForceOn?.description),
                ("expires_before", filter.expiresBefore?.description),
                ("missing", filter.missing?.rawValue),
                ("late", filter.hasLateFollowUps ? "true" : nil),
                ("renewed", filter.isRenewed.map(String.init)),
            ].said
    }

    var orderPairs: [(String, String)] {
        [
            ("sort", order == .number ? nil : order.rawValue),
            ("dir", isDescending ? "desc" : nil),
        ].said
    }

    var columnPairs: [(String, String)] {
        columns == AgreementColumn.usual ? [] : columns.map { ("col", $0.rawValue) }
    }

    /// The first page of the same list, sorted by another column; by the same one the other way.
    func sorted(by order: AgreementOrder) -> AgreementRequest {
        var request = self
        request.isDescending = order == self.order && !isDescending
        request.order = order
        request.after = nil
        request.before = nil
        return request
    }

    /// The page at a position of the same list.
    func at(_ position: ListPosition) -> AgreementRequest {
        var request = self
        request.after = nil
        request.before = nil
        switch position {
        case .start: break
        case .after(let mark): request.after = mark.token
        case .before(let mark): request.before = mark.token
        }
        return request
    }
}

extension [(String, String?)] {
    /// Those with a value.
    fileprivate var said: [(String, String)] {
        compactMap { name, value in value.map { (name, $0) } }
    }
}
