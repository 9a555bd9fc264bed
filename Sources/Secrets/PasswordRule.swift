import Foundation

/// What a password must be, by NIST SP 800-63B: long, and not one that is tried first. No rule
/// asks for digits or capitals, which people answer in ways that are known.
package enum PasswordRule {
    /// Why a password is not taken.
    package enum Fault: Hashable, Sendable {
        case tooShort
        case tooLong
        /// Few different signs, or a row of neighbours such as 123456789012.
        case tooEven
        /// The person's own name, id or address makes up most of it.
        case aboutThePerson
        /// One of those that are tried first, with or without something after it.
        case common
    }

    /// Signs, at least.
    package static let shortest = 12
    /// Signs, at most: scrypt would take more, but a body of a megabyte is no password.
    package static let longest = 256

    /// What is wrong with the password; nil when it is taken.
    package static func fault(in password: String, of person: [String]) -> Fault? {
        let text = password.precomposedStringWithCanonicalMapping.lowercased()
        guard text.count >= shortest else { return .tooShort }
        guard text.count <= longest else { return .tooLong }
        guard Set(text).count >= 5, !isARow(text) else { return .tooEven }
        let own = person.flatMap { words(of: $0) }
        if own.contains(where: { isMostly($0, of: text) }) { return .aboutThePerson }
        return common.contains { isMostly($0, of: text) } ? .common : nil
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            .filter { $0.count >= 4 } + [text.lowercased()]
    }

    /// What is left without the word is less than a password's worth.
    private static func isMostly(_ word: String, of text: String) -> Bool {
        guard !word.isEmpty, text.contains(word) else { return false }
        return text.replacingOccurrences(of: word, with: "").count < shortest / 2
    }

    /// Each sign follows on the one before, up or down.
    private static func isARow(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values.dropFirst(), values).map { $0 - $1 }
        return steps.filter { abs($0) <= 1 }.count * 4 >= steps.count * 3
    }

    /// The heads of the lists that are tried first, in the languages of those who work here.
    private static let common = [
        "passord", "password", "velkommen", "hemmelig", "qwerty", "qwertyuiop", "letmein",
        "welcome", "admin", "administrator", "avtalt", "sommer", "vinter", "høst", "vår", "norge",
        "123456789", "1q2w3e4r", "asdfghjkl", "iloveyou", "imdi",
    ]
}
