/// Looks for rows of one table that follow each other in a circle.
struct CircleSearch {
    /// What the rows of the folder refer to, with the line, by key.
    var followed: [Int64: (line: Int, keys: [Int64])] = [:]

    /// One circle.
    struct Circle {
        /// The first line of the folder that is part of it.
        var line: Int
        /// The keys in order, from the row of that line.
        var keys: [Int64]
    }

    /// Every circle that a row of the folder is part of, once; `registered` knows what the rows
    /// that are not in the folder refer to.
    func circles(registered: (Int64) throws -> [Int64]) rethrows -> [Circle] {
        var circles: [Circle] = []
        var finished: Set<Int64> = []
        for start in followed.sorted(by: { $0.value.line < $1.value.line }).map(\.key)
        where !finished.contains(start) {
            try walk(from: start, finished: &finished, circles: &circles, registered: registered)
        }
        return circles
    }

    /// In depth, without recursion: a chain may be as long as the file.
    private func walk(
        from start: Int64, finished: inout Set<Int64>, circles: inout [Circle],
        registered: (Int64) throws -> [Int64]
    ) rethrows {
        func next(_ key: Int64) throws -> [Int64] {
            try followed[key]?.keys ?? registered(key)
        }
        var path = [(key: start, rest: try next(start)[...])]
        var places = [start: 0]
        while let (key, rest) = path.last {
            guard let following = rest.first else {
                path.removeLast()
                places[key] = nil
                finished.insert(key)
                continue
            }
            path[path.count - 1].rest = rest.dropFirst()
            if let place = places[following] {
                if let circle = circle(path[place...].map(\.key)) { circles.append(circle) }
            } else if !finished.contains(following) {
                places[following] = path.count
                path.append((following, try next(following)[...]))
            }
        }
    }

    private func circle(_ keys: [Int64]) -> Circle? {
        let lines = keys.indices.compactMap { index in
            followed[keys[index]].map { (line: $0.line, index: index) }
        }
        guard let first = lines.min(by: { $0.line < $1.line }) else { return nil }
        return Circle(line: first.line, keys: Array(keys[first.index...] + keys[..<first.index]))
    }
}
