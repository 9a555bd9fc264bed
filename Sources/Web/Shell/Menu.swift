import Agreements
import Rules

/// The main menu, by what somebody's role is there for.
enum Menu {
    struct Item {
        /// Of its text, and of the frames of the pages under it.
        let key: String
        let path: String
    }

    /// Nothing for somebody who is not signed in.
    static func items(for user: User?) -> [Item] {
        guard let user else { return [] }
        let region = user.unit == .central ? OwningUnit.ost : user.unit
        var items = [
            Item(key: "nav_day", path: "/"),
            Item(key: "nav_agreements", path: "/agreements"),
            Item(key: "nav_region", path: "/regions/\(region.rawValue)"),
            Item(key: "nav_norway", path: "/norway"),
            Item(key: "nav_calendar", path: "/calendar"),
            Item(key: "nav_handovers", path: "/handovers"),
            Item(key: "nav_evaluations", path: "/evaluations"),
            Item(key: "nav_reports", path: "/reports"),
            Item(key: "nav_tasks", path: "/tasks"),
        ]
        if user.role == .administrator || user.role == .auditor {
            items.append(Item(key: "nav_administration", path: "/administration"))
        }
        return items
    }
}
