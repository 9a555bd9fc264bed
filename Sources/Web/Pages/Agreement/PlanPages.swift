import Agreements
import GRDB
import Register

/// The plan of a year beside the one before, and the forms of plans and measures.
enum PlanPages {
    static let routes: [Route] =
        [
            .page("/agreements/:agreement/plan", .right(.read, .plan, .agreement), show),
            .post("/agreements/:agreement/plan", .right(.write, .plan, .agreement), draft),
        ]
        + PromisePages.forms("/plans/:key/adopt", .right(.approve, .plan, .record(.plan)), adopt)
        + PromisePages.forms("/plans/:key/close", .right(.write, .plan, .record(.plan)), close)
        + PromisePages.forms(
            "/plans/:key/measures/new", .right(.write, .measure, .record(.plan)), addMeasure)
        + PromisePages.forms(
            "/measures/:key/edit", .right(.write, .measure, .record(.measure)), editMeasure)

    /// Years that a plan may be made for: those that people plan in.
    private static func isPlannable(_ year: Int, on day: Day) -> Bool {
        (day.year - 1...day.year + 1).contains(year)
    }

    private static func deeds(_ visit: Visit, _ db: Database) -> PlanDeeds {
        PlanDeeds(db, author: visit.author, at: visit.now)
    }

    // MARK: Plans

    private static func show(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("agreement")
        let year = Int(visit.query["year"]) ?? visit.today.year
        guard (1900...9999).contains(year) else { throw PageError.notFound }
        let (head, plans, promises, origins) = try visit.read { db in
            let head = try AgreementHead(id, in: db)
            return (
                head, try AgreementOverview.PlanLine.all(of: head.key, in: db),
                try Promise.all(of: head.key, in: db),
                try MeasureOrigin.all(of: head.key, in: db)
            )
        }
        let view = AgreementHeadView(visit: visit, head: head, tab: .plan)
        let years = Set(plans.map(\.year)).union([visit.today.year, visit.today.year + 1])
        let columns = [year, year - 1].map { year in
            PlanColumn(
                visit: visit, head: head, year: year, plan: plans.first { $0.year == year },
                measures: promises.filter { $0.year == year },
                origins: origins, hasLast: plans.contains { $0.year == year - 1 },
                mayMake: isPlannable(year, on: visit.today)
            ).model
        }
        return visit.page(
            "agreement_plan", view.frame,
            [
                "head": view.model, "plans": columns, "csrf": visit.csrf,
                "action": head.path("plan"),
                "years": years.subtracting([year, year - 1]).sorted(by: >).map {
                    ["year": String($0), "path": "\(head.path("plan"))?year=\($0)"]
                },
            ] as [String: Any])
    }

    private static func draft(_ visit: Visit) throws -> Reply {
        let head = try visit.read { db in
            try AgreementHead(try visit.parameter("agreement"), in: db)
        }
        guard let year = Int(visit.form["year"]), isPlannable(year, on: visit.today) else {
            throw PageError.malformed
        }
        let page = "\(head.path("plan"))?year=\(year)"
        do {
            try visit.write { db in
                try deeds(visit, db).draft(
                    head.id, year: year, copyingLast: visit.form["copy"] == "true")
            }
        } catch RecordRefusal.exists {
            return .redirect(to: page)
        }
        return .redirect(to: "\(page)&said=saved")
    }

