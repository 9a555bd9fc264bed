import GRDB
import Register
import Rules
import Synchronization

/// The rules that hold: the edition that the register has adopted, else those of the settings.
///
/// Everything in a process that goes by the rules shares one of these. Whoever begins a piece of
/// work asks for `current` once and stays with it, so that no work is done by two editions.
package final class RulebookInForce: Sendable {
    private struct Held {
        var number: Int?
        var rulebook: Rulebook
    }

    private let standard: Rulebook
    private let parse: @Sendable (String) throws -> Rulebook
    private let held: Mutex<Held>

    /// - Parameters:
    ///   - standard: What holds until an edition is adopted.
    ///   - parse: Reads the text of an edition; throws what is wrong with it.
    package init(
        standard: Rulebook, reading parse: @escaping @Sendable (String) throws -> Rulebook
    ) {
        self.standard = standard
        self.parse = parse
        held = Mutex(Held(rulebook: standard))
    }

    /// Rules that no edition replaces.
    package convenience init(always rulebook: Rulebook) {
        self.init(standard: rulebook) { _ in rulebook }
    }

    package var current: Rulebook { held.withLock { $0.rulebook } }

    /// Number of the adopted edition that `current` is; nil for the standard.
    package var edition: Int? { held.withLock { $0.number } }

    /// Takes the adopted edition, if it is another than before.
    ///
    /// Throws where its text cannot be read, and what held goes on to hold.
    package func refresh(in db: Database) throws {
        let number = try RuleEditions.adoptedNumber(in: db)
        guard number != held.withLock({ $0.number }) else { return }
        let rulebook = try RuleEditions.adopted(in: db).map { try parse($0.yaml) } ?? standard
        held.withLock { $0 = Held(number: number, rulebook: rulebook) }
    }
}
