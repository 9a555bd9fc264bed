import Agreements

/// All agreements that the demonstration works with, and what of them is new.
struct Portfolio: Sendable {
    /// Counterparts that the reference lacks.
    private(set) var parties: [Party] = []
    /// New, or changed from the reference.
    private(set) var agreements: [Agreement] = []
    private(set) var commitments: [Commitment] = []
    /// With the unchanged ones of the reference, in order of id.
    private(set) var all: [Agreement] = []
    private let partyByID: [String: Party]

    init(reference: DemonstrationReference, random: inout SplitMix64)
        throws(Demonstration.Error)
    {
        var municipal = MunicipalAgreements(reference: reference)
        try municipal.make(&random)
        var sector = SectorAgreements(reference: reference)
        sector.make(&random)
        parties = municipal.parties
        agreements = municipal.agreements + sector.agreements
        commitments = municipal.commitments + sector.commitments
        let changed = Set(agreements.map(\.id))
        all = (reference.agreements.filter { !changed.contains($0.id) } + agreements)
            .sorted { $0.id < $1.id }
        partyByID = Dictionary(
            (reference.parties + municipal.parties).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// One contact for each counterpart, so that it can be asked: an office and no person.
    var contacts: [Contact] {
        Set(all.flatMap(\.parties)).sorted().compactMap { id in
            guard let party = partyByID[id] else { return nil }
            let place = id.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            return Contact(
                party: id, name: "Postmottak, \(party.name)", role: "postmottak",
                email: "postmottak@\(place).example")
        }
    }

    /// Whether it is the agreement of its unit that lasts from before 2012 to after 2013 and comes
    /// first: the one that shows every figure.
    func isFirstOfUnit(_ agreement: Agreement) -> Bool {
        let lasting = all.first {
            $0.owner == agreement.owner && $0.isInForce(on: .last(of: 2011))
                && $0.isInForce(on: .last(of: 2013))
        }
        return lasting?.id == agreement.id
    }

    /// Numbers of the municipalities that a municipal agreement in force that day covers.
    func covered(on day: Day) -> Set<String> {
        Set(
            all.filter { $0.kind == .municipal && $0.isInForce(on: day) }
                .flatMap(\.parties).compactMap { partyByID[$0]?.municipalityNumber })
    }

    func inForce(on day: Day, kind: AgreementKind? = nil, owner: OwningUnit? = nil) -> [Agreement] {
        all.filter {
            $0.isInForce(on: day) && (kind == nil || $0.kind == kind)
                && (owner == nil || $0.owner == owner)
        }
    }
}

extension OwningUnit {
    /// As in the ids of agreements.
    var prefix: String {
        switch self {
        case .indreOst: "INDREOST"
        default: rawValue.uppercased()
        }
    }

    /// The functional accounts of the unit that look after agreements.
    var staff: (responsible: String, deputy: String) {
        self == .central
            ? ("sentralt.analyse1", "sentralt.analyse2")
            : ("\(rawValue).saksbehandler1", "\(rawValue).saksbehandler2")
    }
}

/// Gives out ids such as `OST-2013-101`, counted by unit and year from a first number.
struct SerialNumbers: Sendable {
    private let first: Int
    private var given: [String: Int] = [:]

    init(from first: Int) {
        self.first = first
    }

    mutating func next(_ unit: OwningUnit, _ year: Int) -> String {
        let series = "\(unit.prefix)-\(year)"
        defer { given[series, default: 0] += 1 }
        return "\(series)-\(first + given[series, default: 0])"
    }
}
