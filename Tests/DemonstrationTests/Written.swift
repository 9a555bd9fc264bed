import Agreements
import Foundation

@testable import Demonstration

let config = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Config")

/// A demonstration written to a folder of its own, removed with it.
struct Written: ~Copyable {
    let folder: URL
    /// With the reference below it.
    let register: Register

    init(seed: UInt64) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "demo-\(UUID())")
        try Demonstration(reference: .shipped()).write(to: folder, seed: seed)
        register = Register(folders: [
            config.appending(path: "norway"), config.appending(path: "imdi-2013"), folder,
        ])
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path) (\(error))")
        }
    }

    /// All files' bytes, by name.
    func bytes() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try Data(contentsOf: folder.appending(path: $0)))
            })
    }
}

extension DemonstrationReference {
    /// What ships in Config.
    static func shipped() throws -> DemonstrationReference {
        let norway = config.appending(path: "norway")
        let imdi = config.appending(path: "imdi-2013")
        return DemonstrationReference(
            counties: try table("counties", in: norway).map(County.init(row:)),
            municipalities: try table("municipalities", in: norway).map(Municipality.init(row:)),
            parties: try table("parties", in: imdi).map(Party.init(row:)),
            agreements: try table("agreements", in: imdi).map(Agreement.init(row:)),
            plans: try table("plans", in: imdi).map {
                Plan(
                    agreement: $0["agreement"]!, year: $0.number("year")!, status: .adopted,
                    adoptedOn: Day($0["adopted_on"]!))
            })
    }
}

extension County {
    init(row: Row) {
        self.init(
            number: row["number"]!, name: row["name"]!,
            region: OwningUnit(rawValue: row["region"]!)!,
            validFrom: row.day("valid_from"), validTo: row.day("valid_to"))
    }
}

extension Municipality {
    init(row: Row) {
        self.init(
            number: row["number"]!, name: row["name"]!, countyNumber: row["county_number"]!,
            ownRegion: row.optional("region").flatMap { OwningUnit(rawValue: $0) },
            validFrom: row.day("valid_from"), validTo: row.day("valid_to"),
            successors: row.list("successors"), population: row.number("population"))
    }
}

extension Party {
    init(row: Row) {
        self.init(
            id: row["id"]!, name: row["name"]!, kind: PartyKind(rawValue: row["kind"]!)!,
            level: PartyLevel(rawValue: row["level"]!)!,
            municipalityNumber: row.optional("municipality_number"),
            countyNumber: row.optional("county_number"),
            regions: row.list("regions").compactMap { OwningUnit(rawValue: $0) },
            authority: row.optional("authority"))
    }
}

extension Agreement {
    init(row: Row) {
        self.init(
            id: row["id"]!, title: row["title"]!, designation: row["designation"]!,
            kind: AgreementKind(rawValue: row["kind"]!)!,
            owner: OwningUnit(rawValue: row["owner"]!)!, parties: row.list("parties"),
            purpose: row.optional("purpose"),
            areas: row.list("areas").compactMap { Area(rawValue: $0) },
            signedOn: row.day("signed_on"),
            counterpartSignatory: row.optional("counterpart_signatory")
                .flatMap { Signatory(rawValue: $0) },
            validFrom: row.day("valid_from"), validTo: row.day("valid_to"),
            strategicMeetingsPerYear: row.number("strategic_meetings_per_year"),
            operationalMeetingsPerYear: row.number("operational_meetings_per_year"),
            responsible: row.optional("responsible"), deputy: row.optional("deputy"),
            status: AgreementStatus(rawValue: row["status"]!)!)
    }
}

extension Row {
    func day(_ column: String) -> Day? { optional(column).flatMap { Day($0) } }
}
