/// Finds the name that somebody probably meant.
enum NearestName {
    /// The known name with the fewest edits, when they are half of its letters at most.
    static func of(_ name: String, among known: [String]) -> String? {
        let name = Array(name.lowercased().utf8.prefix(64))
        let candidates = known.map { (name: $0, edits: edits(name, Array($0.lowercased().utf8))) }
        guard let best = candidates.min(by: { $0.edits < $1.edits }),
            best.edits * 2 <= best.name.utf8.count
        else { return nil }
        return best.name
    }

    /// Levenshtein's distance.
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (other, candidate) in right.enumerated() {
                let replaced = diagonal + (byte == candidate ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
