import Agreements
import Foundation

/// A register to look at: two years of made-up work on top of the agreements that ship.
///
/// Parties are real; the made-up agreements say «(demonstrasjon)» in their title, and so does
/// what came of the made-up meetings, measures and activities. People are the functional accounts
/// of the reference. The totals are those of SOURCES.md: agreements by region, 223 meetings with
/// municipalities a year, settlement by October 2013.
package struct Demonstration: Sendable {
    /// Why no demonstration was written.
    package enum Error: Swift.Error, Hashable, Sendable {
        case tooFewMunicipalities(region: OwningUnit)
        case cannotWrite(path: String, reason: String)
    }

    /// The day as it were on which the demonstration was taken from the offices: what is due
    /// later is still open.
    static let takenOn = Day.first(of: 2014).adding(days: 30)

    private let reference: DemonstrationReference

    package init(reference: DemonstrationReference) {
        self.reference = reference
    }

    /// The rows of a seed; the same on every machine.
    package func rows(seed: UInt64) throws(Error) -> DemonstrationRows {
        var random = SplitMix64(seed: seed)
        var rows = DemonstrationRows()
        let portfolio = try Portfolio(reference: reference, random: &random)
        rows.parties = portfolio.parties
        rows.contacts = portfolio.contacts
        rows.agreements = portfolio.agreements
        rows.commitments = portfolio.commitments
        for agreement in portfolio.all where agreement.status == .active || agreement.isOver {
            var year = WorkingYears(
                agreement: agreement, isFirst: portfolio.isFirstOfUnit(agreement),
                plans: reference.plans.filter { $0.agreement == agreement.id })
            year.work(&random, into: &rows)
        }
        EvaluationRounds(portfolio: portfolio).hold(&random, into: &rows)
        ActivityLog(reference: reference, portfolio: portfolio).keep(&random, into: &rows)
        SettlementYears(reference: reference, portfolio: portfolio).settle(&random, into: &rows)
        Grants(reference: reference, portfolio: portfolio).give(&random, into: &rows)
        rows.targets = Targets.all
        return rows
    }

    /// Writes the rows of a seed as CSV files in the import format into the folder, which is
    /// made if need be; files of the same names are replaced. Import the reference first.
    ///
    /// - Parameter day: Leaves out what happened later; nil leaves nothing out.
    package func write(to folder: URL, seed: UInt64, until day: Day? = nil) throws(Error) {
        let rows = try rows(seed: seed)
        let files = (day.map(rows.until) ?? rows).files
        var path = folder.path
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in files {
                let url = folder.appending(path: file.name)
                path = url.path
                try Data(file.text.utf8).write(to: url, options: .atomic)
            }
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}

extension Demonstration.Error: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooFewMunicipalities(let region):
            "municipalities.csv: \(region.rawValue) has too few municipalities of 6000 or more "
                + "to make agreements with; use the reference data that ships"
        case .cannotWrite(let path, let reason):
            "\(path): cannot be written (\(reason)); name a folder that this process may write to"
        }
    }

    /// Of the process that stops for it.
    package var exitCode: Int32 {
        switch self {
        case .tooFewMunicipalities: 65
        case .cannotWrite: 73
        }
    }
}

extension Agreement {
    /// Whether it was ended before its time.
    var isOver: Bool { status == .ended }
}