    private static func adopt(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit, of: .plan)
        let plan = try plan(under)
        let fields = under.fields
        let shown = [
            fields.field("adopted_on", .day, visit.today.description, isRequired: true)
        ]
        let back = "\(under.head.path("plan"))?year=\(plan.year)"
        let form = under.form(
            "adopt_plan", action: "/plans/\(plan.key)/adopt", back: back, submit: "adopt_plan",
            intro: "intro_adopt", version: try under.version("plan", plan.key))
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader in
            reader.day("adopted_on", fields.name("adopted_on"), isRequired: true)
        } write: { db, day, version in
            try deeds(visit, db).adopt(
                under.head.id, year: plan.year, on: day, expecting: version)
            return "\(back)&said=adopted"
        }
    }

    private static func close(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit, of: .plan)
        let plan = try plan(under)
        let back = "\(under.head.path("plan"))?year=\(plan.year)"
        let form = under.form(
            "close_plan", action: "/plans/\(plan.key)/close", back: back, submit: "close_plan")
        guard isPosted else { return form.show([]) }
        return try form.accept([]) { _ in
            true
        } write: { db, _, _ in
            try deeds(visit, db).close(under.head.id, year: plan.year)
            return "\(back)&said=saved"
        }
    }

    // MARK: Measures

    private static func addMeasure(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit, of: .plan)
        let plan = try plan(under)
        let due = under.fields.field("due_on", .day, nil, isRequired: true)
        let shown = MeasureForm(under: under).fields(nil) + [due]
        let back = "\(under.head.path("plan"))?year=\(plan.year)"
        let form = under.form(
            "new_measure", action: "/plans/\(plan.key)/measures/new", back: back)
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader -> PlanDeeds.MeasureTerms? in
            let dueOn = reader.day("due_on", due.label, isRequired: true)
            let terms = MeasureForm(under: under).read(&reader, dueOn: dueOn)
            return dueOn == nil ? nil : terms
        } write: { db, terms, _ in
            try deeds(visit, db).add(terms, to: under.head.id, year: plan.year)
            return "\(back)&said=saved"
        }
    }

    private static func editMeasure(_ visit: Visit, isPosted: Bool) throws -> Reply {
        let under = try UnderAgreement(visit, of: .measure)
        let key = try visit.key()
        let held = try visit.read { try Promise.held(.measure, key: key, in: $0) }
        let shown = MeasureForm(under: under).fields(held)
        let back = "\(under.head.path("plan"))?year=\(held.year ?? visit.today.year)"
        var form = under.form(
            "edit_measure", action: "/measures/\(key)/edit", back: back,
            version: try under.version("measure", key))
        form.other = (visit.words["reschedule"], "/measures/\(key)/reschedule")
        guard isPosted else { return form.show(shown) }
        return try form.accept(shown) { reader in
            MeasureForm(under: under).read(&reader, dueOn: held.dueOn)
        } write: { db, terms, version in
            try deeds(visit, db).edit(
                measure: held.id, title: terms.title, subGoal: terms.subGoal, by: terms.by,
                responsible: terms.responsible, expecting: version)
            return "\(back)&said=saved"
        }
    }

    private static func plan(_ under: UnderAgreement) throws -> AgreementOverview.PlanLine {
        let key = try under.visit.key()
        let plan = try under.visit.read {
            try AgreementOverview.PlanLine.all(of: under.head.key, in: $0)
        }.first { $0.key == key }
        guard let plan else { throw PageError.notFound }
        return plan
    }
}

/// The fields of a measure but its day.
struct MeasureForm {
    let under: UnderAgreement

    func fields(_ held: Promise?) -> [FormField] {
        let goals = SubGoal.allCases.map {
            FormField.Option(value: $0.rawValue, label: under.words.texts[$0.text])
        }
        return [
            under.fields.field(
                "title", .text(), held?.title, hint: under.words["hint_text"],
                isRequired: true),
            under.fields.field(
                "sub_goal",
                .select([FormField.Option(value: "", label: under.words["choose"])] + goals),
                held?.subGoal?.rawValue),
            under.side(held?.side), under.fields.person("responsible", held?.responsibleID),
        ]
    }

    func read(_ reader: inout FormReader, dueOn: Day?) -> PlanDeeds.MeasureTerms? {
        let fields = under.fields
        let title = reader.text("title", fields.name("title"), isRequired: true, limit: 500)
        let goal = reader.choice("sub_goal", fields.name("sub_goal"), of: SubGoal.self)
        let side = reader.choice("side", fields.name("side"), of: Side.self, isRequired: true)
        let responsible = fields.readPerson("responsible", &reader)
        guard let title, let side, let dueOn else { return nil }
        return PlanDeeds.MeasureTerms(
            title: title, subGoal: goal, by: side, responsible: responsible, dueOn: dueOn)
    }
}
