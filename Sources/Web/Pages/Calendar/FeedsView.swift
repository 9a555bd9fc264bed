import Agreements
import Documents
import Register

/// A person's calendar addresses, and the form that makes one.
struct FeedsView {
    let problem: String?
    /// Shown once, when it has just been made.
    let address: String?
    let form: FormView
    let feeds: [Line]

    struct Line {
        let name: String
        let created: String
        let revoke: String
    }

    init(_ visit: Visit, feeds: [Feed], address: String?, problem: String?) {
        let words = visit.words
        let units = OwningUnit.allCases.map {
            FormField.Option(value: $0.rawValue, label: words.texts[$0.text])
        }
        self.address = address
        self.problem = problem
        form = visit.formView(
            action: "/calendar/feeds",
            fields: [
                FormField(
                    "unit", words["feed_unit"],
                    .select([.init(value: "", label: words["feed_mine"])] + units))
            ], submit: words["feed_make"], problem: problem)
        self.feeds = feeds.map { feed in
            Line(
                name: feed.unit.map { words.texts[$0.text] } ?? words["mine"],
                created: Day(String(feed.createdAt.prefix(10))).map(words.date) ?? "",
                revoke: "/calendar/feeds/\(feed.key)/revoke")
        }
    }
}
