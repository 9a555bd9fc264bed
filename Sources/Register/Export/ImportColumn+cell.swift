extension ImportColumn {
    /// SQL for what the column's cell of a row holds, where the table of `file` is `row`.
    func cell(in file: ImportFile) -> String {
        let stored = "row.\"\(stored ?? name)\""
        switch meaning {
        case .reference(let referenced) where file.extra == .evaluation:
            return """
                (SELECT \(referenced.identifier) FROM \(referenced.table) WHERE key =
                (SELECT agreement FROM evaluation WHERE key = row.evaluation))
                """
        case .count where self.stored == nil:
            return "(SELECT year FROM evaluation WHERE key = row.evaluation)"
        case .reference(let referenced):
            return """
                (SELECT \(referenced.identifier) FROM \(referenced.table) WHERE key = \(stored))
                """
        case .choices(_, let link):
            return """
                (SELECT group_concat(value, '|') FROM (SELECT \(link.value) AS value
                FROM \(link.table) WHERE \(link.owner) = row.key ORDER BY 1))
                """
        case .references(let referenced, let link):
            let order = link.isOrdered ? "position" : referenced.identifier
            return """
                (SELECT group_concat(value, '|') FROM (SELECT \(referenced.identifier) AS value
                FROM \(link.table) AS link JOIN \(referenced.table) AS other
                ON other.key = link.\(link.value) WHERE link.\(link.owner) = row.key
                ORDER BY \(order)))
                """
        default: return stored
        }
    }
}
