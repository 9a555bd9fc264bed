/// An owner of agreements: one of the six regional offices, or the directorate centrally.
///
/// The order of the cases is the order in which reports show units and settle ties.
package enum OwningUnit: String, CaseIterable, Hashable, Sendable, Codable {
    case ost
    case indreOst = "indre_ost"
    case sor
    case vest
    case midt
    case nord
    case central

    /// The six regional offices, without the central unit.
    package static let regions: [OwningUnit] = allCases.filter { $0 != .central }
}
