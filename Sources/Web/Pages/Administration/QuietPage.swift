import Agreements
import Register
import Rules

/// Quiet days of the units: the general holiday, or any other days without reminders. There are
/// none until somebody sets them.
enum QuietPage {
    static let path = "\(Administration.home)/quiet"

    static let routes: [Route] = [
        .get(path, .right(.read, .unit, .everybody), list),
        .get("\(path)/new", .right(.write, .unit, .everybody), showNew),
        .post(path, .right(.write, .unit, .everybody), add),
        .post("\(path)/:key/cancel", .right(.write, .unit, .everybody), cancel),
    ]

    private static func list(_ visit: Visit) throws -> Reply {
        let words = visit.words
        let periods = try visit.read { try QuietPeriods.holding(from: visit.today, in: $0) }
        let mayWrite = visit.may(.write, .unit, of: .everybody)
        let columns = ["quiet_name", "unit", "quiet_first", "quiet_last"].map { words[$0] }
        let rows = periods.map { period in
            TableView.row(
                columns,
                [
                    period.name, words.name(period.unit), words.date(period.first),
                    words.date(period.last),
                ],
                button: mayWrite
                    ? .init(
                        path: "\(path)/\(period.key)/cancel", label: words["quiet_cancel"],
                        about: period.name) : nil)
        }
        var view = AdminListView(
            intro: words["quiet_intro"],
            table: rows.isEmpty ? nil : TableView(words["quiet"], columns: columns, rows: rows),
            nothing: words["quiet_none"])
        if mayWrite { view.add = .init(path: "\(path)/new", name: words["quiet_new"]) }
        return visit.page("adminlist", Administration.frame(visit, words["quiet"]), view)
    }

    // MARK: A new period

    private static func showNew(_ visit: Visit) throws -> Reply {
        visit.page("adminform", frame(visit), view(visit, fields(visit)))
    }

    private static func add(_ visit: Visit) throws -> Reply {
        let words = visit.words
        var reader = visit.formReader
        let name = reader.text("name", words["quiet_name"], isRequired: true, limit: 100)
        let first = reader.day("first", words["quiet_first"], isRequired: true)
        let last = reader.day("last", words["quiet_last"], isRequired: true)
        let units: [OwningUnit] = reader.choices("units", words["quiet_units"])
        if units.isEmpty { reader.reject("units", words["error_choose", words["quiet_units"]]) }
        if let first, let last, last < first || last > first.adding(days: 62) {
            reader.reject("last", words["error_quiet_last"])
        }
        if let last, last < visit.today { reader.reject("last", words["error_quiet_past"]) }
        guard reader.isValid, let name, let first, let last else {
            return visit.incomplete(
                "adminform", frame(visit), view(visit, reader.filled(fields(visit))))
        }
        do {
            try visit.write { db in
                let periods = QuietPeriods(db, author: visit.author, at: visit.now)
                for unit in units {
                    try periods.add(unit: unit, from: first, to: last, name: name)
                }
            }
        } catch RecordRefusal.identityNumber {
            reader.reject("name", words["error_identity", words["quiet_name"]])
            return visit.incomplete(
                "adminform", frame(visit), view(visit, reader.filled(fields(visit))))
        }
        return .redirect(to: "\(path)?said=quiet_added")
    }

    /// The last three full weeks of July, as the general holiday mostly is.
    private static func fields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        var name = FormField("name", words["quiet_name"])
        name.value = words["quiet_holiday"]
        let (first, last) = GeneralHoliday.days(from: visit.today)
        var from = FormField("first", words["quiet_first"], .day)
        from.value = first.description
        var to = FormField("last", words["quiet_last"], .day)
        to.value = last.description
        var units = FormField(
            "units", words["quiet_units"],
            .checkboxes(
                OwningUnit.allCases.map { .init(value: $0.rawValue, label: words.name($0)) }))
        units.values = Set(OwningUnit.allCases.map(\.rawValue))
        return [name, from, to, units]
    }

    private static func view(_ visit: Visit, _ fields: [FormField]) -> AdminFormView {
        var form = visit.formView(
            action: path, fields: fields, submit: visit.words["quiet_add"], cancel: path)
        form.note = visit.words["all_required"]
        return AdminFormView(intro: visit.words["quiet_intro"], form: form)
    }

    private static func frame(_ visit: Visit) -> Visit.Frame {
        var frame = Administration.frame(visit, visit.words["quiet_new"])
        frame.trail.append((visit.words["quiet"], path))
        return frame
    }

    // MARK: Ending one

    private static func cancel(_ visit: Visit) throws -> Reply {
        let key = try visit.key()
        do {
            try visit.write { db in
                try QuietPeriods(db, author: visit.author, at: visit.now).cancel(key)
            }
        } catch RecordRefusal.unknown {
            throw PageError.notFound
        }
        return .redirect(to: "\(path)?said=quiet_cancelled")
    }
}
