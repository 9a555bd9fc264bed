import Agreements
import Rules

/// The exceptions of one kind over the units shown.
struct ExceptionSection {
    let kind: ReportException.Kind
    /// All there are, also those not listed.
    let count: Int
    /// By unit, the gravest first.
    let rows: [(unit: OwningUnit, exception: ReportException)]
    /// How many each unit has beyond those listed.
    let unlisted: [(unit: OwningUnit, count: Int)]

    init(_ kind: ReportException.Kind, in parts: [UnitReport]) {
        self.kind = kind
        rows = parts.flatMap { part in
            part.exceptions.filter { $0.kind == kind }.map { (part.unit, $0) }
        }
        let listed = Dictionary(grouping: rows, by: \.unit).mapValues(\.count)
        // A part that forgot its counts still has what it lists.
        let counts = parts.map { part in
            (part.unit, max(part.exceptionCounts[kind] ?? 0, listed[part.unit] ?? 0))
        }
        count = counts.reduce(0) { $0 + $1.1 }
        unlisted = counts.map { ($0.0, $0.1 - (listed[$0.0] ?? 0)) }.filter { $0.1 > 0 }
    }

    /// `… og 12 til (Øst 10, Nord 2).`; nil when all are listed.
    func remainder(_ texts: Texts) -> String? {
        guard !unlisted.isEmpty else { return nil }
        let sum = unlisted.reduce(0) { $0 + $1.count }
        let units = unlisted.map { "\(texts[$0.unit.text]) \(texts.number($0.count))" }
        return texts[.moreExceptions, texts.number(sum), units.joined(separator: ", ")]
    }
}
