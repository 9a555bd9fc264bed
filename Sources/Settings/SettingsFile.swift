import Foundation
import Yams

/// A YAML file flattened to dotted keys, each with the line that gives it.
struct SettingsFile: Sendable {
    /// What a key has in the file.
    enum Value: Hashable, Sendable {
        /// Empty where the file gives none.
        case text(String)
        case list([Item])
    }

    /// An element of a list.
    struct Item: Hashable, Sendable {
        let text: String
        let line: Int
    }

    /// A key with its value.
    struct Entry: Hashable, Sendable {
        let key: String
        let line: Int
        let value: Value
    }

    let path: String
    private(set) var entries: [Entry] = []
    private(set) var problems: [SettingsProblem] = []

    /// Reads the file; what is wrong inside it ends in `problems`.
    init(path: String) throws(SettingsError) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw .noSuchFile(path: path)
        }
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        self.init(path: path, text: text)
    }

    init(path: String, text: String) {
        self.path = path
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            guard case .mapping(let mapping) = root else {
                report(line: root.mark?.line, key: "", "must be a list of «key: value» lines")
                return
            }
            flatten(mapping, under: "")
        } catch let error as YamlError {
            report(error)
        } catch {
            report(line: nil, key: "", "is not YAML: \(error)")
        }
    }

    /// `avtalt.yaml:12`.
    func place(line: Int) -> String { "\(path):\(line)" }

    private mutating func flatten(_ mapping: Node.Mapping, under prefix: String) {
        for (name, node) in mapping {
            let line = name.mark?.line ?? 0
            guard let name = name.scalar?.string else {
                report(line: line, key: prefix, "a key must be a word such as «register»")
                continue
            }
            let key = prefix.isEmpty ? name : "\(prefix).\(name)"
            switch node {
            case .mapping(let inner):
                flatten(inner, under: key)
            case .scalar(let scalar):
                entries.append(Entry(key: key, line: line, value: .text(SettingsFile.text(scalar))))
            case .sequence(let sequence):
                flatten(sequence, key: key, line: line)
            case .alias:
                report(line: line, key: key, "must be written out; aliases are not read")
            }
        }
    }

    private mutating func flatten(_ sequence: Node.Sequence, key: String, line: Int) {
        var items: [Item] = []
        for node in sequence {
            let line = node.mark?.line ?? line
            guard let scalar = node.scalar else {
                report(line: line, key: key, "each element must be one value on one line")
                continue
            }
            items.append(Item(text: SettingsFile.text(scalar), line: line))
        }
        entries.append(Entry(key: key, line: line, value: .list(items)))
    }

    /// YAML's ways to say nothing are the empty text, unless they are quoted.
    private static func text(_ scalar: Node.Scalar) -> String {
        let isNull =
            scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
        return isNull ? "" : scalar.string
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .duplicatedKeysInMapping(let keys, let context):
            for key in keys {
                report(line: context.mark.line, key: key, "is given more than once; keep one")
            }
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(line: mark.line, key: "", "is not YAML here: \(problem)")
        default:
            report(line: nil, key: "", "is not YAML: \(error)")
        }
    }

    private mutating func report(line: Int?, key: String, _ message: String) {
        let place = line.map(place(line:)) ?? path
        problems.append(SettingsProblem(place: place, key: key, message: message))
    }
}
