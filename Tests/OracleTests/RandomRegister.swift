import Foundation
import Testing

/// A register that is made at random, always the same from its seed (Tests/Oracle/generate.py).
struct RandomRegister: Sendable, CustomTestStringConvertible {
    let seed: Int

    /// Those of a usual run, or those that `AVTALT_ORACLE_SEEDS` names, such as `100-199`.
    static let all: [RandomRegister] = seeds(of: ProcessInfo.processInfo.environment)
        .map(RandomRegister.init)

    /// Until 2015 municipalities kept their numbers; from 2017 they merge, split and change them.
    var years: ClosedRange<Int> { seed.isMultiple(of: 2) ? 2011...2015 : 2017...2024 }

    var agreements: Int { 20 + seed * 17 % 41 }

    /// Whether files are written in one form; if not, each has an encoding, separator, order of
    /// columns and form of dates of its own.
    var isPlain: Bool { seed.isMultiple(of: 3) }

    /// Days of the year that the notices of every day are compared for, and of its boundaries.
    var year: Int { years.lowerBound + 1 + seed % (years.count - 2) }

    var testDescription: String {
        "seed \(seed), \(agreements) agreements, \(years)\(isPlain ? ", plain" : "")"
    }

    /// The arguments of generate.py.
    func arguments(out folder: String) -> [String] {
        [
            "--seed", "\(seed)", "--agreements", "\(agreements)",
            "--years", "\(years.lowerBound)-\(years.upperBound)", "--out", folder,
        ] + (isPlain ? ["--plain"] : [])
    }

    private static func seeds(of environment: [String: String]) -> ClosedRange<Int> {
        guard let text = environment["AVTALT_ORACLE_SEEDS"] else { return 1...4 }
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last else {
            preconditionFailure("AVTALT_ORACLE_SEEDS is «\(text)»; write it like 100-199.")
        }
        return first...last
    }
}
