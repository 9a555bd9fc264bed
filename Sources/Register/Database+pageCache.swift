import GRDB

extension Database {
    /// Runs `body` with room for 96 MB of the file's pages, and lets go of them afterwards.
    ///
    /// SQLite keeps 2 MB otherwise. What goes by an index through a table of a hundred thousand
    /// rows, or writes to five indexes at once, then reads the same pages again and again: a
    /// year's report over 20,000 agreements 300,000 pages, of a file that has 40,000.
    func withLargePageCache<T>(_ body: () throws -> T) throws -> T {
        let usual = try Int.fetchOne(self, sql: "PRAGMA cache_size") ?? 0
        try execute(sql: "PRAGMA cache_size = -98304")
        let result = Result(catching: body)
        try execute(sql: "PRAGMA cache_size = \(usual)")
        return try result.get()
    }
}
