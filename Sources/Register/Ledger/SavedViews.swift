import GRDB

/// Lists that people have kept under a name of theirs, each for themselves.
package struct SavedViews {
    private let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    package struct View: Hashable, Sendable {
        package let key: Int64
        package let name: String
        /// What follows the question mark of the page's address.
        package let query: String
    }

    /// Kept by one person of one page, at most.
    package static let most = 20

    /// In the order of their names.
    package func all(of user: String, page: String) throws -> [View] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT key, name, query FROM saved_view
                    WHERE user = (SELECT key FROM user WHERE id = ?) AND page = ?
                    ORDER BY name COLLATE NOCASE, key LIMIT \(Self.most)
                    """), arguments: [user, page]
        ).map { View(key: $0[0], name: $0[1], query: $0[2]) }
    }

    /// Keeps a view, in place of one of the same name; false when the person has too many.
    package func save(_ name: String, query: String, of user: String, page: String) throws -> Bool {
        let views = try all(of: user, page: page)
        guard views.count < Self.most || views.contains(where: { $0.name == name }) else {
            return false
        }
        try db.execute(
            sql: """
                INSERT INTO saved_view (user, page, name, query)
                VALUES ((SELECT key FROM user WHERE id = ?), ?, ?, ?)
                ON CONFLICT (user, page, name) DO UPDATE SET query = excluded.query
                """, arguments: [user, page, name, query])
        return true
    }

    /// Removes the person's own view; another's stays.
    package func remove(_ key: Int64, of user: String) throws {
        try db.execute(
            sql:
                """
                DELETE FROM saved_view
                WHERE key = ? AND user = (SELECT key FROM user WHERE id = ?)
                """,
            arguments: [key, user])
    }
}
