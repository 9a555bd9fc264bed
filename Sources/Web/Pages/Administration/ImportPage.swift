import Agreements
import Register
import Rules

/// Taking in files from the offices: they are looked through first, and taken in when it is said.
enum ImportPage {
    static let path = "\(Administration.home)/import"

    /// 25 MB, of all files together.
    private static let limit = 25 << 20

    static let routes: [Route] = [
        .get(path, .right(.write, .dataImport, .everybody), show),
        .post(path, .right(.write, .dataImport, .everybody), bodyLimit: limit, look),
        .post("\(path)/:parcel/apply", .right(.write, .dataImport, .everybody), apply),
    ]

    private static func show(_ visit: Visit) -> Reply {
        visit.page("import", frame(visit), ImportView(visit))
    }

    /// Keeps the files for an hour and says what taking them in would do.
    private static func look(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        let shelf = ImportShelf()
        try shelf.clear(before: visit.now.adding(.seconds(-3600)))
        let files = visit.form.allFiles("files")
        guard !files.isEmpty else {
            return visit.incomplete(
                "import", frame(visit), ImportView(visit, problem: visit.words["import_no_files"]))
        }
        let strange = files.map(\.name).filter { !ImportShelf.isName($0) }
        guard strange.isEmpty else {
            let names = strange.joined(separator: ", ")
            return visit.incomplete(
                "import", frame(visit),
                ImportView(visit, problem: visit.words["import_strange", names]))
        }
        let parcel = try shelf.keep(files, of: user.id, at: visit.now)
        return try run(visit, parcel, dryRun: true)
    }

    private static func apply(_ visit: Visit) throws -> Reply {
        let user = try visit.reader
        let parcel = try visit.parameter("parcel")
        guard try ImportShelf().holds(parcel, of: user.id) else {
            return visit.incomplete(
                "import", frame(visit), ImportView(visit, problem: visit.words["import_gone"]))
        }
        return try run(visit, parcel, dryRun: false)
    }

    private static func run(_ visit: Visit, _ parcel: String, dryRun: Bool) throws -> Reply {
        let shelf = ImportShelf()
        do {
            let ahead = NoticesAhead(visit)
            let present = dryRun ? try visit.read { try ahead.lines(in: $0) } : []
            var proposed: [RuleRehearsal.Line] = []
            let summary = try visit.site.register.importFolder(
                shelf.folder(of: parcel).path, dryRun: dryRun, author: visit.author,
                at: visit.now
            ) { db in
                if dryRun { proposed = try ahead.lines(in: db) }
            }
            if !dryRun { try shelf.remove(parcel) }
            var view = ImportView(visit, summary: summary, parcel: dryRun ? parcel : nil)
            if dryRun {
                view.notices = NoticeCounts(
                    RuleRehearsal(present: present, proposed: proposed), visit.words)
            }
            return visit.page("import", frame(visit), view)
        } catch let error as ImportError {
            try shelf.remove(parcel)
            return visit.incomplete("import", frame(visit), ImportView(visit, error: error))
        }
    }

    private static func frame(_ visit: Visit) -> Visit.Frame {
        Administration.frame(visit, visit.words["imports"], help: "import")
    }
}

extension Words {
    private static let ofFiles = SaidElsewhere(ImportFaultWords.sentences)

    /// What is wrong, and what would be right.
    fileprivate func said(_ fault: ImportFault) -> String {
        Self.ofFiles.sentence(fault.message, in: language) ?? fault.message
    }
}

/// What the page of imports shows.
struct ImportView: Sendable {
    let action = ImportPage.path
    var problem: String?
    /// What was or would be taken in; nil before anything was chosen.
    var result: TableView?
    var said: String?
    /// What is wrong, in the order of files and lines.
    var faults: TableView?
    var more: String?
    var form: FormView?
    /// What people would be told in the time ahead, now and with the files.
    var notices: NoticeCounts?

    init(_ visit: Visit, problem: String? = nil) {
        self.problem = problem
    }

    init(_ visit: Visit, summary: ImportSummary, parcel: String?) {
        let words = visit.words
        let columns = ["import_file", "import_added", "import_changed", "import_unchanged"]
            .map { words[$0] }
        let names = Set(summary.added.keys).union(summary.changed.keys)
            .union(summary.unchanged.keys).sorted()
        result = TableView(
            words["import_result"], columns: columns,
            rows: names.map { name in
                TableView.row(
                    columns,
                    [name]
                        + [summary.added, summary.changed, summary.unchanged].map {
                            words.texts.number($0[name] ?? 0)
                        })
            })
        guard let parcel else {
            said = words["import_done"]
            return
        }
        let isEmpty = (summary.added.values.reduce(0, +) + summary.changed.values.reduce(0, +)) == 0
        said = words[isEmpty ? "import_nothing" : "import_preview"]
        guard !isEmpty else { return }
        form = visit.formView(
            action: "\(ImportPage.path)/\(parcel)/apply", fields: [],
            submit: words["import_apply"], cancel: ImportPage.path)
    }

    init(_ visit: Visit, error: ImportError) {
        let words = visit.words
        guard case .rejected(let found, let more) = error else {
            problem = words["import_unreadable"]
            return
        }
        problem = words["import_rejected", words.texts.number(found.count + more)]
        let columns = ["import_file", "import_line", "import_column", "import_message"]
            .map { words[$0] }
        faults = TableView(
            words["import_faults"], columns: columns,
            rows: found.map { fault in
                TableView.row(
                    columns, [fault.file, String(fault.line), fault.column, words.said(fault)])
            })
        self.more = more > 0 ? words["import_more", words.texts.number(more)] : nil
    }
}
