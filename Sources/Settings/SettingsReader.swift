import Foundation

/// Reads one setting after another from arguments, environment, file and defaults, in that order.
///
/// Nothing throws on the way: a value that cannot be used is noted, and its default returned,
/// so that `finish` reports everything at once. A key that was never asked for is unknown.
struct SettingsReader {
    /// A value with where it was found.
    struct Found {
        let text: String
        let place: String
    }

    private let file: SettingsFile?
    private let entries: [String: SettingsFile.Entry]
    private let environment: [String: String]
    private let arguments: [String: String]
    private(set) var known: [String] = []
    private var problems: [SettingsProblem] = []

    init(
        file: SettingsFile?, environment: [String: String] = [:], arguments: [String: String] = [:]
    ) {
        self.file = file
        self.environment = environment
        self.arguments = arguments
        entries = Dictionary(
            (file?.entries ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func text(_ key: String, default standard: String) -> String {
        value(key, default: standard, expected: "some text") { $0 }
    }

    /// Nil where nothing, or nothing but an empty value, is given.
    mutating func optionalText(_ key: String) -> String? {
        find(key).flatMap { $0.text.isEmpty ? nil : $0.text }
    }

    mutating func truth(_ key: String, default standard: Bool) -> Bool {
        value(key, default: standard, expected: "true or false") { Bool($0) }
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return value(key, default: standard, expected: expected) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func seconds(_ key: String, in range: ClosedRange<Int>, default standard: Duration)
        -> Duration
    {
        .seconds(integer(key, in: range, default: Int(standard.components.seconds)))
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, default standard: Choice
    ) -> Choice where Choice.RawValue == String {
        let expected = "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
        return value(key, default: standard, expected: expected) { Choice(rawValue: $0) }
    }

    /// The password of `key`, or what the file that `key_file` names holds, without its line end.
    mutating func secret(_ key: String) -> Secret? {
        let direct = find(key)
        let named = find("\(key)_file")
        if let direct, !direct.text.isEmpty { return Secret(direct.text) }
        guard let named, !named.text.isEmpty else { return nil }
        do {
            let text = try String(contentsOfFile: named.text, encoding: .utf8)
            let password = text.trimmingCharacters(in: .newlines)
            if !password.isEmpty { return Secret(password) }
            report(named.place, "\(key)_file", "«\(named.text)» is empty; it must hold a password")
        } catch {
            report(
                named.place, "\(key)_file",
                "«\(named.text)» cannot be read; it must be a file with a password on one line")
        }
        return nil
    }

    /// The value that `parse` makes of the text; where it makes none, `expected` says what would
    /// be right, and `shown` how the text may be quoted.
    mutating func value<Value>(
        _ key: String, default standard: Value, expected: String,
        shown: (String) -> String = { $0 }, parse: (String) -> Value?
    ) -> Value {
        guard let found = find(key) else { return standard }
        guard !found.text.isEmpty else {
            report(found.place, key, "has no value; it must be \(expected)")
            return standard
        }
        if let value = parse(found.text) { return value }
        report(found.place, key, "«\(shown(found.text))» is not \(expected)")
        return standard
    }

    /// The list that the file gives, each element as `parse` makes it; arguments and environment
    /// give no lists.
    mutating func list<Element>(
        _ key: String, default standard: [Element], expected: String,
        parse: (String) -> Element?
    ) -> [Element] {
        known.append(key)
        guard let file, let entry = entries[key] else { return standard }
        guard case .list(let items) = entry.value else {
            report(file.place(line: entry.line), key, "must be a list of \(expected), or []")
            return standard
        }
        let elements = items.compactMap { item -> Element? in
            if let element = parse(item.text) { return element }
            report(file.place(line: item.line), key, "«\(item.text)» is not \(expected)")
            return nil
        }
        // Part of a list is not what was meant, and its positions would not be the file's.
        return elements.count == items.count ? elements : standard
    }

    /// Notes that the value of a key does not go with another's.
    mutating func reject(_ key: String, _ message: String) {
        report(place(of: key), key, message)
    }

    /// Throws all that was noted, with the file's unknown keys.
    func finish() throws(SettingsError) {
        let all = (file?.problems ?? []) + unknown() + problems
        guard all.isEmpty else { throw .invalid(all) }
    }

    private mutating func find(_ key: String) -> Found? {
        known.append(key)
        if let text = arguments[key] { return Found(text: text, place: "--\(key)") }
        let variable = SettingsReader.variable(of: key)
        if let text = environment[variable], !text.isEmpty {
            return Found(text: text, place: variable)
        }
        guard let file, let entry = entries[key] else { return nil }
        guard case .text(let text) = entry.value else {
            report(file.place(line: entry.line), key, "is a list; it must be one value")
            return nil
        }
        return Found(text: text, place: file.place(line: entry.line))
    }

    private func place(of key: String) -> String {
        if arguments[key] != nil { return "--\(key)" }
        let variable = SettingsReader.variable(of: key)
        if environment[variable]?.isEmpty == false { return variable }
        guard let file else { return "defaults" }
        return line(of: key, in: file).map(file.place(line:)) ?? file.path
    }

    /// The line that gives a key; of a list's element, `notices.meeting.upcoming.2`, its own; of
    /// a section the first one in it.
    private func line(of key: String, in file: SettingsFile) -> Int? {
        if let entry = entries[key] { return entry.line }
        for entry in file.entries {
            if entry.key.hasPrefix("\(key).") { return entry.line }
            guard case .list(let items) = entry.value, key.hasPrefix("\(entry.key).") else {
                continue
            }
            let position = key.dropFirst(entry.key.count + 1).prefix { $0 != "." }
            return Int(position).flatMap {
                items.indices.contains($0 - 1) ? items[$0 - 1].line : nil
            }
                ?? entry.line
        }
        return nil
    }

    /// `mail.from` is `AVTALT_MAIL_FROM`.
    static func variable(of key: String) -> String {
        "AVTALT_" + key.uppercased().map { $0 == "." ? "_" : String($0) }.joined()
    }

    private func unknown() -> [SettingsProblem] {
        guard let file else { return [] }
        return file.entries.filter { !known.contains($0.key) }.compactMap { entry in
            let isSection = known.contains { $0.hasPrefix("\(entry.key).") }
            if isSection, entry.value == .text("") { return nil }
            return SettingsProblem(
                place: file.place(line: entry.line), key: entry.key,
                message: isSection
                    ? "is a section; give the keys under it, one a line"
                    : SettingsReader.unknownKey(nearest: nearest(to: entry.key)))
        }
    }

    private static func unknownKey(nearest: String?) -> String {
        nearest.map { "is not a known key; the nearest one is «\($0)»" } ?? "is not a known key"
    }

    private func nearest(to key: String) -> String? {
        known.min { editDistance($0, key) < editDistance($1, key) }
    }

    private mutating func report(_ place: String, _ key: String, _ message: String) {
        problems.append(SettingsProblem(place: place, key: key, message: message))
    }
}

/// Levenshtein's: how many characters must be put in, left out or exchanged.
func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in right.indices {
            let changed = diagonal + (character == right[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
